/** Largest file read, in bytes. */
export const largestFile = 64 * 1024 * 1024

/** Largest text or page read, in bytes: a report has 5 to 100 KB, a page with its pictures inline a few MB. */
export const largestText = 16 * 1024 * 1024

/** Most bytes all parts of a zip may claim to unpack to. A report with many scanned pictures stays well below. */
export const largestExpansion = 256 * 1024 * 1024

/** Most bytes one part of a zip, such as word/document.xml, may unpack to: as much as a plain file may have. */
export const largestPart = largestFile

/** Most nodes of a page or elements of a document. The longest report seen has a twentieth of it. */
export const mostNodes = 1_000_000

/** Deepest nesting of open elements. Unclosed tags pile up in real pages, but not this far. */
export const deepestNesting = 1_000

/** Most rows of a sheet, and most cells of a workbook. */
export const mostRows = 50_000
export const mostCells = 500_000
