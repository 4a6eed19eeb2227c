/** Every register there is. A new one is a file of data and a line here. */
import type { RegisterDefinition } from '../model.ts'
import { accounts, posts } from './channels.ts'
import { compulsoryMeasures, fees, licensing, penalties } from './decisions.ts'
import { normativeDocuments, rules } from './documents.ts'
import { notices } from './notices.ts'
import { innovations, leadingGroup, meetings, systems } from './organisation.ts'
import { proposals, training } from './people.ts'
import { accountability, appraisal, inspections, ratings, selfInspections } from './supervision.ts'

export const registers: readonly RegisterDefinition[] = [
  normativeDocuments,
  rules,
  licensing,
  penalties,
  compulsoryMeasures,
  fees,
  posts,
  accounts,
  proposals,
  training,
  inspections,
  selfInspections,
  appraisal,
  ratings,
  accountability,
  leadingGroup,
  meetings,
  systems,
  innovations,
  notices,
]

const byId = new Map(registers.map((one) => [one.id, one]))

/** Null where there is none of the name. */
export const registerNamed = (id: string): RegisterDefinition | null => byId.get(id) ?? null
