/** `gongkai backup`: everything into one file, while the server runs. */
import { openContentStore, readKey, backup as write } from '#db'
import { databaseWords } from '#words'
import type { Call } from '../call.ts'
import { withInstallation } from '../database.ts'
import { openProgress } from '../progress.ts'
import { plain } from '../width.ts'
import { barOf } from './bar.ts'

export interface BackupCall extends Omit<Call, 'files' | 'seconds'> {
  readonly file: string
  readonly withKey: boolean
  readonly force: boolean
  readonly style: 'text' | 'json'
}

/** Exit status 0; 1 where the backup was written but files that rows name were not to be had. */
export function backup(call: BackupCall): Promise<number> {
  const { terminal, language, file, withKey, force, style } = call
  const words = databaseWords[language].backup
  return withInstallation(call, { make: false }, async ({ url, settings }) => {
    const bar = barOf((all) => openProgress(terminal, all))
    try {
      const manifest = await write({
        url,
        files: await openContentStore(settings.contentFolder),
        to: file,
        key: withKey ? await readKey(settings.keyFile, settings.key) : null,
        force,
        now: new Date(),
        onProgress: bar.step,
      })
      bar.stop()
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const { files, missing } = manifest.content
      if (style === 'json') {
        const { takenAt, migrations, head, key } = manifest
        await terminal.out(`${JSON.stringify({ file, takenAt, migration: migrations.length, rows, files, missing, head, key })}\n`)
      } else await terminal.out(`${words.done(plain(file), rows, files, manifest.head.seq, manifest.head.hash.slice(0, 16))}\n`)
      terminal.err(`${withKey ? words.withKey : words.withoutKey(settings.keyFile)}\n`)
      if (missing.length > 0) terminal.err(`${words.missing(missing.length, missing[0]!)}\n`)
      return missing.length > 0 ? 1 : 0
    } finally {
      bar.stop()
    }
  })
}
