export * from './events.ts'
export { checkMachine, type Guard, guards, type Hand, hands, type Verb, type VerbName, verbs } from './machine.ts'
export * from './model.ts'
export * from './tally/index.ts'
