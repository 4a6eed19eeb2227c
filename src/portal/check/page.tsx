import { checkWords } from '#words'
import { drawPage, type Frame } from '../shell.tsx'
import { type Addresses, App } from './app.tsx'

/** Addresses of the page's own files, as the server serves them. */
export interface CheckAssets extends Addresses {
  readonly style: string
  readonly noScriptStyle: string
  readonly island: string
}

/** The check page as the server draws it: readable at once, taken over by the island; without scripts it says what to do instead. */
export function drawCheckPage(frame: Frame, assets: CheckAssets): string {
  const { language } = frame.visit
  const words = checkWords[language]
  const page = {
    title: words.title,
    description: words.introduction,
    at: 'check' as const,
    isWide: true,
    head: (
      <>
        <noscript>
          <link rel="stylesheet" href={assets.noScriptStyle} />
        </noscript>
        <script type="module" src={assets.island} />
      </>
    ),
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
        <aside class="about-check" aria-label={words.productLong}>
          <p>{words.footerPrivate}</p>
          <p>{words.footerForm}</p>
          <p>
            {words.footerCommand}
            <code>{words.command}</code> {words.footerLicense}
          </p>
        </aside>
      </>
    ),
  }
  return drawPage(page, { ...frame, style: assets.style })
}
