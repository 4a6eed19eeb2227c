import type { JSX } from 'preact'
import { type CellKey, cellName, type Finding, type Report } from '#report'
import { type Group, listed } from './cells.ts'
import { Explanation, StateTag, Tag } from './panel.tsx'
import { useTalk } from './talk.ts'

export interface CardsProps {
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly open: CellKey | null
  readonly onOpen: (key: CellKey | null) => void
  readonly onGo: (key: CellKey) => void
}

/** On a phone: the cells that are not as given, one card a row of the form, each opening in place. */
export function Cards({ report, findings, open, onOpen, onGo }: CardsProps): JSX.Element | null {
  const { words } = useTalk()
  const groups = listed(report)
  if (groups.length === 0) return null
  return (
    <section class="cards" aria-labelledby="cards-title">
      <h2 id="cards-title">{words.listed(groups.reduce((total, group) => total + group.keys.length, 0))}</h2>
      <ul>
        {groups.map((group) => {
          const first = group.keys[0]!
          const isOpen = open !== null && group.keys.includes(open)
          return (
            <li key={first + group.state}>
              <button type="button" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : first)}>
                <span class="name" lang="zh-CN">
                  {nameOf(group, words.cellsOf)}
                </span>
                {group.keys.length === 1 ? (
                  <Tag report={report} cell={first} />
                ) : (
                  <StateTag standing={group.state}>{words.states[group.state]}</StateTag>
                )}
              </button>
              {isOpen && (
                <div class="card">
                  {group.keys.length > 1 && (
                    <p class="choices" lang="zh-CN">
                      {group.keys.map((key) => (
                        <button key={key} type="button" class="link" aria-current={key === open} onClick={() => onOpen(key)}>
                          {cellName(key).split('，').at(-1)}
                        </button>
                      ))}
                    </p>
                  )}
                  <Explanation cell={open} report={report} findings={findings} onGo={onGo} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** `没有现成信息需要另行制作，自然人、总计`; of more than three cells, how many. */
function nameOf({ keys }: Group, many: (name: string, count: number) => string): string {
  const [row, first] = parts(keys[0]!)
  if (keys.length === 1) return first ? `${row}，${first}` : row
  if (keys.length > 3) return many(row, keys.length)
  return `${row}，${keys.map((key) => parts(key)[1]).join('、')}`
}

function parts(key: CellKey): readonly [string, string] {
  const name = cellName(key)
  const at = name.lastIndexOf('，')
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
}
