import type { Source } from '#shared/cases/source.ts'
import type { CaseStore } from '../open-cases.ts'
import { prepared } from './prepared.ts'
import { putBlob } from './put-blob.ts'

/** A file of a case as it comes in, before anybody looked into it. */
export type NewSource = {
  readonly parent: { readonly id: number; readonly family: number } | null
  readonly path: string
  readonly name: string
  readonly how: Source['how']
  readonly sha256: string
  readonly bytes: number
  readonly search: string | null
  readonly at: string
  readonly by: string
  /** Set for what is known to stay unread: why, and what a person can do. */
  readonly refused?: { readonly reason: string; readonly wayOut: string } | undefined
}

/** Adds a file to a case, waiting to be read; tells its number. */
export function addSource({ raw }: CaseStore, source: NewSource): number {
  const { parent, path, name, how, sha256, bytes, search, at, by, refused } = source
  const { id } = prepared<{ id: number }>(raw, 'select coalesce(max(id), 0) + 1 as id from sources').get()!
  prepared(
    raw,
    `insert into sources (id, parent, family, path, name, how, sha256, bytes, type, state, reason, way_out,
         paper, pages, attachments, hidden, facts, text_sha256, same_bytes_as, same_text_as, search,
         taken_in_at, taken_in_by)
       values (@id, @parent, @family, @path, @name, @how, @sha256, @bytes, '', @state, @reason, @wayOut,
         null, 0, 0, '[]', '[]', null, null, null, @search, @at, @by)`,
  ).run({
    id,
    parent: parent?.id ?? null,
    family: parent?.family ?? id,
    path,
    name,
    how,
    sha256,
    bytes,
    state: refused ? 'not-read' : 'waiting',
    reason: refused?.reason ?? '',
    wayOut: refused?.wayOut ?? '',
    search,
    at,
    by,
  })
  return id
}

/** The blob that stands for bytes that were not taken in. */
export const nothing = (store: CaseStore) => putBlob(store, new Uint8Array(0)).sha256
