/** `gongkai recover`: lets somebody in again whom nobody in the desk can. */
import { randomBytes } from 'node:crypto'
import { createContext, openContentStore, openDatabase } from '#db'
import { recoverAccount } from '#identity'
import { databaseWords } from '#words'
import type { Call } from '../call.ts'
import { withInstallation } from '../database.ts'

export interface RecoverCall extends Omit<Call, 'files' | 'seconds'> {
  readonly username: string
  readonly style: 'text' | 'json'
}

/** Exit status 0; a username that is none is thrown as a Failure. The one-time password is printed, and nowhere else. */
export function recover(call: RecoverCall): Promise<number> {
  const { terminal, language, style } = call
  return withInstallation(call, { make: false }, async ({ url, settings }) => {
    const { kysely, close } = openDatabase(url)
    try {
      const files = await openContentStore(settings.contentFolder)
      // Nothing is sealed or opened here, and the installation's own key may be what was lost.
      const ctx = createContext({ db: kysely, files, key: randomBytes(32) })
      const { username, oneTimePassword } = await recoverAccount(ctx, call.username)
      if (style === 'json') await terminal.out(`${JSON.stringify({ username, oneTimePassword })}\n`)
      else await terminal.out(`${databaseWords[language].recover.done(username, oneTimePassword)}\n`)
      return 0
    } finally {
      await close()
    }
  })
}
