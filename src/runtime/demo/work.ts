/** What there is to do in the demo. */
import type { Stage } from './seed.ts'
export async function seedWork(_stage: Stage, _today: string): Promise<void> {}
