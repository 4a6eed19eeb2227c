import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../language.tsx'

/** Holds a table that may be wider than the screen. Where it is, the keyboard can reach the frame and scroll it. */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const said = useWords().tables
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const node = frame.current
    if (node === null) return
    const watch = new ResizeObserver(() => {
      if (node.scrollWidth > node.clientWidth) node.tabIndex = 0
      else node.removeAttribute('tabindex')
    })
    watch.observe(node)
    for (const inside of node.children) watch.observe(inside)
    return () => watch.disconnect()
  }, [])
  return (
    <section ref={frame} className="table-frame" aria-label={said.frame(label)}>
      {children}
    </section>
  )
}
