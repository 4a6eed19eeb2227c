/** Words of the desk. One object a language; `en` has exactly the keys of `zh-CN`. Grouped as the desk's scenes are. */
import { accessChinese, accessEnglish } from './desk/access.ts'
import { administrationChinese, administrationEnglish } from './desk/administration.ts'
import { bodiesChinese, bodiesEnglish } from './desk/bodies.ts'
import { caseChinese, caseEnglish } from './desk/case.ts'
import { deadlineChinese, deadlineEnglish } from './desk/deadline.ts'
import { holidaysChinese, holidaysEnglish } from './desk/holidays.ts'
import { homeChinese, homeEnglish } from './desk/home.ts'
import { peopleChinese, peopleEnglish } from './desk/people.ts'
import { redactionChinese, redactionEnglish } from './desk/redaction.ts'
import { shellChinese, shellEnglish } from './desk/shell.ts'
import { signOffChinese, signOffEnglish } from './desk/sign-offs.ts'

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
}

export const deskWords: Readonly<Record<'zh-CN' | 'en', DeskWords>> = { 'zh-CN': chinese, en: english }
