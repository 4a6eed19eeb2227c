/** A ledger as cases with their history: what came, what was done on which day, how it ended. Pure; nothing is guessed without saying so. */
import type { Channel, ReceiptFacts, WorkCalendar } from '#calendar'
import type { Language } from '#report'
import { caseworkWords, type LedgerColumn, ledgerColumns, ledgerWords } from '#words'
import type { CaseEventKind, CaseEvents } from '../events.ts'
import { type ApplicantKind, applicantKinds, type Delivery, deliveries, type OutcomeRow } from '../model.ts'
import { type Cells, cellsOf } from './cells.ts'
import type { LedgerRow, LedgerTable, Remark } from './columns.ts'
import { endingEvents, endingIn, handlingIn } from './history.ts'
import { channelOf, deliveryOf, kindOf } from './names.ts'

/** An event without its id, its instant and who wrote it down. */
export type HistoryEvent = {
  [Kind in CaseEventKind]: { readonly kind: Kind; readonly on: string; readonly data: CaseEvents[Kind] }
}[CaseEventKind]

export interface ImportedCase {
  readonly row: number
  readonly number: string
  readonly title: string
  readonly wanted: string
  readonly channel: Channel
  readonly facts: ReceiptFacts
  readonly kind: ApplicantKind
  readonly applicant: {
    readonly name: string
    readonly identityNumber: string
    readonly phone: string
    readonly email: string
    readonly address: string
  }
  readonly delivery: Delivery
  readonly submittedOn: string
  readonly receivedOn: string | null
  /** In the order they happened, the registration first. */
  readonly events: readonly HistoryEvent[]
}

export interface ReadRow {
  readonly row: number
  readonly number: string
  /** Null where there is an error. */
  readonly read: ImportedCase | null
  readonly errors: readonly Remark[]
  readonly doubts: readonly Remark[]
}

export interface ReadingOptions {
  readonly calendar: WorkCalendar
  readonly today: string
  readonly language: Language
  /** Of the body: the row of what has none of its own. */
  readonly outcomeWithoutRow: OutcomeRow
  /** Of the body: working days an applicant has to correct, where the ledger does not say. */
  readonly correctionDays: number
  newId(): string
}

/** Most characters, as the database and the form have them. */
const mostOfTitle = 300
const mostOfWanted = 20_000

/** Every row of the ledger as a case, or why it is none. A number that stands twice is an error of the second row. */
export function readLedger(table: LedgerTable, options: ReadingOptions): ReadRow[] {
  const seen = new Map<string, number>()
  return table.rows.map((row) => {
    const read = readRow(row, table.headers, options)
    const first = seen.get(read.number)
    if (read.number === '' || first === undefined) {
      seen.set(read.number, row.row)
      return read
    }
    const twice: Remark = { row: row.row, column: table.headers.number ?? '', code: 'repeated', values: { given: read.number, row: first } }
    return { ...read, read: null, errors: [...read.errors, twice] }
  })
}

function readRow(row: LedgerRow, headers: LedgerTable['headers'], options: ReadingOptions): ReadRow {
  const cells = cellsOf(row, headers, options.language, options.today)
  const number = cells.text('number', 60)
  if (number === '') cells.fault('number', 'required')
  const read = caseIn(cells, number, options)
  return { row: row.row, number, read: cells.errors.length > 0 ? null : read, errors: cells.errors, doubts: cells.doubts }
}

/** What is told of the columns that a file has not, once for all rows. */
export function absentColumns(table: LedgerTable, language: Language): Remark[] {
  return (
    [
      ['channel', caseworkWords[language].channels['in-person']!],
      ['delivery', caseworkWords[language].deliveries.post!],
    ] as const
  ).flatMap(([column, taken]) =>
    table.headers[column] === undefined
      ? [{ row: 0, column: '', code: 'column-absent', values: { column: ledgerColumns[column][language], taken } }]
      : [],
  )
}

function caseIn(cells: Cells, number: string, options: ReadingOptions): ImportedCase | null {
  const concluded = cells.day('concludedOn')
  const received = cells.day('receivedOn')
  const submitted = cells.day('submittedOn') ?? received
  const isOpen = concluded === null
  const { kind, name } = whoIn(cells)
  const channel = channelIn(cells)
  const wanted = cells.text('wanted', mostOfWanted)
  const title = cells.text('title', mostOfTitle) || shortened(wanted)
  if (title === '') cells.fault(cells.has('wanted') ? 'wanted' : 'title', 'required')
  const ending = endingIn(cells, concluded, options)
  const handling = handlingIn(cells, { received, concluded }, options)

  const comesUnconfirmed = ['internet', 'fax', 'e-mail', 'ordinary-post'].includes(channel)
  if (received === null && cells.some('receivedOn') === '' && !(comesUnconfirmed && isOpen && handling.length === 0))
    cells.fault('receivedOn', 'needs-received')
  if (submitted === null && received === null && cells.errors.length === 0) cells.fault('submittedOn', 'required')
  if (submitted !== null && received !== null && submitted > received)
    cells.fault('submittedOn', 'after-receipt', { given: submitted, received })
  const closing = received === null ? [] : endingEvents(cells, { received, concluded, handling, ending }, options)
  if (name.includes('*')) cells.doubt('applicant', 'masked-name', { given: name })
  const applicant = {
    name,
    identityNumber: unmasked(cells, 'identityNumber', cells.digits('identityNumber')),
    phone: unmasked(cells, 'phone', cells.digits('phone')),
    email: unmasked(cells, 'email', cells.some('email', 254)),
    address: unmasked(cells, 'address', cells.some('address', 300)),
  }
  const delivery = deliveryIn(cells, isOpen)
  const notes = notesIn(cells)
  if (cells.errors.length > 0 || submitted === null) return null

  const facts = factsOf(channel, submitted, received)
  const data = { type: 'request', channel, oral: false, facts, receivedOn: received, kind, title, wanted, importedAs: number } as const
  const note: HistoryEvent[] = notes === '' ? [] : [{ kind: 'note.added', on: concluded ?? options.today, data: { text: notes } }]
  return {
    row: cells.row,
    number,
    title,
    wanted,
    channel,
    facts,
    kind,
    applicant,
    delivery,
    submittedOn: submitted,
    receivedOn: received,
    events: [{ kind: 'request.submitted', on: submitted, data }, ...handling, ...closing, ...note],
  }
}

/** The beginning of what is asked, as a title where the ledger has none. */
const shortened = (wanted: string): string => {
  const characters = [...wanted.replaceAll(/\s+/g, ' ').trim()]
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}

/** What another list has hidden is nothing to write to: it is left empty, and said. */
function unmasked(cells: Cells, column: 'identityNumber' | 'phone' | 'email' | 'address', given: string): string {
  if (!given.includes('*')) return given
  cells.doubt(column, 'masked', { given })
  return ''
}

function whoIn(cells: Cells): { kind: ApplicantKind; name: string } {
  const { kinds } = ledgerWords[cells.language]
  const name = cells.text('applicant', 100)
  if (name === '') cells.fault('applicant', 'required')
  const given = cells.some('kind', 60)
  const { found, sure } = kindOf(given, name)
  const [kind] = found
  if (kind === undefined) {
    const choices = applicantKinds.map((one) => kinds[one]).join('、')
    if (given === '') cells.fault('kind', 'kind-unknown', { choices })
    else cells.fault('kind', 'choice', { given, choices })
  } else if (!sure) cells.doubt('kind', 'kind-read', { given: given === '' ? name : `${given} ${name}`, taken: kinds[kind]! })
  return { kind: kind ?? 'other', name }
}

function channelIn(cells: Cells): Channel {
  const names = caseworkWords[cells.language].channels
  const given = cells.some('channel', 60)
  if (given === '') {
    if (cells.has('channel')) cells.doubt('channel', 'empty-read', { taken: names['in-person']! })
    return 'in-person'
  }
  const { found, sure } = channelOf(given)
  const [channel] = found
  if (channel === undefined) {
    cells.fault('channel', 'choice', { given, choices: Object.values(caseworkWords['zh-CN'].channels).join('、') })
    return 'in-person'
  }
  if (!sure) cells.doubt('channel', 'channel-read', { given, taken: names[channel]! })
  return channel
}

/** How the answer is wanted: of a case that is over it no longer matters. */
function deliveryIn(cells: Cells, isOpen: boolean): Delivery {
  const given = cells.some('delivery', 60)
  const { found, sure } = deliveryOf(given)
  if (sure && found[0]) return found[0]
  if (!isOpen) return 'post'
  const names = caseworkWords[cells.language].deliveries
  if (given === '' || found.length > 1) {
    const taken = found[0] ?? 'post'
    if (cells.has('delivery')) cells.doubt('delivery', given === '' ? 'empty-read' : 'channel-read', { given, taken: names[taken]! })
    return taken
  }
  cells.fault('delivery', 'choice', { given, choices: deliveries.map((one) => names[one]!).join('、') })
  return 'post'
}

/** What has no place of its own in a case. */
function notesIn(cells: Cells): string {
  const challenge = cells.some('challenge')
  if (challenge !== '') cells.doubt('challenge', 'challenge-as-note', { given: challenge })
  const named = (column: LedgerColumn, found: string) => (found === '' ? [] : [`${ledgerColumns[column]['zh-CN']}：${found}`])
  return [...cells.notes, ...named('challenge', challenge), cells.some('note')].filter((part) => part !== '').join('\n')
}

/** Days of the way in that give the day of receipt again by the rule of the channel (Order 711 Art. 31). */
function factsOf(channel: Channel, submitted: string, received: string | null): ReceiptFacts {
  if (received === null) return { submitted }
  if (channel === 'in-person') return { submitted: received }
  if (channel === 'registered-post') return { submitted, signedFor: received }
  return { submitted, confirmed: received }
}
