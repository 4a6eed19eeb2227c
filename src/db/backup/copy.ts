/** COPY of PostgreSQL over a connection of pg, which knows the messages but has no word for them. */
import type { Socket } from 'node:net'
import { PassThrough, type Readable } from 'node:stream'
import type pg from 'pg'

/** What pg hands to a query of one's own: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY */
interface Connection {
  readonly stream: Pick<Socket, 'pause' | 'resume' | 'writableNeedDrain' | 'once' | 'off'>
  query(statement: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** The rows of `copy … to stdout`, in the text format: one line a row. */
export function copyOut(client: pg.Client, statement: string): Readable {
  const rows = new PassThrough({ highWaterMark: 1024 * 1024 })
  submit(client, {
    submit: (connection) => connection.query(statement),
    handleCopyData({ chunk }, connection) {
      // The bytes stand in a buffer that pg uses again.
      if (rows.write(Buffer.from(chunk))) return
      connection.stream.pause()
      rows.once('drain', () => connection.stream.resume())
    },
    handleError: (error) => rows.destroy(error),
    handleReadyForQuery: () => rows.end(),
  })
  return rows
}

/** Feeds `copy … from stdin`. */
export function copyIn(client: pg.Client, statement: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    const feed = async (connection: Connection): Promise<void> => {
      try {
        for await (const chunk of rows) {
          // The server has refused a row: what is left is not sent.
          if (failed) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain) await drained(connection.stream)
        }
        connection.endCopyFrom()
      } catch (error) {
        failed = error as Error
        connection.sendCopyFail(failed.message)
      }
    }
    submit(client, {
      submit: (connection) => connection.query(statement),
      handleCopyInResponse: (connection) => void feed(connection),
      handleError(error) {
        failed ??= error
        reject(failed)
      },
      handleReadyForQuery: () => (failed ? reject(failed) : resolve()),
    })
  })
}

/** Ends where the connection is lost, too: the error comes by its own way. */
function drained(stream: Connection['stream']): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done)
      stream.off('close', done)
      resolve()
    }
    stream.once('drain', done)
    stream.once('close', done)
  })
}

interface Handlers {
  submit(connection: Connection): void
  handleCopyData?(message: { readonly chunk: Uint8Array }, connection: Connection): void
  handleCopyInResponse?(connection: Connection): void
  handleError(error: Error): void
  handleReadyForQuery(): void
}

function submit(client: pg.Client, handlers: Handlers): void {
  // pg hands its untyped connection to whatever has `submit`.
  client.query({ handleCommandComplete() {}, handleRowDescription() {}, callback() {}, ...handlers } as unknown as pg.Submittable)
}
