import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { attributeNamed, attributesOf, scan } from './xml.ts'

type Event = readonly ['open', string, Record<string, string>] | readonly ['close', string] | readonly ['text', string]

/** What the scanner tells, texts that follow each other joined; null where it finds the XML broken. */
function scanned(source: string): Event[] | null {
  const events: Event[] = []
  const whole = scan(source, {
    open: (name, tag) => events.push(['open', name, Object.fromEntries([...attributesOf(tag)].map((found) => [found.name, found.value]))]),
    close: (name) => events.push(['close', name]),
    text: (text) => addText(events, text),
  })
  return whole ? events : null
}

/** The same by a parser that is known to be right. */
function parsed(source: string): Event[] | null {
  const events: Event[] = []
  const parser = new SaxesParser({ xmlns: false as const })
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(['open', name, { ...attributes }])
  })
  parser.on('closetag', ({ name }) => {
    depth--
    events.push(['close', name])
  })
  parser.on('text', (text) => depth > 0 && addText(events, text))
  parser.on('cdata', (text) => addText(events, text))
  try {
    parser.write(source).close()
    return events
  } catch {
    return null
  }
}

function addText(events: Event[], text: string): void {
  const last = events[events.length - 1]
  if (last?.[0] === 'text') events[events.length - 1] = ['text', last[1] + text]
  else if (text !== '') events.push(['text', text])
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&#62;', '"': '&quot;', "'": '&#x27;' })[found]!)
const words = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '&', '<', '>', '"', "'", '/', '=', ']', '😀'), maxLength: 6 })
const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'a', 'x-y', '页')
const attributes = fc.dictionary(fc.constantFrom('w:val', 'b', 'xml:space'), words, { maxKeys: 3 })
const space = fc.constantFrom(' ', '\n', '\t ')
const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    words.map(escaped),
    fc.constantFrom('<!-- <a> -->', '<![CDATA[<&>]]>', '<?pi a="<"?>'),
    tie('element'),
  ),
  element: fc
    .tuple(name, attributes, space, fc.constantFrom('"', "'"), fc.array(tie('node'), { maxLength: 4 }))
    .map(([tag, given, gap, quote, inner]) => {
      const listed = Object.entries(given).map(([key, value]) => `${gap}${key}=${quote}${escaped(value)}${quote}`)
      const content = inner.join('')
      return content === '' ? `<${tag}${listed.join('')}/>` : `<${tag}${listed.join('')}${gap}>${content}</${tag}${gap}>`
    }),
}))

describe('against a parser known to be right', () => {
  test('any document is told alike', () => {
    fc.assert(
      fc.property(element, (source) => {
        const document = `<?xml version="1.0" encoding="UTF-8"?>\n${source}\n`
        expect(scanned(document)).toEqual(parsed(document))
      }),
      { numRuns: 2_000 },
    )
  })
  test('what is cut off is broken for both', () => {
    fc.assert(
      fc.property(element, fc.nat(), (source, where) => {
        expect(scanned(source.slice(0, where % source.length))).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })
  test('what tells something tells it as it stands, however it is damaged', () => {
    fc.assert(
      fc.property(element, fc.nat(), fc.constantFrom('<', '>', '"', '&', '/', 'x', ''), (source, where, by) => {
        const characters = [...source]
        characters[where % characters.length] = by
        const damaged = characters.join('')
        const [ours, theirs] = [scanned(damaged), parsed(damaged)]
        if (theirs !== null) expect(ours).toEqual(theirs)
      }),
      { numRuns: 5_000 },
    )
  })
})

test.each([
  ['nothing', ''],
  ['words alone', 'abc'],
  ['two roots', '<a/><b/>'],
  ['words behind the root', '<a/>x'],
  ['tags that do not match', '<a><b></a></b>'],
  ['a longer end tag', '<a></ab>'],
  ['an entity nobody declared', '<a>&x;</a>'],
  ['a bare ampersand', '<a>a & b</a>'],
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a/>'],
  ['a tag in a tag', '<a <b/>></a>'],
  ['a comment without end', '<a><!-- </a>'],
])('%s is broken', (_, source) => {
  expect(scanned(source)).toBeNull()
})

test('attributes by their local name', () => {
  const found: (string | undefined)[] = []
  scan('<a x:val="1" id=\'2\'/>', {
    open: (_, tag) => found.push(attributeNamed(tag, 'val'), attributeNamed(tag, 'id'), attributeNamed(tag, 'no')),
    close() {},
    text() {},
  })
  expect(found).toEqual(['1', '2', undefined])
})
