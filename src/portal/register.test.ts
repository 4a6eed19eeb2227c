import { expect, test } from 'vitest'
import { changesOf, filterBodies, findBodies, grouped, levelOf, type PortalBody, type Register } from './register.ts'

const plain: PortalBody = {
  reports: null,
  appliesOnline: true,
  id: '',
  slug: '',
  kind: 'department',
  level: 'county',
  regionId: '',
  name: '',
  shortName: '',
  aliases: [],
  filesTo: null,
  sharesOfficeWith: null,
  uscc: null,
  makesRules: false,
  isSummed: true,
  reconsiderationOrgan: '',
  court: '',
  unit: '',
  address: '',
  postcode: '',
  phone: '',
  fax: '',
  email: '',
  hours: '',
  position: 0,
  establishedOn: '2010-05-01',
  endedOn: null,
  formerNames: [],
  predecessors: [],
  successors: [],
}
const body = (slug: string, name: string, more: Partial<PortalBody> = {}): PortalBody => ({
  ...plain,
  id: slug,
  slug,
  name,
  shortName: name,
  ...more,
})

const land = body('land', '云溪县自然资源局', {
  aliases: ['县资源局'],
  formerNames: [
    { name: '云溪县国土局', since: '2012-01-01', until: '2019-03-01' },
    { name: '云溪县土地管理局', since: null, until: '2012-01-01' },
  ],
})
const parks = body('parks', '云溪县园林局', { endedOn: '2025-06-30' })
const late = body('late', '云溪县气象服务局', { formerNames: [{ name: '云溪县气象台', since: null, until: '2026-01-21' }] })
const town = body('qingshi', '青石镇人民政府', { kind: 'town' })
const register: Register = {
  today: '2026-01-20',
  region: null,
  marks: { organiser: '', undertaker: '', contact: '', siteCode: '', icpNumber: '', policeNumber: '' },
  bodies: [parks, land, town, late],
}
const found = (q: string) => findBodies(register, q).map((hit) => hit.body.slug)

test.each([
  ['自然资源', ['land']],
  ['云溪县 资源', ['land']],
  ['ＬＡＮＤ', ['land']],
  ['资源局', ['land']],
  ['土地管理', ['land']],
  ['云溪县', ['land', 'late', 'parks']],
  ['某某', []],
  ['  ', []],
])('%s finds %j', (q, slugs) => expect(found(q)).toEqual(slugs))

test('a hit says by which other name it was met', () => {
  expect(findBodies(register, '县资源局')).toEqual([{ body: land, alias: '县资源局' }])
  expect(findBodies(register, '国土')).toEqual([{ body: land, former: '云溪县国土局' }])
})

test('a body that ended is listed only where asked for', () => {
  const slugs = (ended: boolean) => filterBodies(register, { q: '', kind: null, ended }).map(({ slug }) => slug)
  expect(slugs(false)).not.toContain('parks')
  expect(slugs(true)).toContain('parks')
  expect(filterBodies(register, { q: '', kind: 'town', ended: true })).toEqual([town])
})

test('changes come newest first, each name after the one before, and none before its day', () => {
  expect(changesOf(register).map(({ day, kind, names, body: of }) => [day, kind, of.slug, ...(kind === 'renamed' ? names! : [])])).toEqual([
    ['2025-06-30', 'ended', 'parks'],
    ['2019-03-01', 'renamed', 'land', '云溪县国土局', '云溪县自然资源局'],
    ['2012-01-01', 'renamed', 'land', '云溪县土地管理局', '云溪县国土局'],
    ['2010-05-01', 'established', 'land'],
    ['2010-05-01', 'established', 'late'],
    ['2010-05-01', 'established', 'parks'],
    ['2010-05-01', 'established', 'qingshi'],
  ])
})

test('a day of establishment that nobody entered is no news', () =>
  expect(changesOf({ ...register, bodies: [{ ...town, establishedOn: '1949-10-01' }] })).toEqual([]))

test('groups stand in the order of lists; the government and its office are one', () =>
  expect(grouped([town, body('o', '办', { kind: 'office' }), body('g', '府', { kind: 'government' })]).map(({ group }) => group)).toEqual([
    'government',
    'town',
  ]))

test.each([
  ['云溪县', '县'],
  ['城东区', '区'],
  ['云溪', ''],
])('%s is a %s', (shortName, level) => expect(levelOf({ code: '', name: shortName, shortName })).toBe(level))
