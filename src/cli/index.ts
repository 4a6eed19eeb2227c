/** The command line: translates words and files to reading, checking, writing, and back. */
export async function main(_args: readonly string[], _process: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>): Promise<number> {
  return 2
}
