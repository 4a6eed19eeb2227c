import type { Body } from '../model.ts'

/** An administrative area. */
export interface Region {
  readonly id: string
  /** The region above it here; null for the topmost. */
  readonly parentId: string | null
  /** GB/T 2260, six digits; with those of GB/T 10114 below the county, nine or twelve. */
  readonly code: string
  readonly name: string
  readonly shortName: string
}

export interface NewRegion {
  readonly code: string
  readonly name: string
  /** The name without it. */
  readonly shortName?: string
  /** Code of the region above. */
  readonly parent?: string
}

/** Whose portal this is. */
export interface Ground {
  readonly region: Region
  /** The topmost government. */
  readonly government: Body
  /** Its office, 政府信息公开工作主管部门 (Order 711 Art. 3); null where none is entered. */
  readonly office: Body | null
}
