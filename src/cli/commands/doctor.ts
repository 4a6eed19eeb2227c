/** `gongkai doctor`: looks the installation over and says what to do. */
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import picocolors from 'picocolors'
import { type Diagnosis, examine, openContentStore, openDatabase } from '#db'
import { compareAnchors, verifyChain } from '#identity'
import { databaseWords } from '#words'
import type { Call } from '../call.ts'
import { type Installation, withInstallation } from '../database.ts'
import { openProgress } from '../progress.ts'
import { barOf } from './bar.ts'

export interface DoctorCall extends Omit<Call, 'files' | 'seconds'> {
  /** Every stored file is read; else a sample. */
  readonly all: boolean
  readonly style: 'text' | 'json'
}

/** Exit status 1 where something is bad, else 0. */
export function doctor(call: DoctorCall): Promise<number> {
  const { terminal, language, all, style } = call
  const words = databaseWords[language].doctor
  return withInstallation(call, { make: false }, async (installation) => {
    const { url, settings } = installation
    const bar = barOf((all) => openProgress(terminal, all))
    const files = await openContentStore(settings.contentFolder)
    const found = await examine({ url, settings, files, all, now: new Date(), onProgress: bar.step }).finally(bar.stop)
    const current = found.every(({ check, state }) => check !== 'migrations' || state === 'ok')
    const diagnoses = [...found, ...(current ? [await audit(installation)] : []), fonts(installation)]
    const colour = picocolors.createColors(terminal.colours)
    const paint = { ok: colour.green, warn: colour.yellow, bad: colour.red }
    for (const { check, state, say, values } of diagnoses) {
      const message = words.says[say]!(values)
      if (style === 'json') await terminal.out(`${JSON.stringify({ check, state, message, values })}\n`)
      else await terminal.out(`${paint[state](words.states[state])}  ${words.checks[check]}${words.colon}${message}\n`)
    }
    return diagnoses.some(({ state }) => state === 'bad') ? 1 : 0
  })
}

/** The chain in itself, and against what was noted of it outside the database. */
async function audit({ url, settings }: Installation): Promise<Diagnosis> {
  const { kysely, close } = openDatabase(url, { statementTimeout: 0 })
  try {
    const { events, head, broken } = await verifyChain(kysely)
    if (broken) return { check: 'audit', state: 'bad', say: 'auditBroken', values: { seq: broken.seq, why: broken.why } }
    const anchors = existsSync(settings.anchorFile) ? await readFile(settings.anchorFile, 'utf8') : ''
    const other = await compareAnchors(kysely, anchors)
    if (other)
      return {
        check: 'audit',
        state: 'bad',
        say: 'auditRewritten',
        values: { seq: other.seq, why: other.why, line: other.line, file: settings.anchorFile },
      }
    return { check: 'audit', state: 'ok', say: 'audit', values: { events, hash: head.hash.slice(0, 16) } }
  } finally {
    await close()
  }
}

/** Official papers are set in faces that may not be passed on; Noto stands in where the operator has put none. */
function fonts({ settings }: Installation): Diagnosis {
  const folder = join(settings.dataFolder, 'fonts')
  const count = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).length : 0
  return count > 0
    ? { check: 'fonts', state: 'ok', say: 'fonts', values: { count, folder } }
    : { check: 'fonts', state: 'warn', say: 'noFonts', values: { folder } }
}
