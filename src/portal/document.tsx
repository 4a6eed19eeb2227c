import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '#report'
import { checkWords } from '#words'

export interface DocumentProps {
  readonly language: Language
  readonly title: string
  /** Addresses of the style sheet, of what hides script-only parts, and of the module that wakes the page. */
  readonly style: string
  readonly noScriptStyle: string
  readonly script: string
  /** Address of this page in the other language. */
  readonly otherLanguage: string
  readonly children: ComponentChildren
}

/** A whole page of the portal as HTML: header, main, footer. */
export const drawDocument = (props: DocumentProps): string => `<!doctype html>${renderToString(<Document {...props} />)}`

function Document({ language, title, style, noScriptStyle, script, otherLanguage, children }: DocumentProps): JSX.Element {
  const words = checkWords[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.product}`}</title>
        <meta name="description" content={words.introduction} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={style} />
        <noscript>
          <link rel="stylesheet" href={noScriptStyle} />
        </noscript>
        <script type="module" src={script} />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="site">
          <div>
            <p class="wordmark">
              <a href={language === 'en' ? '/check?lang=en' : '/check'}>
                <strong>{words.product}</strong>
                <span>{words.productLong}</span>
              </a>
            </p>
            <a href={otherLanguage} lang={language === 'en' ? 'zh-CN' : 'en'} hreflang={language === 'en' ? 'zh-CN' : 'en'}>
              {words.otherLanguage}
            </a>
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="site">
          <div>
            <p>{words.footerPrivate}</p>
            <p>{words.footerForm}</p>
            <p>
              {words.footerCommand}
              <code>{words.command}</code>
              <span>{words.footerLicense}</span>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}
