import { expect, test } from 'vitest'
import { draw, type Finding, type Report } from '#report'
import { type Action, docOf, findingsOf, lastYearOf, type Purpose, type State, start, step } from './state.ts'

const run = (actions: readonly Action[], from: State = start) => actions.reduce(step, from)

/** Queues and reads files, each with its reports, in one batch. */
function put(files: readonly (readonly Report[])[], { batch = 1, purpose = { for: 'check' } as Purpose, from = start } = {}): State {
  const ids = files.map((_, at) => batch * 10 + at)
  return run(
    [
      { type: 'queued', files: ids.map((id) => ({ id, batch, name: `${id}.txt`, size: 1, purpose })) },
      ...ids.map(
        (id, at): Action => ({
          type: 'read',
          file: id,
          took: 1,
          reports: files[at]!.map((report) => ({ report, findings: [] })),
        }),
      ),
    ],
    from,
  )
}

const of = (year: number | null, body = '柳溪镇人民政府') => draw({ year, body })
const finding: Finding = { rule: 'years.carried-over', severity: 'error', cells: [], found: 1, expected: 2, say: '', values: {}, at: null }

test('two years dropped together: the later is shown, the earlier stands beside it', () => {
  const state = put([[of(2024)], [of(2025)]])
  const shown = docOf(state, state.selected)!
  expect(shown.report.year).toBe(2025)
  expect(lastYearOf(state, shown)?.report.year).toBe(2024)
})

test('findings between years replace the others once they are compared', () => {
  const state = put([[of(2024)], [of(2025)]])
  const shown = docOf(state, state.selected)!
  expect(findingsOf(state, shown)).toEqual([])
  const compared = step(state, { type: 'compared', pair: `${shown.id}|${lastYearOf(state, shown)!.id}`, findings: [finding] })
  expect(findingsOf(compared, shown)).toEqual([finding])
})

test('two reports in one file are two to choose from', () => {
  const state = put([[of(2025), of(2025, '上坪乡人民政府')]])
  expect(state.docs.map(({ id, part, parts }) => [id, part, parts])).toEqual([
    ['10.1', 1, 2],
    ['10.2', 2, 2],
  ])
  expect(state.selected).toBe('10.1')
  expect(step(state, { type: 'selected', doc: '10.2' }).selected).toBe('10.2')
})

test('a report of another year is not set beside, and says so', () => {
  const one = put([[of(2025)]])
  const state = put([[of(2022)]], { batch: 2, purpose: { for: 'last-year', of: one.selected! }, from: one })
  expect(lastYearOf(state, docOf(state, one.selected)!)).toBeUndefined()
  expect(state.notices).toEqual([{ says: 'other-year', wanted: 2024, got: 2022 }])
  expect(state.selected).toBe(one.selected)
})

test('a report of another body is set beside with a warning, and can be taken away', () => {
  const one = put([[of(2025)]])
  const state = put([[of(2024, '柳溪镇政府')]], { batch: 2, purpose: { for: 'last-year', of: one.selected! }, from: one })
  expect(lastYearOf(state, docOf(state, one.selected)!)?.report.body).toBe('柳溪镇政府')
  expect(state.notices).toEqual([{ says: 'other-body', one: '柳溪镇人民政府', other: '柳溪镇政府' }])
  const alone = step(state, { type: 'unpaired', doc: one.selected! })
  expect(lastYearOf(alone, docOf(alone, one.selected)!)).toBeUndefined()
})

test('a report whose own year is unknown takes any as last year’s', () => {
  const one = put([[of(null)]])
  const state = put([[of(2019)]], { batch: 2, purpose: { for: 'last-year', of: one.selected! }, from: one })
  expect(lastYearOf(state, docOf(state, one.selected)!)?.report.year).toBe(2019)
})

test('a file that fails leaves the report on the page', () => {
  const one = put([[of(2025)]])
  const state = run(
    [
      { type: 'queued', files: [{ id: 99, batch: 3, name: 'x', size: 0, purpose: { for: 'check' } }] },
      { type: 'failed', file: 99, failed: { code: 'empty', values: {} } },
    ],
    one,
  )
  expect(state.selected).toBe(one.selected)
  expect(state.files.find(({ id }) => id === 99)).toMatchObject({ status: 'failed', failed: { code: 'empty' } })
})

test('what was stopped is named, and an answer that comes late is dropped', () => {
  const queued = run([{ type: 'queued', files: [{ id: 5, batch: 1, name: '大.txt', size: 1, purpose: { for: 'check' } }] }])
  const stopped = step(queued, { type: 'cancelled', files: [5] })
  expect(stopped).toMatchObject({ files: [], notices: [{ says: 'cancelled', name: '大.txt' }] })
  expect(step(stopped, { type: 'read', file: 5, took: 1, reports: [{ report: of(2025), findings: [] }] }).docs).toEqual([])
})
