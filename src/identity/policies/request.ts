import { each, type Grants, ordinaryRoles } from './grants.ts'

/** Who works on cases of the body: those who draft, review and sign. The higher office sees counts, never a case: supervision needs no applicant's name. */
const staff = ['drafter', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader'] as const

/** 依申请公开: which verb is whose, in which state, is told by the machine of the case (casework/machine.ts); here is how far each reaches. */
export const request = {
  see: each(staff, 'own-body'),
  /** 查看完整号码 of an applicant; every look is recorded. */
  unmask: { drafter: 'own-body', 'disclosure-officer': 'own-body', machine: false },
  register: each(['drafter', 'disclosure-officer'], 'own-body'),
  work: { ...each([...staff, 'liaison'], 'own-body') },
  import: each(['drafter', 'disclosure-officer'], 'own-body'),
  export: { ...each(['drafter', 'disclosure-officer'], 'own-body'), machine: false },
  /** 表三、表四: the cells, not the cases. */
  count: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line' },
} as const satisfies Record<string, Grants>
