import type { Language } from '#report'
import { checkWords } from '#words'
import { drawDocument } from '../document.tsx'
import { type Addresses, App } from './app.tsx'

/** Addresses of the page's own files, as the server serves them. */
export interface CheckAssets extends Addresses {
  readonly style: string
  readonly noScriptStyle: string
  readonly island: string
}

/** The check page as the server draws it: readable at once, taken over by the island; without scripts it says what to do instead. */
export function checkPage(language: Language, assets: CheckAssets): string {
  const words = checkWords[language]
  return drawDocument({
    language,
    title: words.title,
    style: assets.style,
    noScriptStyle: assets.noScriptStyle,
    script: assets.island,
    otherLanguage: language === 'en' ? '/check' : '/check?lang=en',
    children: (
      <>
        <noscript>
          <section class="notice no-script">
            <h2>{words.noScriptTitle}</h2>
            <p>{words.noScript}</p>
            <pre>{words.command}</pre>
          </section>
        </noscript>
        <div
          id="check"
          data-reader={assets.reader}
          data-writer={assets.writer}
          data-example={assets.example}
          data-assets={assets.assets}
          data-bytes={assets.typesetterBytes}
        >
          <App language={language} addresses={assets} />
        </div>
      </>
    ),
  })
}
