/** Wakes the check page in the browser: takes over what the server drew. */
import { hydrate } from 'preact'
import { App } from './app.tsx'

const root = document.getElementById('check')
if (root) {
  const { reader, writer, example, assets } = root.dataset as Record<'reader' | 'writer' | 'example' | 'assets', string>
  hydrate(
    <App language={document.documentElement.lang === 'en' ? 'en' : 'zh-CN'} addresses={{ reader, writer, example, assets }} />,
    root,
  )
  root.dataset.awake = ''
}
