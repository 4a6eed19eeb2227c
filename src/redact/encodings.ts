/** A word in every way a PDF, or something hidden in one, may write it. */

/** The bytes of a text in each encoding that can write it. */
export function encodingsOf(text: string): Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le')
  const written = [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16(), gbkOf(text)].filter((one) => one !== null)
  const distinct = new Map(written.map((one) => [one.toString('hex'), one]))
  const upper = [...distinct.keys()].flatMap((hex) => [Buffer.from(hex), Buffer.from(hex.toUpperCase())])
  return [...distinct.values(), ...upper]
}

let table: ReadonlyMap<string, readonly number[]> | null = null

/** Null where a character is not in GBK. */
function gbkOf(text: string): Buffer | null {
  table ??= gbkTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    const found = code < 0x80 ? [code] : table.get(character)
    if (!found) return null
    bytes.push(...found)
  }
  return Buffer.from(bytes)
}

/** Node decodes GBK but does not encode it: every pair of bytes is decoded once. */
function gbkTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gbk')
  const made = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (trail !== 0x7f && [...character].length === 1 && character !== '�') made.set(character, [lead, trail])
    }
  return made
}
