import type { Source } from '#shared/cases/source.ts'
import type { CaseStore } from '../open-cases.ts'
import { prepared } from './prepared.ts'

/** A file of a case as its table keeps it. */
export type SourceRow = {
  readonly id: number
  readonly parent: number | null
  readonly family: number
  readonly path: string
  readonly name: string
  readonly how: Source['how']
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly state: Source['state']
  readonly reason: string
  readonly way_out: string
  readonly paper: string | null
  readonly pages: number
  readonly attachments: number
  readonly hidden: string
  readonly facts: string
  readonly text_sha256: string | null
  readonly same_bytes_as: number | null
  readonly same_text_as: number | null
  readonly search: string | null
  readonly taken_in_at: string
  readonly taken_in_by: string
}

/** A file of a case, or null where there is none with that number. */
export function findSource({ raw }: CaseStore, id: number): SourceRow | null {
  return prepared<SourceRow>(raw, 'select * from sources where id = ?').get(id) ?? null
}

/** A row as the rest of the program knows it. */
export function asSource(row: SourceRow): Source {
  const { id, parent, family, path, name, how, sha256, bytes, type, state, reason, search } = row
  return {
    id,
    parent,
    family,
    path,
    name,
    how,
    sha256,
    bytes,
    type,
    state,
    reason,
    wayOut: row.way_out,
    pages: row.pages,
    attachments: row.attachments,
    hidden: JSON.parse(row.hidden) as Source['hidden'],
    facts: JSON.parse(row.facts) as Source['facts'],
    sameBytesAs: row.same_bytes_as,
    sameTextAs: row.same_text_as,
    search,
    takenInAt: row.taken_in_at as Source['takenInAt'],
    takenInBy: row.taken_in_by,
  }
}
