/** Bodies: who publishes, under which name, filing to whom; and their sections. */
import { type Static, Type } from 'typebox'
import type { Context } from '#db'
import {
  addBody,
  addSection,
  type Body,
  type BodyDetail as BodyFound,
  bodyAt,
  changeBody,
  changeSection,
  endBody,
  endSection,
  exportBodies,
  findBodies,
  importBodies,
  nameBody,
  type Section as SectionFound,
  sectionsOf,
  today,
} from '#identity'
import { apiWords } from '#words'
import { listFile } from '../downloads.ts'
import { route } from '../operation.ts'
import { presentImport } from '../present.ts'
import { type BodyLink, bodyRefs, refOf } from '../refs.ts'
import {
  BodyKindName,
  BodyLevelName,
  BodyRef,
  byId,
  bySlug,
  Day,
  dryRun,
  ExportFormat,
  Id,
  ImportResult,
  Line,
  list,
  Nullable,
  NullableDay,
  NullableText,
  page,
  paging,
  Shape,
  Slug,
  Some,
  Text,
} from '../schemas.ts'
import { lists, requireType } from '../uploads.ts'

const contacts = {
  reconsiderationOrgan: Text('行政复议机关', 100),
  court: Text('Court that hears suits against it', 100),
  unit: Text('政府信息公开工作机构', 100),
  address: Text('Address', 200),
  postcode: Text('Postcode', 10),
  phone: Text('Telephone', 60),
  fax: Text('Fax', 60),
  email: Text('Email', 100),
  hours: Text('Hours of work', 100),
}

const Uscc = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$',
  description: '统一社会信用代码 with a right check digit, or null',
})

export const BodyEntry = Shape(
  {
    id: Id('Body'),
    slug: Slug(),
    name: Type.String({ description: 'Official name today', examples: ['云岭县财政局'] }),
    shortName: Type.String({ examples: ['县财政局'] }),
    aliases: Type.Array(Type.String()),
    kind: BodyKindName,
    level: BodyLevelName,
    filesTo: Nullable(BodyRef),
    sharesOfficeWith: Nullable(BodyRef),
    uscc: NullableText('统一社会信用代码'),
    makesRules: Type.Boolean({ description: 'May make 规章' }),
    isSummed: Type.Boolean({ description: 'Counted by the local roll-up' }),
    ...contacts,
    position: Type.Integer({ description: 'Order within its kind' }),
    establishedOn: Day('Since'),
    endedOn: NullableDay('The first day on which it no longer was'),
  },
  { title: 'Body' },
)

const NameKind = Type.Enum(['official', 'short', 'alias'] as const, { title: 'BodyNameKind' })
export const BodyName = Shape(
  {
    id: Id('Name'),
    name: Type.String(),
    kind: NameKind,
    since: NullableDay('From'),
    until: NullableDay('The first day on which it no longer held'),
  },
  { title: 'BodyName' },
)
const SuccessionKind = Type.Enum(['merged', 'split', 'transferred'] as const, { title: 'SuccessionKind' })
export const Succession = Shape(
  {
    slug: Slug(),
    name: Type.String({ description: 'Official name' }),
    kind: SuccessionKind,
    on: Day('On'),
    basis: Type.String({ description: 'Document it rests on' }),
  },
  { title: 'Succession' },
)

export const BodyDetail = Shape(
  {
    ...BodyEntry.properties,
    region: Shape({ code: Type.String(), name: Type.String() }),
    names: Type.Array(BodyName),
    predecessors: Type.Array(Succession),
    successors: Type.Array(Succession),
  },
  { title: 'BodyDetail' },
)

const changeable = Shape({
  region: Type.String({ maxLength: 12, description: 'Code of the region' }),
  kind: BodyKindName,
  level: BodyLevelName,
  filesTo: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Slug of the body it files to' }),
  sharesOfficeWith: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Slug of the body it shares an office with' }),
  uscc: Uscc,
  makesRules: Type.Boolean(),
  isSummed: Type.Boolean(),
  ...contacts,
  position: Type.Integer({ minimum: 0, maximum: 100_000 }),
})

export const BodyDraft = Shape(
  {
    slug: Slug('Address of its pages; it never changes'),
    name: Line('Official name', 100, ['云岭县水务局']),
    shortName: Type.Optional(Line('Short name', 100, ['县水务局'])),
    ...Some(changeable).properties,
    kind: BodyKindName,
    level: BodyLevelName,
    establishedOn: Day('Since'),
  },
  { title: 'BodyDraft' },
)

export const Section = Shape(
  { id: Id('Section'), body: BodyRef, name: Type.String(), endedOn: NullableDay('Ended on') },
  { title: 'Section' },
)

export const bodyRoutes = [
  route(
    {
      id: 'listBodies',
      method: 'GET',
      path: '/bodies',
      tag: 'bodies',
      summary: 'Bodies, by kind and order',
      access: 'public',
      query: Shape({
        q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or alias, or the USCC' })),
        kind: Type.Optional(BodyKindName),
        filesTo: Type.Optional(Slug('Slug of the body they file to')),
        ended: Type.Optional(Type.Boolean({ default: false, description: 'Those that ended, too' })),
        ...paging,
      }),
      answers: { 200: page(BodyEntry, 'BodyPage') },
    },
    async ({ ctx, query }) => {
      const { items, next } = await findBodies(ctx, { ...query, ended: query.ended ? 'all' : undefined, limit: query.limit ?? 50 })
      return { items: await entries(ctx, items), next }
    },
  ),
  route(
    {
      id: 'exportBodies',
      method: 'GET',
      path: '/bodies/export',
      tag: 'bodies',
      summary: 'All bodies as a file that can be imported again',
      access: 'signed-in',
      needs: 'body.export',
      query: Shape({ format: Type.Optional(ExportFormat) }),
      answers: {
        200: { file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], description: 'The file' },
      },
    },
    async ({ ctx, actor, query, language }) =>
      listFile(apiWords[language].exports.bodies(today(ctx)), query.format, await exportBodies(ctx, actor, query.format ?? 'csv')),
  ),
  route(
    {
      id: 'importBodies',
      method: 'POST',
      path: '/bodies/import',
      tag: 'bodies',
      summary: 'Add and change bodies from a file',
      description: 'CSV (UTF-8 or GB 18030) or XLSX with the heads of the export. All rows or none.',
      access: 'signed-in',
      needs: 'body.import',
      query: Shape({ dryRun }),
      form: Shape({}),
      answers: { 200: ImportResult },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, query, file, language }) => {
      requireType(file, lists, language)
      return presentImport(await importBodies(ctx, actor, file.bytes, query), query.dryRun)
    },
  ),
  route(
    {
      id: 'readBody',
      method: 'GET',
      path: '/bodies/:slug',
      tag: 'bodies',
      summary: 'A body with its names, predecessors and successors',
      access: 'public',
      params: bySlug,
      answers: { 200: BodyDetail },
    },
    async ({ ctx, params }) => presentDetail(await bodyAt(ctx, params.slug)),
  ),
  route(
    {
      id: 'addBody',
      method: 'POST',
      path: '/bodies',
      tag: 'bodies',
      summary: 'Add a body',
      access: 'signed-in',
      needs: 'body.add',
      body: BodyDraft,
      answers: { 201: BodyDetail },
    },
    async ({ ctx, actor, body }) => presentDetail(await addBody(ctx, actor, body)),
  ),
  route(
    {
      id: 'changeBody',
      method: 'PATCH',
      path: '/bodies/:slug',
      tag: 'bodies',
      summary: 'Change what is kept about a body, except its names',
      access: 'signed-in',
      needs: 'body.change',
      params: bySlug,
      body: Some(changeable, { title: 'BodyChange' }),
      answers: { 200: BodyDetail },
    },
    async ({ ctx, actor, params, body }) => presentDetail(await changeBody(ctx, actor, params.slug, body)),
  ),
  route(
    {
      id: 'nameBody',
      method: 'POST',
      path: '/bodies/:slug/names',
      tag: 'bodies',
      summary: 'Give a body a name from a day on',
      description: 'A new official name ends the one before it; aliases and short names stand side by side.',
      access: 'signed-in',
      needs: 'body.rename',
      params: bySlug,
      body: Shape(
        { name: Line('Name', 100), kind: NameKind, since: Type.Optional(Day('From; absent: today')) },
        { title: 'BodyNameDraft' },
      ),
      answers: { 201: BodyDetail },
    },
    async ({ ctx, actor, params, body }) => presentDetail(await nameBody(ctx, actor, params.slug, body)),
  ),
  route(
    {
      id: 'endBody',
      method: 'POST',
      path: '/bodies/:slug/end',
      tag: 'bodies',
      summary: 'End a body, and say who succeeds it',
      description: 'The successor answers and reports for it (国办公开办函〔2019〕14号).',
      access: 'signed-in',
      needs: 'body.end',
      params: bySlug,
      body: Shape(
        {
          on: Day('The first day on which it no longer is'),
          kind: SuccessionKind,
          successors: Type.Array(Slug('Successor'), { maxItems: 20 }),
          basis: Text('Document it rests on', 200),
        },
        { title: 'BodyEnd' },
      ),
      answers: { 200: BodyDetail },
    },
    async ({ ctx, actor, params, body }) => presentDetail(await endBody(ctx, actor, params.slug, body)),
  ),
  route(
    {
      id: 'listSections',
      method: 'GET',
      path: '/bodies/:slug/sections',
      tag: 'bodies',
      summary: 'Sections (内设机构) of a body',
      access: 'signed-in',
      needs: 'section.see',
      params: bySlug,
      query: Shape({ ended: Type.Optional(Type.Boolean({ default: false, description: 'Those that ended, too' })) }),
      answers: { 200: list(Section, 'SectionList') },
    },
    async ({ ctx, params, query }) => {
      const body = await bodyAt(ctx, params.slug)
      return { items: (await sectionsOf(ctx, params.slug, query)).map((section) => presentSection(section, body)) }
    },
  ),
  route(
    {
      id: 'addSection',
      method: 'POST',
      path: '/bodies/:slug/sections',
      tag: 'bodies',
      summary: 'Add a section',
      access: 'signed-in',
      needs: 'section.add',
      params: bySlug,
      body: Shape({ name: Line('Name', 100, ['综合科']) }, { title: 'SectionDraft' }),
      answers: { 201: Section },
    },
    async ({ ctx, actor, params, body }) => presentSection(await addSection(ctx, actor, params.slug, body), await bodyAt(ctx, params.slug)),
  ),
  route(
    {
      id: 'renameSection',
      method: 'PATCH',
      path: '/sections/:id',
      tag: 'bodies',
      summary: 'Rename a section',
      access: 'signed-in',
      needs: 'section.change',
      params: byId,
      body: Shape({ name: Line('Name', 100, ['综合科']) }, { title: 'SectionChange' }),
      answers: { 200: Section },
    },
    async ({ ctx, actor, params, body }) => withBody(ctx, await changeSection(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'endSection',
      method: 'POST',
      path: '/sections/:id/end',
      tag: 'bodies',
      summary: 'End a section',
      access: 'signed-in',
      needs: 'section.end',
      params: byId,
      body: Shape({ on: Day('Ended on') }),
      answers: { 200: Section },
    },
    async ({ ctx, actor, params, body }) => withBody(ctx, await endSection(ctx, actor, params.id, body.on)),
  ),
]

/** Bodies as lists show them: with the names of those they point to. */
async function entries(ctx: Context, bodies: readonly Body[]): Promise<Static<typeof BodyEntry>[]> {
  const refs = await bodyRefs(
    ctx,
    bodies.flatMap(({ filesTo, sharesOfficeWith }) => [filesTo, sharesOfficeWith]),
  )
  return bodies.map((body) => presentEntry(body, refs.get(body.filesTo), refs.get(body.sharesOfficeWith)))
}

function presentEntry(
  { regionId: _, ...body }: Body,
  filesTo: BodyLink | null,
  sharesOfficeWith: BodyLink | null,
): Static<typeof BodyEntry> {
  return { ...body, aliases: [...body.aliases], filesTo, sharesOfficeWith }
}

function presentDetail({
  filesToBody,
  sharesOfficeWithBody,
  names,
  predecessors,
  successors,
  region,
  ...body
}: BodyFound): Static<typeof BodyDetail> {
  return {
    ...presentEntry(body, filesToBody, sharesOfficeWithBody),
    region,
    names: [...names],
    predecessors: [...predecessors],
    successors: [...successors],
  }
}

const presentSection = ({ id, name, endedOn }: SectionFound, body: BodyLink): Static<typeof Section> => ({
  id,
  name,
  endedOn,
  body: refOf(body),
})

const withBody = async (ctx: Context, section: SectionFound): Promise<Static<typeof Section>> =>
  presentSection(section, (await bodyRefs(ctx, [section.bodyId])).get(section.bodyId)!)
