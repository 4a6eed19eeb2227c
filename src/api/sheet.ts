/** The sheet of a round of approval, to be signed on paper (签批单). */
import { dayOf, type SignOffSheet } from '#identity'
import { renderSheet } from '#render'
import type { Language } from '#report'
import { apiWords, identityWords } from '#words'
import type { FileBytes } from './operation.ts'

/** As a PDF that opens in the browser. `fontsFolder` holds the operator's own fonts. */
export async function signOffFile(
  { signOff, lines, noteOnSecrets, printedAt }: SignOffSheet,
  language: Language,
  fontsFolder?: string,
): Promise<FileBytes> {
  const words = apiWords[language].sheet
  const roleOf = (role: string, step: number | null) => `${identityWords[language].roles[role] ?? role}${step === null ? '' : ` ${step}`}`
  const bytes = await renderSheet(
    {
      title: words.title,
      facts: [
        [words.matter, signOff.title],
        [words.body, signOff.bodyName],
        [words.draftedBy, signOff.drafterName],
        [words.sentAt, clockOf(signOff.openedAt)],
        ...signOff.summary.map(({ label, text }) => [label, text] as const),
        [words.hash, signOff.contentHash],
      ],
      signatures: {
        head: [words.step, words.role, words.opinion, words.signature, words.date],
        rows: lines.map(({ role, step, approval, merged }, index) => {
          const head = [String(index + 1), roleOf(role, step)]
          if (merged) return [...head, words.merged, '—', '—']
          if (!approval) return [...head, '', '', '']
          const name =
            approval.onBehalfOfName === null ? approval.personName : words.onBehalfOf(approval.personName, approval.onBehalfOfName)
          return [...head, approval.opinion || words.decisions[approval.decision], name, approval.signedOn ?? dayOf(approval.at)]
        }),
      },
      notes: [words.hashNote, words.note, noteOnSecrets || words.secrets, words.printed(clockOf(printedAt))],
    },
    { fontsFolder },
  )
  return { name: `${words.file}-${signOff.title}.pdf`, type: 'application/pdf', bytes, inline: true }
}

/** `2026-01-20 09:30` in Asia/Shanghai. */
function clockOf(at: Date): string {
  const time = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
  return `${dayOf(at)} ${time}`
}
