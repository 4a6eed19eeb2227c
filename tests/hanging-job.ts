/** A server that takes a job and never finishes it, for the test that kills it: `node --import tsx tests/hanging-job.ts URL`. */
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from 'typebox'
import { createContext, openContentStore, openDatabase } from '#db'
import { startJobs, task } from '#jobs'

const url = process.argv[2]!
const files = await openContentStore(await mkdtemp(join(tmpdir(), 'gongkai-')))
const ctx = createContext({ db: openDatabase(url).kysely, files, key: randomBytes(32) })

await startJobs(ctx, {
  url,
  timetable: false,
  report: (what, error) => console.error(what, error),
  tasks: [
    task({
      name: 'note',
      size: 'small',
      payload: Type.Object({ text: Type.String() }),
      run: () => {
        console.log('taken')
        return new Promise(() => {})
      },
    }),
  ],
})
