import { AppError } from '#shared/errors.ts'
import type { Conflict, Conflicts } from '#shared/registers/cases/case-checks.contract.ts'
import type { ReadDb } from '../../../db/schema.ts'
import { storageError } from '../../../db/storage-error.ts'
import { kindOf } from '../../../described/kind-of.ts'
import { getRecord } from '../../../records/store.ts'
import type { TaskContext } from '../../../rpc/context.ts'
import type { CaseStore } from '../../open-cases.ts'
import { releasedPages } from '../../pack/released-pages.ts'
import { placesIn } from '../../places.ts'
import { decisionsSha256 } from '../page-states.ts'
import {
  comparePages,
  comparePassages,
  type FoundConflict,
  openHere,
  type OtherCase,
  removedHere,
  type There,
} from './compare-cases.ts'
import { CONFLICTS_KEPT, keepConflicts } from './keep-conflicts.ts'
import { removedPassages } from './removed-passages.ts'

type Context = Pick<TaskContext, 'cases' | 'readDb' | 'step' | 'now'>

/**
 * Compares what is decided about each page of a case, and about the passages on it, with all other cases of the
 * register and with what this one handed over before. Reads page by page, and keeps what it found with the case.
 */
export async function findConflicts(ctx: Context, request: string): Promise<Conflicts> {
  const here = await ctx.cases.get(request)
  const db = await ctx.readDb(null)
  const decisions = decisionsSha256(here)
  const others = ctx.cases.keys().filter((one) => one.key !== null && one.request !== request)
  const total = others.length + 3
  const reading = (done: number, doing: string) => {
    releasedPages(here)
    let pages = 0
    return async (more: number) => {
      pages += more
      await ctx.step(done, total, `${doing}: ${pages.toLocaleString('en-GB')} pages`)
    }
  }

  const { found, listed, more } = collect()
  const there = removedPassages<There>()
  const removed = await removedHere(here, reading(0, 'Reading what is removed'))
  const compare = async (other: OtherCase, turn: number, isOwn: boolean) => {
    releasedPages(other.store)
    const tell = reading(turn, `Comparing with ${other.reference}`)
    await comparePages(here, other, found, tell)
    await comparePassages(removed, other, there, isOwn, found, tell)
  }
  await compare({ request, reference: await referenceOf(db, request), store: here }, 1, true)
  const unread: string[] = []
  for (const [index, { request: id }] of others.entries()) {
    const reference = await referenceOf(db, id)
    const wasRead = await glanced(ctx, id, (store) =>
      compare({ request: id, reference, store }, index + 2, false),
    )
    if (!wasRead) unread.push(reference)
  }
  await openHere(here, there, found, reading(total - 1, 'Comparing what stays'))
  const conflicts = listed().map((conflict) => placed(here, conflict))
  const result = { lookedAt: ctx.now, cases: others.length - unread.length, unread, conflicts, more: more() }
  keepConflicts(here, result, decisions)
  return { ...result, isStale: decisions !== decisionsSha256(here) }
}

/** What was found: a pair of pages once for each kind, and what there is above the number that is kept only counted. */
function collect() {
  const listed: FoundConflict[] = []
  const pairs = new Set<string>()
  return {
    found: (conflict: FoundConflict) => {
      const { page, otherRequest, otherPage, kind } = conflict
      const pair = `${page} ${otherRequest} ${otherPage} ${kind}`
      if (pairs.has(pair)) return
      pairs.add(pair)
      if (listed.length < CONFLICTS_KEPT) listed.push(conflict)
    },
    listed: () => listed,
    more: () => pairs.size - listed.length,
  }
}

/** Looks into another case; false where it cannot be opened, which must not keep the others from being compared. */
async function glanced(
  { cases }: Context,
  request: string,
  look: (store: CaseStore) => Promise<void>,
): Promise<boolean> {
  try {
    return (await cases.glance(request, (store) => look(store).then(() => true))) ?? false
  } catch (thrown) {
    const error = storageError(thrown, request)
    if (error instanceof AppError && (error.code === 'storage' || error.code === 'not-found')) return false
    throw error
  }
}

/** What a request is called; one that was removed from the register still has its documents. */
async function referenceOf(db: ReadDb, request: string): Promise<string> {
  try {
    const { reference, name } = await getRecord(db, kindOf('requests'), request)
    return String(reference || name)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found')
      return 'a request that is not in the register'
    throw error
  }
}

function placed(store: CaseStore, conflict: FoundConflict): Conflict {
  const title = store.raw
    .prepare<[number], string>(
      'select title from documents join pages on pages.document = documents.id where pages.id = ?',
    )
    .pluck()
    .get(conflict.page)
  return { ...conflict, place: placesIn(store).of(conflict.page), title: title ?? '' }
}
