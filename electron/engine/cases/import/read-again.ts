import { AppError } from '#shared/errors.ts'
import type { TaskContext } from '../../rpc/context.ts'
import type { CaseStore } from '../open-cases.ts'
import { existing } from './list-sources.ts'
import { type Imported, readWaiting } from './read-waiting.ts'
import { tellTheSame } from './same-bytes.ts'

/**
 * Reads a file again that was not read, or in part, with all that comes out of it; files with the same bytes follow.
 * Pages it has stay where they still show it, or where they were reviewed.
 */
export async function readAgain(
  task: Pick<TaskContext, 'step' | 'mayRead' | 'cases'>,
  store: CaseStore,
  id: number,
  password: string | null,
): Promise<Imported> {
  const source = existing(store, id)
  const first = source.same_bytes_as === null ? source : existing(store, source.same_bytes_as)
  if (first.state === 'read')
    throw new AppError('rule', 'This file was read whole. There is nothing more in it.')
  if (wasLeft(store, first.sha256, first.bytes))
    throw new AppError('rule', 'This file was never taken in. Bring it in by itself.')
  store.raw.prepare(`update sources set state = 'waiting' where id = ?`).run(first.id)
  const done = await readWaiting(task, store, { password, family: first.family })
  tellTheSame(store, first.id)
  const same = waitingFamilies(store, first.sha256)
  for (const family of same) add(done, await readWaiting(task, store, { password, family }))
  return done
}

/** Whether the case has no bytes of a file that had some. */
function wasLeft({ raw }: CaseStore, sha256: string, bytes: number): boolean {
  const kept = raw.prepare<[string], number>('select bytes from blobs where sha256 = ?').pluck().get(sha256)
  return kept !== bytes
}

function waitingFamilies({ raw }: CaseStore, sha256: string): number[] {
  return raw
    .prepare<[string], number>(
      `select distinct family from sources where state = 'waiting' and sha256 = ? order by family`,
    )
    .pluck()
    .all(sha256)
}

function add(done: Imported, more: Imported): void {
  done.added += more.added
  done.pages += more.pages
  for (const state of ['read', 'partial', 'not-read'] as const) done.counts[state] += more.counts[state]
  done.counts.waiting = more.counts.waiting
}
