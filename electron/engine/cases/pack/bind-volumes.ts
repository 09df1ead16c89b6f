import { type PackPlan, pageReference } from '#shared/cases/pack-plan.ts'
import type { FromEngine } from '../../../binder/messages.ts'
import { readBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { type Binder, bindingError, startBinder } from './binder-process.ts'
import { firstOf, joined, pagesIn, type Piece, piecesOf, type Placed, placedIn } from './volume-parts.ts'

/** What a volume is locked with; null leaves it open. */
export type VolumeLock = Extract<FromEngine, { say: 'lock' }>['lock'] | null

/** A finished volume. */
export type BoundVolume = {
  readonly number: number
  readonly bytes: Buffer
  readonly placed: readonly Placed[]
  readonly pages: number
}

/** Papers kept open in the binder at once, in bytes. */
const HELD = 200_000_000
/** So many bytes of papers go through one process. */
const RENEWED_AFTER = 250_000_000

/**
 * Makes the volumes of a plan one after the other, never more than one in memory; one that comes out too large is made
 * again with half its pages.
 */
export async function* bindVolumes(
  store: CaseStore,
  plan: PackPlan,
  lock: VolumeLock,
  step: (pagesDone: number) => Promise<void>,
): AsyncGenerator<BoundVolume> {
  let left = piecesOf(plan)
  let done = 0
  const binders = renewed(store)
  try {
    yield* volumes()
  } finally {
    binders.close()
  }

  async function* volumes(): AsyncGenerator<BoundVolume> {
    for (let number = 1; left.length > 0; number += 1) {
      let [pieces, rest] = firstOf(left, plan.limits.pages, plan.limits.bytes)
      for (;;) {
        await step(done)
        const bytes = await bindOne(store, plan, await binders.forPieces(pieces), { number, pieces, lock })
        if (bytes) {
          yield { number, bytes, placed: placedIn(pieces, number), pages: pagesIn(pieces) }
          break
        }
        const [half, others] = firstOf(pieces, Math.ceil(pagesIn(pieces) / 2), Number.POSITIVE_INFINITY)
        rest = [...others, ...rest]
        pieces = half
      }
      done += pagesIn(pieces)
      left = joined(rest)
    }
  }
}

type Asked = { readonly number: number; readonly pieces: readonly Piece[]; readonly lock: VolumeLock }

/** The bytes of a volume, or null where they are too many and there is more than one page. */
async function bindOne(
  store: CaseStore,
  plan: PackPlan,
  binder: Binder,
  { number, pieces, lock }: Asked,
): Promise<Buffer | null> {
  try {
    const papers = holdPapers(store, binder)
    const answers: Promise<unknown>[] = []
    for (const { document, run, firstNumber } of pieces) {
      const pages = Array.from({ length: run.pages }, (_, index) => run.from + index)
      const stamps = pages.map(
        (_, index) => `${pageReference(plan.reference, firstNumber + index)} volume ${number}`,
      )
      const about = `“${document.title}” (${pageReference(plan.reference, firstNumber)})`
      const named = (error: unknown) => Promise.reject(bindingError(error, about) as Error)
      const opened = await papers.open(run.paper)
      const taken = await binder.begin({ say: 'take', sha256: run.paper, pages, stamps })
      const both = Promise.all([opened?.answer, taken.answer]).catch(named)
      both.catch(() => {})
      answers.push(both)
    }
    // Papers are sent while earlier ones are still being worked on.
    for (const answer of answers) await answer
    const most = pagesIn(pieces) === 1 ? Number.MAX_SAFE_INTEGER : plan.limits.bytes
    const bookmarks = placedIn(pieces, number).map(({ title, page }) => ({ title, page: page - 1 }))
    const length = await binder.ask({ say: 'bind', bookmarks, lock, most })
    const bytes = binder.taken()
    return bytes.length === 0 && length > 0 ? null : bytes
  } catch (error) {
    throw bindingError(error, `Volume ${number}`)
  }
}

/** The process that binds, let go of for a new one when much went through it: its memory never shrinks. */
function renewed(store: CaseStore) {
  const sizeOf = store.raw.prepare<[string], number>('select bytes from blobs where sha256 = ?').pluck()
  let binder: Binder | null = null
  let used = 0
  return {
    async forPieces(pieces: readonly Piece[]): Promise<Binder> {
      if (used > RENEWED_AFTER) {
        binder?.close()
        binder = null
        used = 0
      }
      for (const paper of new Set(pieces.map(({ run }) => run.paper))) used += sizeOf.get(paper) ?? 0
      return (binder ??= await startBinder())
    },
    close: () => binder?.close(),
  }
}

/** Sends each paper once while it is open, and closes the oldest when they become too much. */
function holdPapers(store: CaseStore, binder: Binder) {
  const open = new Map<string, number>()
  const sizeOf = store.raw.prepare<[string], number>('select bytes from blobs where sha256 = ?').pluck()
  return {
    /** Done when it is sent; what it gives holds the answer. */
    async open(sha256: string): Promise<{ readonly answer: Promise<number> } | null> {
      const known = open.get(sha256)
      open.delete(sha256)
      const size = known ?? sizeOf.get(sha256) ?? 0
      let held = size
      for (const one of open.values()) held += one
      for (const [oldest, bytes] of open) {
        if (held <= HELD) break
        await binder.begin({ say: 'drop', sha256: oldest })
        open.delete(oldest)
        held -= bytes
      }
      open.set(sha256, size)
      return known === undefined ? binder.begin({ say: 'open', sha256 }, readBlob(store, sha256)) : null
    },
  }
}
