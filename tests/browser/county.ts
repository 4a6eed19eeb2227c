/** A made-up county, small enough to know by heart: bodies of every kind, one renamed, one merged into another, one that gave no address. */
import type { Context } from '#db'

interface Entry {
  readonly slug: string
  readonly kind: string
  readonly name: string
  readonly short?: string
  readonly alias?: string
  readonly since?: string
  readonly ended?: string
  readonly level?: string
  readonly former?: { readonly name: string; readonly until: string }
  readonly isBare?: true
}

const bodies: readonly Entry[] = [
  { slug: 'yunxi', kind: 'government', name: '云溪县人民政府', short: '县政府' },
  { slug: 'yunxi-office', kind: 'office', name: '云溪县人民政府办公室', short: '县政府办公室', alias: '县府办' },
  { slug: 'fagai', kind: 'department', name: '云溪县发展和改革局', short: '发展和改革局', alias: '县发改局' },
  { slug: 'jiaoyu', kind: 'department', name: '云溪县教育局', short: '教育局' },
  { slug: 'gongan', kind: 'department', name: '云溪县公安局', short: '公安局' },
  { slug: 'minzheng', kind: 'department', name: '云溪县民政局', short: '民政局' },
  {
    slug: 'ziran-ziyuan',
    kind: 'department',
    name: '云溪县自然资源局',
    short: '自然资源局',
    former: { name: '云溪县国土资源局', until: '2019-03-01' },
  },
  { slug: 'zhujian', kind: 'department', name: '云溪县住房和城乡建设局', short: '住房和城乡建设局' },
  { slug: 'chengguan', kind: 'department', name: '云溪县城市管理局', short: '城市管理局', ended: '2025-06-30' },
  {
    slug: 'shuju',
    kind: 'department',
    name: '云溪县数据局',
    short: '数据局',
    since: '2024-04-08',
    former: { name: '云溪县大数据中心', until: '2025-02-01' },
  },
  { slug: 'weijian', kind: 'department', name: '云溪县卫生健康局', short: '卫生健康局' },
  { slug: 'qingshi', kind: 'town', name: '青石镇人民政府', short: '青石镇', level: 'town' },
  { slug: 'liuwan', kind: 'town', name: '柳湾镇人民政府', short: '柳湾镇', level: 'town' },
  { slug: 'chengguan-jiedao', kind: 'town', name: '城关街道办事处', short: '城关街道', level: 'town' },
  { slug: 'jingkaiqu', kind: 'zone', name: '云溪经济开发区管理委员会', short: '云溪经济开发区' },
  { slug: 'dangan', kind: 'party', name: '云溪县档案局', short: '档案局', isBare: true },
  { slug: 'shuiwu', kind: 'vertical', name: '国家税务总局云溪县税务局', short: '县税务局' },
]

export const slugs = bodies.map(({ slug }) => slug)

/** Fills an empty database with the county. */
export async function settleCounty(ctx: Context): Promise<void> {
  const region = ctx.newId()
  await ctx.db.insertInto('region').values({ id: region, parent_id: null, code: '999921', name: '云溪县', short_name: '云溪县' }).execute()
  const ids = new Map(bodies.map(({ slug }) => [slug, ctx.newId()]))
  const office = ids.get('yunxi-office')!
  for (const [at, body] of bodies.entries()) {
    const id = ids.get(body.slug)!
    const line = 100 + at
    await ctx.db
      .insertInto('body')
      .values({
        id,
        slug: body.slug,
        region_id: region,
        kind: body.kind,
        level: body.level ?? 'county',
        files_to: null,
        shares_office_with: null,
        uscc: null,
        is_summed: body.kind !== 'vertical',
        reconsideration_organ: body.level === 'town' || body.kind === 'department' ? '云溪县人民政府' : '',
        court: '云溪县人民法院',
        position: at,
        established_on: body.since ?? '2010-05-01',
        ended_on: body.ended ?? null,
        ...(!body.isBare && {
          unit: '办公室',
          address: `云溪县城关街道文昌路 ${line} 号`,
          postcode: '999921',
          phone: `0000-8000${line}`,
          fax: `0000-8001${line}`,
          email: `${body.slug}@yunxi.example`,
          hours: '工作日 8:30—12:00、14:30—17:30',
        }),
      })
      .execute()
    const until = body.former?.until ?? null
    const names = [
      ...(body.former ? [{ name: body.former.name, kind: 'official', since: null, until }] : []),
      { name: body.name, kind: 'official', since: until, until: null },
      ...(body.short ? [{ name: body.short, kind: 'short', since: null, until: null }] : []),
      ...(body.alias ? [{ name: body.alias, kind: 'alias', since: null, until: null }] : []),
    ]
    await ctx.db
      .insertInto('body_name')
      .values(names.map((name) => ({ id: ctx.newId(), body_id: id, ...name })))
      .execute()
  }
  await ctx.db
    .updateTable('body')
    .set({ files_to: office })
    .where('id', '!=', office)
    .where('kind', 'in', ['department', 'town', 'zone', 'party'])
    .execute()
  await ctx.db
    .insertInto('succession')
    .values({
      predecessor_id: ids.get('chengguan')!,
      successor_id: ids.get('zhujian')!,
      kind: 'merged',
      on_day: '2025-06-30',
      basis: '云机编〔2025〕3 号',
    })
    .execute()
  const settings = {
    organiser: '云溪县人民政府办公室',
    contact: '0000-8000012（工作日 8:30—17:30）',
    siteCode: '9999210001',
    icpNumber: '某ICP备00000000号',
    policeNumber: '某公网安备99992102000000号',
  }
  await ctx.db
    .insertInto('setting')
    .values(Object.entries(settings).map(([key, value]) => ({ scope: 'system', key, value: JSON.stringify(value), changed_at: ctx.now() })))
    .execute()
}
