/** A county that never was, worked through year by year by the same commands the desk uses: for tests, benchmarks and a look around. */
import { type Context, inTransaction } from '#db'
import {
  type Actor,
  addBody,
  addPersonIn,
  bodyAt,
  changeBody,
  changeSetting,
  createAccountWithoutPassword,
  firstRun,
  type Machine,
  type NewPost,
  postsOf,
} from '#identity'
import { type Office, planCase, plusDays, type Stage, type Step } from './cases.ts'
import { chanceOf } from './chance.ts'
import { departments, personName, towns } from './names.ts'
import { planRecords } from './records.ts'
import { makeReport, type Signers } from './reports.ts'
import { markOwn } from './store.ts'

export { type Chance, chanceOf } from './chance.ts'
export { makeReport } from './reports.ts'

export interface Simulation {
  readonly seed: number
  /** How many bodies keep records, the government's office among them. */
  readonly bodies: number
  /** How many whole years, the last of them `lastYear`. */
  readonly years: number
  /** Requests a year, over all bodies. */
  readonly cases: number
  /** Whether the years before the last have their reports, published. */
  readonly reports?: boolean
  readonly lastYear?: number
  onProgress?(done: number, all: number): void
}

export interface Simulated {
  readonly bodies: readonly string[]
  readonly years: readonly number[]
}

const machine: Machine = { personId: null, origin: 'system' }
/** The last year whose holidays, and those of January after it, are announced. */
const usualLastYear = 2025

/**
 * Fills an empty, migrated installation. `contextAt` gives a context that reads the clock it is handed; the clock goes from act to act. The
 * same seed makes the same county but for ids and what is sealed. Throws `not-first-run` where somebody is there already, a RangeError for
 * numbers that make no county.
 */
export async function simulate(contextAt: (now: () => Date) => Context, wanted: Simulation): Promise<Simulated> {
  const { seed, bodies, years, cases, lastYear = usualLastYear } = wanted
  const most = 1 + departments.length + towns.length
  if (!(bodies >= 1 && bodies <= most)) throw new RangeError(`from 1 to ${most} bodies`)
  if (!(years >= 1 && years <= 6 && cases >= 0 && cases <= 1_000_000)) throw new RangeError('from 1 to 6 years, from 0 to 1,000,000 cases')
  const chance = chanceOf(seed)
  const firstYear = lastYear - years + 1
  let now = instantOf(`${firstYear}-01-02`)
  const ctx = contextAt(() => now)
  await inTransaction(ctx, (tx) => markOwn(tx, ctx.now()))
  const offices = await foundCounty(ctx, bodies, chance)

  const steps: Step[] = []
  let order = 0
  const end = `${lastYear + 1}-01-20`
  const stage: Stage = {
    chance,
    plan(day, run) {
      if (day > end) return
      insert(steps, { day, order: order++, run })
    },
  }
  const busiest = Math.max(1, Math.floor(offices.length / 3))
  for (let year = firstYear; year <= lastYear; year++) {
    for (const office of offices) planRecords(stage, office, office.shortName, year)
    for (let count = 0; count < cases; count++) {
      // Land, housing and one more get most of what is asked; most towns none.
      const office = chance.likely(0.8) ? offices[chance.whole(busiest)]! : chance.pick(offices)
      planCase(stage, office, plusDays(`${year}-01-04`, chance.whole(360)))
    }
  }
  if (wanted.reports)
    for (let year = firstYear; year < lastYear; year++)
      stage.plan(`${year + 1}-01-25`, async (same) => {
        for (const office of offices) await makeReport(same, office, offices[0]!.higher, year)
      })

  let done = 0
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    now = instantOf(step.day)
    await step.run(ctx)
    wanted.onProgress?.(++done, done + steps.length)
  }
  now = instantOf(end)
  return { bodies: offices.map(({ slug }) => slug), years: Array.from({ length: years }, (_, at) => firstYear + at) }
}

/** Kept in order of the day, then of planning. */
function insert(steps: Step[], step: Step): void {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = steps[middle]!
    if (other.day < step.day || (other.day === step.day && other.order < step.order)) low = middle + 1
    else high = middle
  }
  steps.splice(low, 0, step)
}

/** Nine in the morning of a day in Shanghai. */
const instantOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`)

interface StaffedOffice extends Office, Signers {
  readonly shortName: string
  readonly higher: Actor
}

const region = '云岭县'
const government = 'yunling'

async function foundCounty(ctx: Context, count: number, chance: ReturnType<typeof chanceOf>): Promise<StaffedOffice[]> {
  await firstRun(ctx, {
    region: { code: '990522', name: region, shortName: '云岭' },
    government: { name: `${region}人民政府`, slug: government, level: 'county' },
    office: { name: `${region}人民政府办公室`, slug: 'office' },
    administrator: { name: '系统员', username: 'system', password: `Sim-${chance.whole(1e9)}-Aa` },
    securityAdmin: { name: '安全员', username: 'security' },
    auditAdmin: { name: '审计员', username: 'audit' },
  })
  const bodies = [
    { slug: 'office', name: `${region}人民政府办公室`, shortName: '政府办' },
    ...spread(count - 1).map((at) => {
      const isTown = at >= departments.length
      const [slug, name] = isTown ? towns[at - departments.length]! : departments[at]!
      return { slug, name: isTown ? name : `${region}${name}`, shortName: name, isTown }
    }),
  ]
  const offices: StaffedOffice[] = []
  for (const { slug, name, shortName, ...more } of bodies) {
    if (slug !== 'office') {
      const isTown = 'isTown' in more && more.isTown === true
      await addBody(ctx, machine, {
        slug,
        kind: isTown ? 'town' : 'department',
        level: isTown ? 'town' : 'county',
        name,
        shortName,
        filesTo: government,
      })
    }
    const { id: bodyId } = await bodyAt(ctx, slug)
    await changeBody(ctx, machine, slug, {
      reconsiderationOrgan: `${region}人民政府`,
      court: `${region}人民法院`,
      unit: '办公室',
      phone: '0000-8000100',
      address: `${region}城关镇`,
    })
    await changeSetting(ctx, machine, { key: 'chargesFees', value: true, bodyId })
    await changeSetting(ctx, machine, { key: 'letterWord', value: '云岭公开', bodyId })
    const staff = (role: string, post: NewPost) => hire(ctx, `${personName(chance)}（${shortName}）`, `${slug}.${role}`, post)
    const clerk = await staff('clerk', { body: slug, role: 'drafter' })
    const officer = await staff('officer', { body: slug, role: 'disclosure-officer' })
    const leader = await staff('leader', { body: slug, role: 'leader' })
    const higher: Actor = offices[0]?.higher ?? (await staff('higher', { body: 'office', role: 'higher-office' }))
    offices.push({ slug, bodyId, clerk, officer, leader, higher, shortName })
  }
  return offices
}

/** Departments first, then towns, some of each: which of the list. */
function spread(count: number): number[] {
  const inTown = Math.min(towns.length, Math.floor(count / 3))
  const inDepartment = Math.min(departments.length, count - inTown)
  const rest = count - inDepartment - inTown
  return [
    ...Array.from({ length: inDepartment }, (_, at) => at),
    ...Array.from({ length: inTown + rest }, (_, at) => departments.length + at),
  ]
}

async function hire(ctx: Context, name: string, username: string, post: NewPost): Promise<Actor> {
  const { person } = await inTransaction(ctx, (tx) =>
    addPersonIn(tx, ctx, machine, { name, username, posts: [{ ...post, since: '2015-01-01' }] }, async (inner, same, account) => {
      await createAccountWithoutPassword(inner, same, account)
      return null
    }),
  )
  return {
    personId: person.id,
    name,
    language: 'zh-CN',
    posts: await postsOf(ctx.db, person.id, ctx.now().toISOString().slice(0, 10)),
    sessionId: null,
    origin: 'system',
  }
}
