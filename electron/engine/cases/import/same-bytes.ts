import type { CaseStore } from '../open-cases.ts'
import type { SourceRow } from './source-row.ts'
import { prepared } from './prepared.ts'

/**
 * Lets a file that has the bytes of one that was read point to that one, so that nothing is read or reviewed twice;
 * false where there is none. Files in which nothing was read are read each for itself, for a password may open one.
 */
export function pointToFirst({ raw }: CaseStore, { id, sha256, bytes, pages }: SourceRow): boolean {
  if (bytes === 0 || pages > 0) return false
  const first = prepared<{ id: number }>(
    raw,
    `select id from sources indexed by sources_by_sha256 where sha256 = ? and id <> ? and same_bytes_as is null
       and bytes = ? and state in ('read', 'partial') order by id limit 1`,
  ).get(sha256, id, bytes)
  if (!first) return false
  prepared(
    raw,
    `update sources set (type, state, reason, way_out, attachments, hidden, facts, same_bytes_as) =
       (select type, state, reason, way_out, attachments, hidden, facts, id from sources where id = ?)
     where id = ?`,
  ).run(first.id, id)
  return true
}

/**
 * Lets a file that has the bytes and the ending of one that could not be read a moment ago, with the same password, end
 * like it; false where there is none.
 */
export function endLikeTried({ raw }: CaseStore, { id }: SourceRow, tried: number | undefined): boolean {
  if (tried === undefined) return false
  prepared(
    raw,
    `update sources set (type, state, reason, way_out, attachments, hidden, facts) =
       (select type, state, reason, way_out, attachments, hidden, facts from sources where id = ?)
     where id = ?`,
  ).run(tried, id)
  return true
}

/** After a file was read again: those with the same bytes say the same, and those that were not read get their turn. */
export function tellTheSame({ raw }: CaseStore, id: number): void {
  raw.transaction(() => {
    raw
      .prepare(
        `update sources set (type, state, reason, way_out, attachments, hidden, facts) =
           (select type, state, reason, way_out, attachments, hidden, facts from sources where id = @id)
         where same_bytes_as = @id`,
      )
      .run({ id })
    raw
      .prepare(
        `update sources set state = 'waiting' where state = 'not-read' and id <> @id and bytes > 0
           and sha256 = (select sha256 from sources where id = @id and state in ('read', 'partial') and bytes > 0)`,
      )
      .run({ id })
  })()
}
