import { type ReactNode, useId } from 'react'

/** A framed part of a page with a heading of its own. */
export function Panel({ title, link, children }: { readonly title: string; readonly link?: ReactNode; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {link}
      </header>
      {children}
    </section>
  )
}
