/** Runs an import as it would be, row by row, and takes all of it back where a row is refused or nothing should stay. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import type { ImportError } from './columns.ts'
import { release, rollBackTo, savepoint } from './store.ts'

class TakenBack extends Error {}

export interface Trial {
  /** Does one row; a refusal undoes what the row did and is kept as an error. Gives whether it was done. */
  attempt(row: number, work: () => Promise<void>): Promise<boolean>
}

/** The errors of `work`'s rows. What they did stands only where there is none and `keep` is true. */
export async function tried(
  ctx: Context,
  keep: boolean,
  explain: (failure: Failure, row: number) => ImportError,
  work: (tx: Tx, trial: Trial) => Promise<void>,
): Promise<ImportError[]> {
  const errors: ImportError[] = []
  const attempt = async (tx: Tx, row: number, doIt: () => Promise<void>) => {
    await savepoint(tx)
    try {
      await doIt()
      await release(tx)
      return true
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      await rollBackTo(tx)
      errors.push(explain(error, row))
      return false
    }
  }
  try {
    await inTransaction(ctx, async (tx) => {
      await work(tx, { attempt: (row, doIt) => attempt(tx, row, doIt) })
      if (!keep || errors.length > 0) throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return errors.sort((one, other) => one.row - other.row)
}
