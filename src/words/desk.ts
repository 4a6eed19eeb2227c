/** Words of the desk. One object a language; `en` has exactly the keys of `zh-CN`. Grouped as the desk's scenes are. */
import { caseworkWords } from './casework.ts'
import { challengeWords } from './challenges.ts'
import { accessChinese, accessEnglish } from './desk/access.ts'
import { administrationChinese, administrationEnglish } from './desk/administration.ts'
import { bodiesChinese, bodiesEnglish } from './desk/bodies.ts'
import { caseChinese, caseEnglish } from './desk/case.ts'
import { challengesChinese, challengesEnglish } from './desk/challenges.ts'
import { deadlineChinese, deadlineEnglish } from './desk/deadline.ts'
import { holidaysChinese, holidaysEnglish } from './desk/holidays.ts'
import { homeChinese, homeEnglish } from './desk/home.ts'
import { peopleChinese, peopleEnglish } from './desk/people.ts'
import { redactionChinese, redactionEnglish } from './desk/redaction.ts'
import { registersChinese, registersEnglish } from './desk/registers.ts'
import { reportsChinese, reportsEnglish } from './desk/reports.ts'
import { requestsChinese, requestsEnglish } from './desk/requests.ts'
import { shellChinese, shellEnglish } from './desk/shell.ts'
import { signOffChinese, signOffEnglish } from './desk/sign-offs.ts'
import { ledgerChinese, ledgerEnglish, tablesChinese, tablesEnglish } from './desk/tables.ts'
import { templatesChinese, templatesEnglish, withheldChinese, withheldEnglish } from './desk/withheld.ts'
import { filingEvents } from './filing.ts'
import { outcomeWords } from './outcomes.ts'

const chinese = {
  ...shellChinese,
  access: accessChinese,
  home: homeChinese,
  deadline: deadlineChinese,
  bodies: bodiesChinese,
  people: peopleChinese,
  signOffs: signOffChinese,
  holidays: holidaysChinese,
  redaction: redactionChinese,
  case: caseChinese,
  administration: administrationChinese,
  requests: requestsChinese,
  tables: tablesChinese,
  ledger: ledgerChinese,
  reports: reportsChinese,
  registers: registersChinese,
  challenges: challengesChinese,
  withheld: withheldChinese,
  templates: templatesChinese,
  casework: caseworkWords['zh-CN'],
  challengeNames: challengeWords['zh-CN'],
  outcome: outcomeWords['zh-CN'],
  filingEvents: filingEvents['zh-CN'],
}

export type DeskWords = typeof chinese

const english: DeskWords = {
  ...shellEnglish,
  access: accessEnglish,
  home: homeEnglish,
  deadline: deadlineEnglish,
  bodies: bodiesEnglish,
  people: peopleEnglish,
  signOffs: signOffEnglish,
  holidays: holidaysEnglish,
  redaction: redactionEnglish,
  case: caseEnglish,
  administration: administrationEnglish,
  requests: requestsEnglish,
  tables: tablesEnglish,
  ledger: ledgerEnglish,
  reports: reportsEnglish,
  registers: registersEnglish,
  challenges: challengesEnglish,
  withheld: withheldEnglish,
  templates: templatesEnglish,
  casework: caseworkWords.en,
  challengeNames: challengeWords.en,
  outcome: outcomeWords.en,
  filingEvents: filingEvents.en,
}

export const deskWords: Readonly<Record<'zh-CN' | 'en', DeskWords>> = { 'zh-CN': chinese, en: english }
