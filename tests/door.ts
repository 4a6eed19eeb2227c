/** A way to a database that can be shut and opened again: what a lost database looks like to a server. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

export interface Door {
  /** The database, by way of the door. */
  readonly url: string
  /** Cuts every connection and takes none. */
  shut(): Promise<void>
  open(): Promise<void>
}

/** Opens a door to the database of the address; the caller shuts it. */
export async function doorTo(url: string): Promise<Door> {
  const behind = new URL(url)
  const host = decodeURIComponent(behind.hostname)
  const port = behind.port || '5432'
  const through = new Set<Socket>()
  const server = createServer((inside) => {
    const outside = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(Number(port), host)
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      through.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        through.delete(one)
        other.destroy()
      })
    }
  })
  const listen = (wanted: number) =>
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve))
  await listen(0)
  const own = (server.address() as AddressInfo).port
  const before = new URL(url)
  before.hostname = '127.0.0.1'
  before.port = String(own)
  return {
    url: before.href,
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of through) socket.destroy()
      await closed
    },
    open: () => listen(own),
  }
}
