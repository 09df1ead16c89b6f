import { readBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { type Binder, startBinder } from './binder-process.ts'
import type { Piece } from './volume-parts.ts'

/** Papers kept open in the binder at once, in bytes. */
const HELD = 200_000_000
/** So many bytes of papers go through one process. */
const RENEWED_AFTER = 250_000_000

/** A process that binds, let go of for a new one when much went through it: its memory never shrinks. */
export type RenewedBinder = ReturnType<typeof renewedBinder>

/** Begins with no process. */
export function renewedBinder(store: CaseStore) {
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
    /** Ends the process, whatever it is doing; the next one to ask gets another. */
    close(): void {
      binder?.close()
      binder = null
      used = 0
    },
  }
}

/** Sends each paper once while it is open, and closes the oldest when they become too much. */
export function holdPapers(store: CaseStore, binder: Binder) {
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
