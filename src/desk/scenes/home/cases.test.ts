import { expect, test } from 'vitest'
import { deskWords } from '#words'
import type { CaseRow, Task } from '../../api-types.ts'
import { casesById, nextOf } from './cases.ts'

const words = deskWords['zh-CN']
const body = { id: 'b', slug: 'b', name: '云溪县自然资源局' }
const row = (more: Partial<CaseRow>) =>
  ({
    id: 'c',
    body,
    number: '2026-0007',
    title: '采矿权延续材料',
    state: 'handling',
    person: { id: 'p', name: '周敏' },
    outcome: null,
    letter: null,
    ...more,
  }) as CaseRow
const task = (more: Partial<Task>) =>
  ({
    kind: 'case',
    noun: 'deadline',
    nounId: 'd',
    about: { noun: 'request', id: 'c' },
    title: '2026-0007 采矿权延续材料',
    body,
    ...more,
  }) as Task
const next = (given: Partial<Task>, one: Partial<CaseRow>) => nextOf(task(given), casesById([row(one)]), words)

test('the clock of a case leads to the case, with what comes next in it', () => {
  expect(next({}, {})).toEqual({ to: '/requests/c', step: '定处理结果' })
  expect(next({}, { outcome: 'granted' })).toEqual({ to: '/requests/c', step: '写答复' })
  expect(next({}, { person: null })).toEqual({ to: '/requests/c', step: '分办' })
  expect(next({}, { state: 'submitted' })).toEqual({ to: '/requests/c', step: '确认收到' })
})

test('a paper under way comes before what is decided next', () => {
  expect(next({}, { letter: { kind: 'partly-granted', state: 'reviewing' } })).toEqual({ to: '/requests/c', step: '等审核' })
})

test('a case that is not among the open ones is opened all the same; a clock of its own is itself opened', () => {
  expect(next({ about: { noun: 'request', id: 'other' } }, {})).toEqual({ to: '/requests/other', step: '办理' })
  expect(next({ about: { noun: 'deadline', id: 'd' } }, {})).toEqual({ to: '/deadlines/d', step: '办理' })
})

test('what has no page has no button', () => {
  expect(next({ about: { noun: 'unheard-of', id: 'x' } }, {})).toBeNull()
})
