import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { addBlob, type Blob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { addSource, nothing } from './add-source.ts'
import { putBlob } from './put-blob.ts'
import { type FoundFile, UNREADABLE, walk } from './walk.ts'

/** What was chosen to be brought in, kept until every file of it is in the case. */
export type Intake = {
  readonly chosen: readonly string[]
  readonly search: string | null
  readonly at: string
  readonly by: string
}

/** Files up to this size are gathered and kept together, for each keeping waits for the disk. */
const SMALL = 1_000_000
const GATHERED_FILES = 200
const GATHERED_BYTES = 16_000_000

/**
 * Takes every chosen file into the case, waiting to be read; tells how many. Which files are in is kept with them, so
 * that one who goes on after a stop or a crash brings none in twice and forgets none.
 */
export async function takeIn(
  store: CaseStore,
  intake: Intake,
  step: (taken: number, path: string) => Promise<void>,
): Promise<number> {
  const gathered: { found: FoundFile; bytes: Uint8Array }[] = []
  const seen = new Set<string>()
  let gatheredBytes = 0
  let taken = 0
  const isIn = store.raw.prepare('select 1 from intake where file = ?').pluck()
  const keep = () => {
    store.raw.transaction(() => {
      for (const { found, bytes } of gathered) addFound(store, intake, found, putBlob(store, bytes))
    })()
    gathered.length = 0
    gatheredBytes = 0
  }
  for await (const found of walk(intake.chosen)) {
    await step(taken, found.path)
    if (isIn.get(found.file) || seen.has(found.file)) continue
    seen.add(found.file)
    taken += 1
    const small = found.because ? null : await bytesOfSmall(found)
    if (small instanceof Uint8Array) {
      gathered.push({ found, bytes: small })
      gatheredBytes += small.length
      if (gathered.length >= GATHERED_FILES || gatheredBytes >= GATHERED_BYTES) keep()
      continue
    }
    // What came before is kept first, so that files stand in the case in the order in which they were found.
    keep()
    await takeLarge(store, intake, small ?? found)
  }
  keep()
  return taken
}

/** The bytes of a small file; null where it is large; the file with the reason where it cannot be read. */
async function bytesOfSmall(found: FoundFile): Promise<Uint8Array | FoundFile | null> {
  if (found.bytes > SMALL) return null
  const bytes = await readFile(found.file).catch(() => null)
  return bytes ?? { ...found, because: UNREADABLE }
}

async function takeLarge(store: CaseStore, intake: Intake, found: FoundFile): Promise<void> {
  const blob = found.because ? null : await largeBlob(store, found)
  store.raw.transaction(() => addFound(store, intake, found, blob))()
}

async function largeBlob(store: CaseStore, { file }: FoundFile): Promise<Blob | null> {
  try {
    return await addBlob(store, createReadStream(file, { highWaterMark: 1 << 20 }), 'incoming')
  } catch (error) {
    // What the disk of the case says is no fault of the file.
    if (error instanceof AppError || !isFileFault(error)) throw error
    return null
  }
}

const isFileFault = (error: unknown) => error instanceof Error && 'syscall' in error

function addFound(store: CaseStore, intake: Intake, found: FoundFile, blob: Blob | null): void {
  const { search, at, by } = intake
  const { path, name } = found
  addSource(store, {
    parent: null,
    path,
    name,
    how: 'file',
    sha256: blob?.sha256 ?? nothing(store),
    bytes: blob?.bytes ?? found.bytes,
    search,
    at,
    by,
    refused: blob
      ? undefined
      : {
          reason: found.because ?? UNREADABLE,
          wayOut: 'Copy the file to another place, and bring it in from there.',
        },
  })
  store.raw.prepare('insert into intake (file) values (?)').run(found.file)
}
