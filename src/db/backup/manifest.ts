/** What a backup says about itself; its last member, so that a backup that was cut off has none. */
export const manifestName = 'manifest.json'
export const format = 1

export interface BackupManifest {
  readonly format: number
  readonly takenAt: string
  /** Migrations of the database it was taken from, in order. */
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[]
  /** Version of the PostgreSQL it was taken from. */
  readonly server: string
  readonly tables: readonly {
    readonly schema: string
    readonly name: string
    readonly columns: readonly string[]
    readonly rows: number
    /** Members with the rows in the text format of COPY, gzipped, to be read one after another. */
    readonly members: readonly string[]
  }[]
  readonly content: {
    readonly files: number
    readonly bytes: number
    /** Named by a row, but not in the store or damaged there, when the backup was taken. */
    readonly missing: readonly string[]
  }
  /** The last event, as the chain ended when the backup was taken. */
  readonly head: { readonly seq: number; readonly hash: string }
  /** Whether the key of the installation is in it. */
  readonly key: boolean
  /** SHA-256 of every other member, by name. */
  readonly members: Readonly<Record<string, string>>
}
