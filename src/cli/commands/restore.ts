/** `gongkai restore`: a backup into an empty installation, and the proof that all of it is there. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type BackupManifest, openBackup, openContentStore, openDatabase } from '#db'
import { verifyChain } from '#identity'
import { databaseWords, Failure } from '#words'
import type { Call } from '../call.ts'
import { type Installation, withInstallation } from '../database.ts'
import { openProgress } from '../progress.ts'
import { plain } from '../width.ts'
import { barOf } from './bar.ts'

export interface RestoreCall extends Omit<Call, 'files' | 'seconds'> {
  readonly file: string
  readonly dryRun: boolean
  readonly style: 'text' | 'json'
}

/** Exit status 0 where everything is proved; 1 where it came over as it was, but the chain or a file was broken before the backup. */
export async function restore(call: RestoreCall): Promise<number> {
  const { terminal, language, file, dryRun, style } = call
  const words = databaseWords[language].restore
  if (!existsSync(file)) throw new Failure('no-backup', { file })
  const bar = barOf((all) => openProgress(terminal, all))
  const opened = await openBackup(file, bar.step).finally(bar.stop)
  try {
    const { manifest } = opened
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    if (style === 'text') await terminal.out(`${words.sound(plain(file), manifest.takenAt, rows, manifest.content.files)}\n`)
    if (dryRun) {
      if (style === 'json') await terminal.out(`${JSON.stringify({ ...told(manifest), restored: false })}\n`)
      else await terminal.out(`${words.dryRun}\n`)
      return 0
    }
    return await withInstallation(call, { make: true }, async (installation) => {
      const { url, settings } = installation
      await opened.restore({ url, files: await openContentStore(settings.contentFolder), onProgress: bar.step }).finally(bar.stop)
      const chain = await chainOf(url)
      const sound = chain.broken === null && chain.head.seq === manifest.head.seq && chain.head.hash === manifest.head.hash
      if (style === 'json') await terminal.out(`${JSON.stringify({ ...told(manifest), restored: true, audit: chain })}\n`)
      else {
        for (const table of manifest.tables) if (table.rows > 0) await terminal.out(`  ${words.rows(table.name, table.rows)}\n`)
        await terminal.out(`${words.done(rows, manifest.content.files)}\n`)
        await terminal.out(
          `${sound ? words.chain(chain.events, chain.head.hash.slice(0, 16)) : words.chainBroken(chain.broken?.seq ?? chain.events)}\n`,
        )
      }
      if (manifest.content.missing.length > 0) terminal.err(`${words.missing(manifest.content.missing.length)}\n`)
      terminal.err(`${await placeKey(opened.key, installation, words)}\n`)
      return sound && manifest.content.missing.length === 0 ? 0 : 1
    })
  } finally {
    await opened.close()
  }
}

const told = ({ takenAt, migrations, tables, content, head, key }: BackupManifest) => ({
  takenAt,
  migration: migrations.length,
  tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
  files: content.files,
  missing: content.missing,
  head,
  key,
})

async function chainOf(url: string) {
  const { kysely, close } = openDatabase(url, { statementTimeout: 0 })
  try {
    return await verifyChain(kysely)
  } finally {
    await close()
  }
}

/** Puts the key of the backup where there is none; never over another. */
async function placeKey(
  key: Buffer | null,
  { settings }: Installation,
  words: (typeof databaseWords)['zh-CN']['restore'],
): Promise<string> {
  if (key === null) return words.noKey(settings.keyFile)
  if (settings.key !== undefined) return settings.key === key.toString('hex') ? words.sameKey : words.otherKey('GONGKAI_KEY')
  try {
    await writeFile(settings.keyFile, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return words.keyPlaced(settings.keyFile)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return words.otherKey(settings.keyFile)
    throw error
  }
}
