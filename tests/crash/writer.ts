/**
 * A server reduced to its writes: the database in the box, and four writers whose events go into the chain, each with a file in the content store.
 * Prints a line for what it acknowledges and for what happens to the database. Argument: the data folder.
 */
import { join } from 'node:path'
import { createContext, databaseSettings, inTransaction, migrate, openContentStore, openDatabase, readKey, startPostgres } from '#db'
import { record } from '#identity'
import { Failure } from '#words'

const settings = databaseSettings({ GONGKAI_DATA: process.argv[2]! })
const say = (line: string) => process.stdout.write(`${line}\n`)

const postgres = await startPostgres(settings.dataFolder, {
  report(event) {
    if (event.kind === 'died') say('died')
    if (event.kind === 'restarted') say(`restarted ${postgres.pid()}`)
  },
})
await migrate(postgres.url)
const { kysely } = openDatabase(postgres.url)
const ctx = createContext({
  db: kysely,
  files: await openContentStore(join(settings.contentFolder)),
  key: await readKey(settings.keyFile, settings.key),
})
say(`ready ${postgres.pid()}`)

async function write(): Promise<void> {
  for (;;) {
    const nounId = ctx.newId()
    const hash = await ctx.files.put(Buffer.from(`a file of ${nounId}`))
    try {
      const { seq } = await inTransaction(ctx, async (tx) => {
        await tx.insertInto('content').values({ hash, size: 46, type: 'text/plain', stored_at: ctx.now() }).execute()
        return record(tx, ctx, { personId: null, origin: 'system' }, { kind: 'file.stored', noun: 'file', nounId, detail: { hash } })
      })
      say(`acknowledged ${seq} ${nounId} ${hash}`)
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'unexpected') throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
await Promise.all([write(), write(), write(), write()])
