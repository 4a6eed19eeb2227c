/** The public site: the region's pages, and the page that checks a report, an island that works in the browser. */
export type { CheckAssets } from './check/page.tsx'
export { type PortalAssets, type PortalOptions, portalPolicy, registerPortal } from './plugin.ts'
export { sources } from './sources.ts'
