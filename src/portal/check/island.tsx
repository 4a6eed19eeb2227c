/** Wakes the check page in the browser: takes over what the server drew. */
import { hydrate } from 'preact'
import { type Addresses, App } from './app.tsx'

const root = document.getElementById('check')
if (root) {
  const { reader = '', writer = '', example = '', assets = '', bytes = '0' } = root.dataset
  const addresses: Addresses = { reader, writer, example, assets, typesetterBytes: Number(bytes) }
  hydrate(<App language={document.documentElement.lang === 'en' ? 'en' : 'zh-CN'} addresses={addresses} />, root)
  root.dataset.awake = ''
}
