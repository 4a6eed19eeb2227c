/** Loading the yearly notice, and proposing days that differ here. */
import { isWeekend, isWorkingDay, numberOf, type RestNotice } from '#calendar'
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { topGovernment } from '../bodies/store.ts'
import { dayAfter, today } from '../day.ts'
import { movesOf } from '../deadlines/commands.ts'
import { loadOpenDeadlines } from '../deadlines/store.ts'
import { day, required, text, wrong } from '../fields.ts'
import type { Actor, Machine, Role } from '../model.ts'
import { allow, type Target } from '../policies/index.ts'
import { loadHolders } from '../posts/store.ts'
import { loadRegion } from '../regions/store.ts'
import { sendForSignOff, withdrawIn } from '../sign-offs/commands.ts'
import { lockSignOff, openSignOffOf } from '../sign-offs/store.ts'
import { hashOfLocalDay, recomputeBecause } from './approval.ts'
import { calendarsWith, workCalendar } from './calendar.ts'
import { type LocalDayShown, localDayAt } from './queries.ts'
import {
  holdingGovernment,
  insertLocalDay,
  loadLocalDaysInForce,
  loadNotices,
  lockLocalDay,
  putNotice,
  regionIds,
  type StoredLocalDay,
} from './store.ts'

export interface NewRestNotice {
  readonly year: number
  readonly title: string
  /** 文号, as 国办发明电〔2025〕7号. */
  readonly number: string
  readonly issuedOn: string
  /** Where it was published. */
  readonly source: string
  /** Monday to Friday off. */
  readonly off: readonly string[]
  /** Saturdays and Sundays worked instead. */
  readonly madeUp: readonly string[]
}

export interface NoticeResult {
  readonly dryRun: boolean
  /** Days that change against what counts now. */
  readonly differences: readonly { readonly day: string; readonly worksBefore: boolean; readonly worksAfter: boolean }[]
  /** Clocks kept whose last day moves, or becomes final. */
  readonly deadlines: readonly {
    readonly id: string
    readonly title: string
    readonly oldDue: string | null
    readonly newDue: string | null
    readonly oldStatus: 'final' | 'provisional'
    readonly newStatus: 'final' | 'provisional'
  }[]
}

/**
 * Loads the notice of a year, in the place of the one that came with the program; clocks are computed anew by a job.
 * With `dryRun` it only says what would move. Throws `wrong-notice` with the day and why, `wrong-field`, `not-allowed`.
 */
export function loadRestNotice(
  ctx: Context,
  actor: Actor | Machine,
  input: NewRestNotice,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<NoticeResult> {
  return inTransaction(ctx, async (tx) => {
    allow(actor, 'load', 'rest-notice')
    const notice = checked(input)
    const result = await difference(tx, notice)
    if (dryRun) return { dryRun, ...result }
    const { year, title, number, issuedOn, source, off, madeUp } = notice
    await putNotice(tx, {
      year,
      title,
      number,
      source,
      off,
      issued_on: issuedOn,
      made_up: madeUp,
      loaded_at: ctx.now(),
      loaded_by: actor.personId,
    })
    await recomputeBecause(tx, `rest-notice ${year}`)
    await record(tx, ctx, actor, { kind: 'rest-notice.loaded', noun: 'rest-notice', nounId: String(year), detail: { ...notice } })
    return { dryRun, ...result }
  })
}

export interface NewLocalDay {
  readonly day: string
  /** True: worked though it would be free; false: free though it would be worked. */
  readonly works: boolean
  readonly reason: string
  /** The paper it rests on. */
  readonly basis?: string
  /** Region by its id; that of the topmost government without it. */
  readonly regionId?: string
}

/**
 * Proposes a day that differs here (全国年节及纪念日放假办法 Art. 4, or a closure). It counts once another person has approved it:
 * the leader of the region's government office, or its disclosure officer where there is no leader.
 * Throws `wrong-field`, `local-day-same`, `local-day-taken`, `not-allowed`.
 */
export function proposeLocalDay(ctx: Context, actor: Actor, input: NewLocalDay): Promise<LocalDayShown> {
  return inTransaction(ctx, async (tx) => {
    const place = await placeOf(tx, ctx, input.regionId)
    const post = allow(actor, 'propose', 'local-day', place.target)
    const proposed = {
      id: ctx.newId(),
      regionId: place.regionId,
      day: day('day', input.day),
      works: input.works,
      reason: required('reason', input.reason),
      basis: text('basis', input.basis),
      state: 'proposed' as const,
      proposedBy: actor.personId,
      proposedAt: ctx.now(),
    }
    if (isWorkingDay(await workCalendar(tx, place.regionId), proposed.day) === input.works) {
      throw new Failure(input.works ? 'local-day-works' : 'local-day-rests', { day: proposed.day })
    }
    if (!(await insertLocalDay(tx, proposed))) throw new Failure('local-day-taken', { day: proposed.day })
    await send(tx, ctx, actor, 'local-day', proposed, place)
    await record(tx, ctx, actor, {
      kind: 'local-day.proposed',
      noun: 'local-day',
      nounId: proposed.id,
      bodyId: place.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { day: proposed.day, works: proposed.works, reason: proposed.reason, basis: proposed.basis },
    })
    return localDayAt(tx, proposed.id)
  })
}

/** Takes a proposal back at once; of a day in force the withdrawal is sent to be approved as the day was. Throws `not-found`, `local-day-over`, `sent-already`, `not-allowed`. */
export function withdrawLocalDay(ctx: Context, actor: Actor, id: string): Promise<LocalDayShown> {
  return inTransaction(ctx, async (tx) => {
    // The round before the day, as an approval locks them: two orders would block one another.
    const round = await openSignOffOf(tx, 'local-day', id)
    if (round) await lockSignOff(tx, round.id)
    const found = await lockLocalDay(tx, id)
    if (!found) throw new Failure('not-found', { what: 'local-day' })
    const place = await placeOf(tx, ctx, found.regionId)
    const post = allow(actor, 'withdraw', 'local-day', place.target)
    if (found.state === 'in-force') {
      await send(tx, ctx, actor, 'local-day-withdrawal', found, place)
    } else if (found.state === 'proposed') {
      if (!round) throw new Error(`local day ${id} is proposed without a round of approval`)
      await withdrawIn(tx, ctx, actor, round, post)
    } else {
      throw new Failure('local-day-over', { day: found.day })
    }
    return localDayAt(tx, id)
  })
}

interface Place {
  readonly regionId: string
  readonly regionName: string
  /** The body whose people approve: the office of the region's government. */
  readonly bodyId: string
  readonly target: Target
}

async function placeOf(tx: Tx, ctx: Context, given: string | undefined): Promise<Place> {
  const on = today(ctx)
  const top = given === undefined ? await topGovernment(tx, on) : null
  const government =
    given === undefined ? top && (await holdingGovernment(tx, { bodyId: top }, on)) : await holdingGovernment(tx, { regionId: given }, on)
  if (!government) throw wrong('region', 'unknown', given ?? '')
  const region = (await loadRegion(tx, government.regionId))!
  return {
    regionId: region.id,
    regionName: region.name,
    bodyId: government.officeId ?? government.id,
    target: await targetOf(tx, government.id),
  }
}

async function send(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  noun: 'local-day' | 'local-day-withdrawal',
  what: Pick<StoredLocalDay, 'id' | 'regionId' | 'day' | 'works' | 'reason' | 'basis'>,
  place: Place,
): Promise<void> {
  const kind = `${noun}-${what.works ? 'worked' : 'free'}` as const
  await sendForSignOff(tx, ctx, actor, {
    noun,
    nounId: what.id,
    title: titles[kind](what.day),
    summary: [
      { label: '地区', text: place.regionName },
      { label: '日期', text: what.day },
      { label: '安排', text: what.works ? '上班' : '休息' },
      { label: '原因', text: what.reason },
      { label: '依据', text: what.basis || '没有写' },
    ],
    contentHash: hashOfLocalDay(what),
    bodyId: place.bodyId,
    steps: [{ role: await approverRole(tx, ctx, place.bodyId, actor) }],
  })
}

/** A leader other than who proposes it, else the head of the disclosure office. */
async function approverRole(tx: Tx, ctx: Context, bodyId: string, actor: Actor): Promise<Role> {
  for (const role of ['leader', 'disclosure-officer'] as const) {
    const holders = await loadHolders(tx, bodyId, role, null, today(ctx))
    if (holders.some(({ personId, onBehalfOf }) => personId !== actor.personId && onBehalfOf !== actor.personId)) return role
  }
  return 'leader'
}

/** A title is kept with the round and reads alike for everybody, as the papers of an office do. */
const titles = {
  'local-day-free': (on: string) => `本地休息日 ${on}`,
  'local-day-worked': (on: string) => `本地工作日 ${on}`,
  'local-day-withdrawal-free': (on: string) => `撤销本地休息日 ${on}`,
  'local-day-withdrawal-worked': (on: string) => `撤销本地工作日 ${on}`,
} as const

/** What would differ, day by day in the year and the days around it that the notice names, and which clocks would move. */
async function difference(tx: Tx, notice: NewRestNotice): Promise<Omit<NoticeResult, 'dryRun'>> {
  const ids = await regionIds(tx)
  const [loaded, localDays] = [await loadNotices(tx), await loadLocalDaysInForce(tx, ids)]
  const asNotice: RestNotice = notice
  const after = [...loaded.filter(({ year }) => year !== notice.year), asNotice]
  const nowhere = 'no region'
  const [before, then] = [calendarsWith([...ids, nowhere], loaded, localDays), calendarsWith([...ids, nowhere], after, localDays)]

  const differences: NoticeResult['differences'][number][] = []
  for (let at = `${notice.year - 1}-12-01`; at <= `${notice.year + 1}-01-31`; at = dayAfter(at)) {
    const [worksBefore, worksAfter] = [isWorkingDay(before.get(nowhere)!, at), isWorkingDay(then.get(nowhere)!, at)]
    if (worksBefore !== worksAfter) differences.push({ day: at, worksBefore, worksAfter })
  }

  const deadlines: NoticeResult['deadlines'][number][] = []
  for (let from: string | null = null; ; ) {
    const rows = await loadOpenDeadlines(tx, from, 500)
    for (const { deadline, computed } of movesOf(rows, then)) {
      deadlines.push({
        id: deadline.id,
        title: deadline.title,
        oldDue: deadline.dueOn,
        newDue: computed.dueOn,
        oldStatus: deadline.dueStatus,
        newStatus: computed.dueStatus,
      })
    }
    if (rows.length < 500) return { differences, deadlines }
    from = rows.at(-1)!.id
  }
}

/** The notice tidied: days sorted, each once. Throws `wrong-notice` for the first day that cannot be. */
function checked(input: NewRestNotice): NewRestNotice {
  const { year } = input
  if (!Number.isInteger(year) || year < 2019 || year > 2100) throw wrong('year', 'between', '2019–2100')
  const off = [...new Set(input.off)].sort()
  const madeUp = [...new Set(input.madeUp)].sort()
  if (off.length === 0) throw new Failure('wrong-notice', { why: 'empty', day: String(year) })
  for (const one of [...off, ...madeUp]) {
    const number = numberOf(one)
    if (number === null) throw new Failure('wrong-notice', { why: 'not-a-day', day: one })
    // A festival at the turn of the year reaches into the neighbour: 元旦 may begin on 30 December.
    if (one < `${year - 1}-12-20` || one > `${year + 1}-01-10`) throw new Failure('wrong-notice', { why: 'other-year', day: one })
    if (off.includes(one) && madeUp.includes(one)) throw new Failure('wrong-notice', { why: 'both', day: one })
    if (off.includes(one) === isWeekend(number))
      throw new Failure('wrong-notice', { why: isWeekend(number) ? 'off-weekend' : 'worked-weekday', day: one })
  }
  return {
    year,
    title: required('title', input.title),
    number: required('number', input.number, 60),
    issuedOn: day('issuedOn', input.issuedOn),
    source: required('source', input.source, 500),
    off,
    madeUp,
  }
}
