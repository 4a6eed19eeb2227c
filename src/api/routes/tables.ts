/** Tables 三 and 四 of the annual report as the cases make them, and the cases behind each cell. */
import { type Static, Type } from 'typebox'
import {
  applicantKinds,
  type Cell as CellFound,
  caseStates,
  cellOf,
  challengeGroups,
  challengeResults,
  outcomeRows,
  type Records,
  recordsOf,
  type Tables as TablesFound,
  tableKeys,
  tablesOf,
} from '#casework'
import type { Language } from '#report'
import { cellCounts } from '#words'
import { route } from '../operation.ts'
import { Day, Id, Nullable, NullableDay, NullableText, paging, Shape, Slug } from '../schemas.ts'

const Year = Type.Integer({ minimum: 2008, maximum: 2100, description: 'Year of the report', examples: [2025] })

export const TableCell = Shape(
  {
    key: Type.String({ description: 'As spec/annual-report names it', examples: ['requests.granted.naturalPerson'] }),
    count: Type.Integer({ minimum: 0 }),
    isSum: Type.Boolean({ description: 'A sum of other cells' }),
    counts: Type.String({ description: 'What it counts, in words' }),
    source: NullableText('Provision the row rests on'),
  },
  { title: 'TableCell' },
)

export const Tables = Shape(
  {
    body: Slug(),
    year: Year,
    asOf: Day('The figures as they stand on this day: 31 December, or today while the year runs', ['2025-12-31']),
    cells: Type.Array(TableCell, { description: '175 of table 三, 15 of table 四, in the order printed' }),
  },
  { title: 'Tables' },
)

const Kind = Type.Enum(applicantKinds, { title: 'ApplicantKind', description: 'Column of table 三' })
const Row = Type.Unsafe<(typeof outcomeRows)[number] | null>({
  type: ['string', 'null'],
  enum: [...outcomeRows, null],
  description: 'Row of table 三; null while open',
})

export const TableRecord = Shape(
  {
    id: Id('Request'),
    part: Type.Integer({ description: 'Which of its rounds counts here, from 0; above 0 where a reopened case is counted anew' }),
    number: Type.String(),
    title: Type.String(),
    kind: Kind,
    state: Type.Enum(caseStates, { title: 'CaseState', description: 'State of the case now' }),
    receivedOn: Day('Received'),
    concludedOn: NullableDay('Concluded, as it is counted'),
    row: Row,
  },
  { title: 'TableRecord' },
)

export const TableChallenge = Shape(
  {
    id: Id('Challenge'),
    number: Type.String({ description: '案号' }),
    organ: Type.String({ description: 'Organ or court' }),
    group: Type.Enum(challengeGroups, { title: 'ChallengeGroup', description: 'Group of table 四' }),
    state: Type.String(),
    filedOn: Day('Filed'),
    concludedOn: NullableDay('Concluded, as it is counted'),
    result: Nullable(Type.Enum(challengeResults, { title: 'ChallengeResult' })),
  },
  { title: 'TableChallenge' },
)

export const CellRecords = Shape(
  {
    cell: Shape(
      { key: Type.String(), counts: Type.String({ description: 'What it counts, in words' }), source: NullableText('Provision') },
      { title: 'CellName' },
    ),
    requests: Type.Array(TableRecord, { description: 'Of a cell of table 三, by day' }),
    challenges: Type.Array(TableChallenge, { description: 'Of a cell of table 四' }),
    next: NullableText('Give it as `after` for the next page; null at the end'),
  },
  { title: 'CellRecords' },
)

export const tableRoutes = [
  route(
    {
      id: 'readTables',
      method: 'GET',
      path: '/tables/:body/:year',
      tag: 'tables',
      summary: 'Tables 三 and 四 of a body and a year, counted from the cases',
      access: 'signed-in',
      needs: 'request.count',
      params: Shape({ body: Slug(), year: Year }),
      answers: { 200: Tables },
    },
    async ({ ctx, actor, params, language }) => presentTables(await tablesOf(ctx, actor, params), language),
  ),
  route(
    {
      id: 'listCellRecords',
      method: 'GET',
      path: '/tables/:body/:year/cells/:key',
      tag: 'tables',
      summary: 'The cases, or challenges, that a cell counts',
      access: 'signed-in',
      needs: ['request.see', 'challenge.see'],
      params: Shape({ body: Slug(), year: Year, key: Type.String({ maxLength: 80, description: 'Key of the cell' }) }),
      query: Shape(paging),
      answers: { 200: CellRecords },
    },
    async ({ ctx, actor, params, query, language }) =>
      presentRecords(await recordsOf(ctx, actor, { ...params, ...query }), params.year, language),
  ),
]

const presentTables = ({ slug, year, asOf, cells }: TablesFound, language: Language): Static<typeof Tables> => ({
  body: slug,
  year,
  asOf,
  cells: tableKeys.map((key) => {
    const cell = cellOf(key)!
    return { key, count: cells[key]!, isSum: cell.rule === 'sum', counts: countsOf(cell, year, language), source: cell.source }
  }),
})

const presentRecords = ({ cell, requests, challenges, next }: Records, year: number, language: Language): Static<typeof CellRecords> => ({
  cell: { key: cell.key, counts: countsOf(cell, year, language), source: cell.source },
  requests: requests.map(({ state, ...record }) => ({ ...record, state: caseStates.find((one) => one === state)! })),
  challenges: [...challenges],
  next,
})

const countsOf = ({ rule }: CellFound, year: number, language: Language): string => cellCounts(language, rule, year)
