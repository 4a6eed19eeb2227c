/** What the installation is: one's own, so that the server opens it as it stands. */
import type { Tx } from '#db'

export async function markOwn(tx: Tx, at: Date): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ scope: 'system', key: 'site.kind', value: JSON.stringify('own'), changed_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .execute()
}
