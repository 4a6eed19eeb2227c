/** The public site. Today: the page that checks a report, an island that works in the browser. */
export { type CheckAssets, checkPage } from './check/page.tsx'
export { sources } from './sources.ts'
