import { type ReactNode, useEffect, useRef } from 'react'

/** A list that opens under its name. Escape closes it and gives the focus back; so does going elsewhere. */
export function Menu({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current
      if (!details?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        details.open = false
        details.querySelector('summary')?.focus()
      } else if (!(event.target instanceof Node && details.contains(event.target))) details.open = false
    }
    const closeAfterChoice = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a')) box.current!.open = false
    }
    const details = box.current
    document.addEventListener('keydown', close)
    document.addEventListener('click', close)
    details?.addEventListener('click', closeAfterChoice)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('click', close)
      details?.removeEventListener('click', closeAfterChoice)
    }
  }, [])
  return (
    <details className="menu" ref={box}>
      <summary>{name}</summary>
      <div className="menu-sheet">{children}</div>
    </details>
  )
}
