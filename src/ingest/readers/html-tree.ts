import { Parser, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { Failure } from '../failure.ts'
import { deepestNesting, mostNodes } from '../limits.ts'

/** A node of a page. One shape for elements, text and the rest: a walk over one shape is fast. */
export class Branch {
  parent: Branch | null = null
  content: Branch | null = null
  constructor(
    /** Tag in lower case; `#text`, `#comment`, `#document`. */
    readonly tag: string,
    readonly namespace: string,
    readonly attributes: Token.Attribute[],
    /** The characters of a text. */
    public text: string,
    /** Line of the source, from 1: where a text begins, where a start tag ends. */
    readonly line: number,
    readonly children: Branch[],
    /** Whether the source before the end of its tag says anything that may hide it, strike it out, raise or lower it. */
    readonly hasStyle: boolean,
  ) {}
}

/**
 * The tree of a page, repaired as browsers do it (WHATWG HTML, by parse5), each node with its line of the source.
 * Taking the line from the tokenizer as a node is made costs nothing; parse5's own location records cost a third of the parse.
 * Throws `too-large` for pages that unfold to more nodes, or nest deeper, than any report: misnested tags can multiply.
 */
export function growTree(html: string): Branch {
  let nodes = 0
  let depth = 0
  const styles = placesOf(html, ['none', 'NONE', 'hid', 'HID', 'through', 'THROUGH', 'super', 'SUPER', 'align:sub', 'align: sub'])
  let stylesPassed = 0
  const make = (tag: string, namespace: string, attributes: Token.Attribute[], text: string, line: number, hasStyle = false): Branch => {
    if (++nodes > mostNodes) throw new Failure('too-large')
    return new Branch(tag, namespace, attributes, text, line, namespace === leaf ? childless : [], hasStyle)
  }
  const currentLine = (): number => parser.tokenizer.preprocessor.line
  const makeText = (text: string): Branch => make('#text', leaf, none, text, currentLine() - countOfNewlines(text))

  const adapter: TreeAdapter<Tree> = {
    createDocument: () => make('#document', '', none, '', 1),
    createDocumentFragment: () => make('#fragment', '', none, '', currentLine()),
    createElement(tag, namespace, attributes) {
      // An element without attributes may be one the parser adds in front of the tag that says something.
      if (attributes.length === 0) return make(tag, namespace, none, '', currentLine())
      const { offset } = parser.tokenizer.preprocessor
      const before = stylesPassed
      while (stylesPassed < styles.length && styles[stylesPassed]! < offset) stylesPassed++
      const hasStyle = stylesPassed > before
      return make(tag, namespace, hasStyle || telling.has(tag) ? attributes : none, '', currentLine(), hasStyle)
    },
    // Of a comment only its being there is kept.
    createCommentNode: () => make('#comment', leaf, none, '', 1),
    createTextNode: makeText,
    appendChild: append,
    insertBefore: insert,
    insertText(parent, text) {
      const last = parent.children[parent.children.length - 1]
      if (last !== undefined && last.tag === '#text') last.text += text
      else append(parent, makeText(text))
    },
    insertTextBefore(parent, text, reference) {
      const before = parent.children[indexOf(parent, reference) - 1]
      if (before !== undefined && before.tag === '#text') before.text += text
      else insert(parent, makeText(text), reference)
    },
    detachNode(node) {
      if (node.parent === null) return
      node.parent.children.splice(indexOf(node.parent, node), 1)
      node.parent = null
    },
    // Only repeated <html> and <body> tags adopt; what they carry is never read.
    adoptAttributes() {},
    setTemplateContent(template, content) {
      template.content = content
    },
    getTemplateContent: (template) => template.content ?? template,
    setDocumentType() {},
    setDocumentMode() {},
    // The modes differ only in whether a table closes the paragraph it stands in, which reads the same.
    getDocumentMode: () => 'no-quirks' as ReturnType<TreeAdapter<Tree>['getDocumentMode']>,
    getFirstChild: (node) => node.children[0] ?? null,
    getChildNodes: (node) => node.children,
    getParentNode: (node) => node.parent,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.tag,
    getNamespaceURI: (element) => element.namespace as ReturnType<TreeAdapter<Tree>['getNamespaceURI']>,
    getTextNodeContent: (node) => node.text,
    getCommentNodeContent: (node) => node.text,
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is Branch => node.tag === '#text',
    isCommentNode: (node): node is Branch => node.tag === '#comment',
    isDocumentTypeNode: (_node): _node is Branch => false,
    isElementNode: (node): node is Branch => node.tag.charCodeAt(0) !== 35,
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation() {},
    updateNodeSourceCodeLocation() {},
    onItemPush() {
      if (++depth > deepestNesting) throw new Failure('too-large')
    },
    onItemPop() {
      depth--
    },
  }
  const parser: Parser<Tree> = startParser(adapter)
  parser.tokenizer.write(html, true)
  return parser.document
}

type Tree = TreeAdapterTypeMap<Branch, Branch, Branch, Branch, Branch, Branch, Branch, Branch, Branch, Branch>

const none: Token.Attribute[] = []

/** Elements whose attributes are read; those of others would only fill the memory. */
const telling = new Set(['a', 'td', 'th', 'meta', 'div', 'section', 'ul', 'nav', 'header', 'footer', 'aside'])

/** Texts and comments have no children; the parser never adds any. */
const leaf = 'leaf'
const childless: Branch[] = []

function startParser(treeAdapter: TreeAdapter<Tree>): Parser<Tree> {
  return new Parser<Tree>({ treeAdapter })
}

/** Where any of some words stand, in order. */
function placesOf(html: string, words: readonly string[]): number[] {
  const places: number[] = []
  for (const word of words) for (let at = html.indexOf(word); at !== -1; at = html.indexOf(word, at + 1)) places.push(at)
  return places.sort((one, other) => one - other)
}

function append(parent: Branch, node: Branch): void {
  parent.children.push(node)
  node.parent = parent
}

function insert(parent: Branch, node: Branch, reference: Branch): void {
  parent.children.splice(indexOf(parent, reference), 0, node)
  node.parent = parent
}

/** Where a child stands; the parser mostly asks for the last one. */
function indexOf(parent: Branch, child: Branch): number {
  const last = parent.children.length - 1
  return parent.children[last] === child ? last : parent.children.indexOf(child)
}

function countOfNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
