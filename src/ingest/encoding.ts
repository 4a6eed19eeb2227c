/**
 * Text of bytes: a byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else the encoding the file
 * declares, where the bytes are valid in it; else GB18030, which holds GBK and GB2312. Never throws: what no encoding
 * can say becomes U+FFFD. The mark itself is left out.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be')
  const text = attempt(bytes, 'utf-8')
  if (text !== null) return text
  const byZeros = utf16WithoutMark(bytes)
  if (byZeros !== null) return utf16(bytes, byZeros)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  const declared = declaredEncoding(bytes)
  if (declared !== null) {
    const asDeclared = attempt(bytes, declared)
    if (asDeclared !== null) return asDeclared
  }
  return lossy(bytes)
}

/** The encodings a Chinese page may truthfully declare. Single-byte ones accept any bytes, so their word is worth nothing. */
const trustworthy = /^(?:gbk|gb2312|gb_2312-80|gb18030|x-gbk|cp936|big5|big5-hkscs)$/i

const declaration = /charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)/i

/** The encoding named by a `<meta charset>`, its http-equiv form, or an XML declaration, in the first 4 KB; null where none can be used. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const found = declaration.exec(ascii(bytes.subarray(0, 4096)))
  const name = found?.[1] ?? found?.[2]
  if (name === undefined || !trustworthy.test(name)) return null
  return /^big5/i.test(name) ? 'big5' : 'gb18030'
}

/** Bytes as characters of the same number: enough to read names of tags and encodings. */
export function ascii(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 4096) text += String.fromCharCode(...bytes.subarray(start, start + 4096))
  return text
}

/** A decoder that fails on the first invalid sequence; null then. */
function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of bytes that are wholly valid in no encoding. UTF-8 with some damage (cut in the middle of a character, a stray
 * byte) still has far more good sequences than bad ones; GBK read as UTF-8 has next to none.
 */
function lossy(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  let bad = 0
  let good = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) bad++
    else if (code > 0x7ff) good++
  }
  return bad * 4 < good ? text : new TextDecoder('gb18030').decode(bytes)
}

const utf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string => new TextDecoder(encoding).decode(bytes)

/** UTF-16 without a mark shows zero bytes, most of them on one side of each pair: digits and line ends are ASCII. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let index = 0; index < head; index++) {
    if (bytes[index] !== 0) continue
    if (index & 1) odd++
    else even++
  }
  // A few Chinese characters, such as 一 and 开, have a zero byte of their own.
  if (bytes.length % 2 !== 0 || even + odd < head / 128) return null
  return odd > 2 * even ? 'utf-16le' : even > 2 * odd ? 'utf-16be' : null
}
