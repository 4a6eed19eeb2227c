import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 送审: which step a person may take is told by the sign-off itself; nobody approves their own text, and no program approves. */
export const signOff = {
  see: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line', everyone: 'self' },
  decide: {
    reviewer: 'own-body',
    'secrecy-reviewer': 'own-body',
    proofreader: 'own-body',
    'disclosure-officer': 'own-body',
    leader: 'own-body',
    'higher-office': 'filing-line',
    machine: false,
  },
  'record-paper': { drafter: 'own-body', 'disclosure-officer': 'own-body', machine: false },
  withdraw: { 'disclosure-officer': 'own-body', everyone: 'self' },
} as const satisfies Record<string, Grants>
