/** The frame of pages that one meets before one is signed in. */
import { type ReactNode, useEffect } from 'react'
import { useSpoken } from '../language.tsx'
import { useRegion } from '../shell/shell.tsx'

export function Gate({
  title,
  broad,
  beside,
  children,
}: {
  readonly title: string
  readonly broad?: boolean
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  const { words, language, choose } = useSpoken()
  const region = useRegion()
  useEffect(() => {
    document.title = words.titleOf(title)
  }, [title, words])
  return (
    <main className={beside ? 'gate with-roles' : broad ? 'gate broad' : 'gate'}>
      <div className="gate-head">
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 16 }}>
          <b>
            {words.product} {words.desk}
          </b>
          <button
            type="button"
            className="link-button no-print"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}
          >
            {words.otherLanguage}
          </button>
        </div>
        <p className="quiet">{region.data?.name}</p>
      </div>
      <section className="stack">
        <h1>{title}</h1>
        {children}
        <p className="small quiet">{words.secrets}</p>
      </section>
      {beside}
    </main>
  )
}
