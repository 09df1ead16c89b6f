import { LIMITS, type Part } from '#shared/reading/reading.ts'
import { shown } from '#shared/shown.ts'
import type { CaseStore } from '../open-cases.ts'
import { addSource, nothing } from './add-source.ts'
import { putBlob } from './put-blob.ts'
import type { SourceRow } from './source-row.ts'

/** Parts are kept together up to this many bytes, for each keeping waits for the disk. */
const GATHERED_BYTES = 16_000_000

type Kept = {
  readonly name: string
  readonly how: Part['how']
  readonly sha256: string | null
  readonly bytes: number
  readonly because: string | null
}

/** The files that come out of one file, their bytes kept as they come, the files themselves added at the end. */
export type Parts = ReturnType<typeof startParts>

/** Takes files out of a file within the limits of its whole family. */
export function startParts(store: CaseStore, source: SourceRow) {
  const { raw } = store
  // Most files hold no others, so what their family used is counted when the first one comes.
  let used: Used | null = null
  let gathered: { at: number; bytes: Uint8Array }[] = []
  let gatheredBytes = 0
  const kept: Kept[] = []

  function flush(): void {
    raw.transaction(() => {
      for (const { at, bytes: whole } of gathered)
        kept[at] = { ...(kept[at] as Kept), sha256: putBlob(store, whole).sha256 }
    })()
    gathered = []
    gatheredBytes = 0
  }

  return {
    count: () => kept.length,
    take(part: Part): Promise<void> {
      used ??= usedBy(store, source)
      used.parts += 1
      used.bytes += part.bytes.length
      const because = tooMuch(used)
      kept.push({ name: part.name, how: part.how, sha256: null, bytes: part.bytes.length, because })
      if (because === null) {
        gathered.push({ at: kept.length - 1, bytes: part.bytes })
        gatheredBytes += part.bytes.length
        if (gatheredBytes > GATHERED_BYTES) flush()
      }
      return Promise.resolve()
    },
    /** Adds them to the case; inside the transaction that says what their file holds. Tells how many are new. */
    add(): number {
      flush()
      const known = childrenOf(store, source.id)
      let added = 0
      for (const part of kept) {
        const key = keyOf(part.name, part.sha256 ?? '')
        const before = known.get(key) ?? 0
        if (before > 0) known.set(key, before - 1)
        else {
          addPart(store, source, part)
          added += 1
        }
      }
      return added
    },
  }
}

function addPart(store: CaseStore, source: SourceRow, part: Kept): void {
  const { name, how, sha256, bytes, because } = part
  addSource(store, {
    parent: source,
    path: `${source.path}/${shown(name)}`,
    name: shown(name),
    how,
    sha256: sha256 ?? nothing(store),
    bytes,
    search: source.search,
    at: source.taken_in_at,
    by: source.taken_in_by,
    refused: because
      ? {
          reason: because,
          wayOut: 'Unpack the file it came in yourself, and bring this one in on its own.',
        }
      : undefined,
  })
}

/** What a file held when it was read before, so that reading it again adds only what is new. */
function childrenOf({ raw }: CaseStore, parent: number): Map<string, number> {
  const known = new Map<string, number>()
  const rows = raw
    .prepare<[number], { name: string; sha256: string }>('select name, sha256 from sources where parent = ?')
    .all(parent)
  for (const { name, sha256 } of rows)
    known.set(keyOf(name, sha256), (known.get(keyOf(name, sha256)) ?? 0) + 1)
  return known
}

const keyOf = (name: string, sha256: string) => `${sha256} ${shown(name)}`

/** How deep the parts of a file stand, and what came out of its whole family so far. */
type Used = { readonly depth: number; parts: number; bytes: number }

function usedBy(store: CaseStore, source: SourceRow): Used {
  const { parts, bytes } = store.raw
    .prepare<[number], { parts: number; bytes: number | null }>(
      'select count(*) as parts, sum(bytes) as bytes from sources where family = ? and parent is not null',
    )
    .get(source.family)!
  return { depth: depthOf(store, source) + 1, parts, bytes: bytes ?? 0 }
}

function depthOf({ raw }: CaseStore, source: SourceRow): number {
  const parentOf = raw.prepare<[number], number | null>('select parent from sources where id = ?').pluck()
  let depth = 0
  for (let at = source.parent; at !== null && depth <= LIMITS.depth; at = parentOf.get(at) ?? null) depth += 1
  return depth
}

function tooMuch({ depth, parts, bytes }: Used): string | null {
  if (depth > LIMITS.depth) return `It stands more than ${LIMITS.depth} files deep.`
  if (parts > LIMITS.parts)
    return `More than ${LIMITS.parts.toLocaleString('en-GB')} files came out of one file.`
  return bytes > LIMITS.partBytes ? 'Too much came out of one file.' : null
}
