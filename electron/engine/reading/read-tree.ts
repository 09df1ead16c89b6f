import { LIMITS, type Part, type Reading } from '#shared/reading/reading.ts'
import { shown } from '#shared/shown.ts'
import { notRead } from './not-read.ts'
import type { ReaderProcess, ToRead } from './reader-process.ts'

/** One file of a tree of files in files: where it stands, and what was found. */
export type ReadInTree = {
  /** Its name with those it was found in, as they can be shown: `box.zip/letter.eml/photo.jpg`. */
  readonly path: string
  readonly depth: number
  readonly bytes: number
  readonly reading: Reading
}

type Waiting = ToRead & { readonly path: string; readonly depth: number }

/** Files held in memory at once while they wait, in bytes. */
const HELD = 600_000_000

/**
 * Reads a file and every file inside it, outermost first. Each file gives exactly one line, also those that were
 * not looked into because a limit was reached.
 */
export async function* readTree(reader: ReaderProcess, file: ToRead): AsyncGenerator<ReadInTree> {
  const waiting: Waiting[] = [{ ...file, path: shown(file.name), depth: 0 }]
  const used: Used = { parts: 0, bytes: 0, held: 0 }
  for (;;) {
    const next = waiting.shift()
    if (!next) return
    if (next.depth > 0) used.held -= next.size ?? 0
    const refused: ReadInTree[] = []
    let size = 0
    let taken = 0
    const counted = countBytes(next.bytes, (bytes) => (size += bytes))
    const reading = await reader.read({ ...next, bytes: counted }, (part) => {
      taken += 1
      const inside = waitingFor(part, next)
      const because = tooMuch(inside.depth, part.bytes.length, used)
      if (because) refused.push(leftAlone(inside, because))
      else waiting.push(inside)
      return Promise.resolve()
    })
    yield {
      path: next.path,
      depth: next.depth,
      bytes: next.size ?? size,
      reading: withParts(reading, taken),
    }
    yield* refused
  }
}

function waitingFor({ name, bytes }: Part, within: Waiting): Waiting {
  return {
    name,
    bytes: [bytes],
    size: bytes.length,
    password: within.password ?? null,
    path: `${within.path}/${shown(name)}`,
    depth: within.depth + 1,
  }
}

/** A reader that had to be ended cannot tell what it handed out before. */
function withParts(reading: Reading, taken: number): Reading {
  if (reading.attachments >= taken) return reading
  return { ...reading, attachments: taken, outcome: 'partial' }
}

async function* countBytes(
  bytes: ToRead['bytes'],
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    count(piece.length)
    yield piece
  }
}

type Used = { parts: number; bytes: number; held: number }

/** Counts a file that came out of another; says why it must be left alone, if it must. */
function tooMuch(depth: number, size: number, used: Used): string | null {
  used.parts += 1
  used.bytes += size
  if (depth > LIMITS.depth) return `It stands more than ${LIMITS.depth} files deep.`
  if (used.parts > LIMITS.parts)
    return `More than ${LIMITS.parts.toLocaleString('en-GB')} files came out of one file.`
  if (used.bytes > LIMITS.partBytes || used.held + size > HELD) return 'Too much came out of one file.'
  used.held += size
  return null
}

function leftAlone({ path, depth, name, size = 0 }: Waiting, because: string): ReadInTree {
  const wayOut = 'Unpack the file it came in yourself, and read this one on its own.'
  return { path, depth, bytes: size, reading: notRead(name, because, wayOut) }
}
