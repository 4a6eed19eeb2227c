const skipped = /[\s\p{P}\p{S}\p{Cf}]+/gu

/** Text as it is compared: full-width forms made plain, white space, punctuation and signs left out. `（三） 不予公开` → `三不予公开`. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(skipped, '')
}
