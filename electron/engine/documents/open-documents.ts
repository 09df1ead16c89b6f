import { rm } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { closeDatabase, type OpenDatabase } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { isThere } from '../registerFile/folder.ts'
import { keepAside } from '../registerFile/keep-aside.ts'
import { copyDocuments } from './copy-documents.ts'
import { whileThereIsRoom } from './disk-room.ts'
import type { DocumentStore, StoredDocument } from './document-store.ts'
import { openDocumentsFile } from './documents-file.ts'
import { type Shelf, shelfIn } from './shelf.ts'

/** How long a document that no record names is left alone, in milliseconds: a day. */
const ORPHAN_AGE_MS = 86_400_000

/** The documents of an open register, and what is done with all of them together. */
export type Documents = DocumentStore & {
  /** Whether there is a `documents.db` at all. */
  isThere(): Promise<boolean>
  /** Every document that a record names or named, by its id. */
  list(): Promise<StoredDocument[]>
  /** Sentences about the pages of `documents.db`; none when it is sound or not there. */
  verifyPages(): Promise<string[]>
  /** Drops what was never taken in whole, and documents a day old that no record was about to name and none names. */
  sweep(now: Instant, isNamed: (document: string) => boolean): Promise<void>
  /** Copies what a copy lacks, reads the copy back, and gives a sentence for each document that is itself damaged. */
  backUpTo(file: string, now: Instant, sound: Set<string>): Promise<string[]>
  close(): Promise<void>
}

/** Where the documents of a register are, and who may write them. */
export type DocumentsPlace = {
  readonly key: Buffer
  readonly readOnlyBecause: string | null
  /** Says where `documents.db` is or will be; asked only when documents are needed. */
  readonly locate: () => Promise<string>
}

/** The documents beside a register: opened when first needed, and made when the first one is taken in. */
export function documentsAt({ key, readOnlyBecause, locate }: DocumentsPlace): Documents {
  let opening: Promise<OpenDatabase> | null = null
  let copying: Promise<unknown> = Promise.resolve()
  let isClosed = false

  /** The open file; null where there is none and none is to be made. */
  async function database(mayMake: boolean): Promise<OpenDatabase | null> {
    if (isClosed) throw new AppError('locked', 'The register is locked. Open it to go on.')
    if (opening) return opening
    const file = await locate()
    if (!mayMake && !(await isThere(file))) return null
    opening ??= openDocumentsFile(file, key, { readonly: readOnlyBecause !== null })
    // A file that could not be opened is tried again next time.
    opening.catch(() => (opening = null))
    return opening
  }

  async function onShelf<Result>(use: (shelf: Shelf) => Result | Promise<Result>, none: Result) {
    const opened = await database(false)
    return opened ? use(shelfIn(opened.raw)) : none
  }

  async function toWrite(): Promise<Shelf> {
    if (readOnlyBecause !== null) throw new AppError('read-only', readOnlyBecause)
    return shelfIn((await database(true))!.raw)
  }

  return {
    isThere: async () => isThere(await locate()),
    list: () => onShelf((shelf) => shelf.list(), []),
    find: (document) => onShelf(({ find }) => find(document), null),
    check: (document) => onShelf((shelf) => shelf.check(document), 'is not in documents.db'),

    async add(pieces, about) {
      const shelf = await toWrite()
      return shelf.add(whileThereIsRoom(pieces, await locate(), about), about).catch((error: unknown) => {
        throw storageError(error, 'documents.db')
      })
    },

    async *read(document) {
      const opened = await database(false)
      if (!opened) throw notThere()
      try {
        yield* shelfIn(opened.raw).read(document)
      } catch (error) {
        throw storageError(error, 'documents.db')
      }
    },

    async keep(documents, at) {
      const shelf = await toWrite()
      shelf.keep(documents, at)
    },

    async verifyPages() {
      const opened = await database(false)
      return opened ? verifyPageCodes(opened.raw, key, 'documents.db') : []
    },

    async sweep(now, isNamed) {
      if (readOnlyBecause !== null) return
      const before = Instant.parse(new Date(Date.parse(now) - ORPHAN_AGE_MS).toISOString())
      await onShelf(async (shelf) => {
        const { torn, old } = shelf.unattached(before)
        for (const document of [...torn, ...old.filter((id) => !isNamed(id))]) await shelf.drop(document)
      }, undefined)
    },

    backUpTo(file, now, sound) {
      const copied = copying.then(async () => {
        const opened = await database(false)
        return opened ? copyInto(file, opened, key, now, sound) : []
      })
      // Two backups share one copy, so the second waits for the first, well or not.
      copying = copied.catch(() => undefined)
      return copied
    },

    async close() {
      isClosed = true
      const opened = await opening?.catch(() => null)
      if (opened) await closeDatabase(opened)
    },
  }
}

async function copyInto(
  file: string,
  { raw }: OpenDatabase,
  key: Buffer,
  now: Instant,
  sound: Set<string>,
): Promise<string[]> {
  const copy = await openCopy(file, key, now)
  try {
    const problems = await copyDocuments(shelfIn(raw), shelfIn(copy.raw), sound)
    // Without a write-ahead log the copy is one file, which can be read where nothing may be written.
    copy.raw.pragma('journal_mode = DELETE')
    return problems
  } finally {
    await closeDatabase(copy)
  }
}

/** Opens the copy that backups share; a damaged one is kept aside and made anew. */
async function openCopy(file: string, key: Buffer, now: Instant): Promise<OpenDatabase> {
  const openSound = async () => {
    const opened = await openDocumentsFile(file, key, { readonly: false })
    if ((await verifyPageCodes(opened.raw, key, 'documents.db')).length === 0) return opened
    await closeDatabase(opened)
    return null
  }
  const sound = await openSound().catch((error: unknown) => {
    const known = storageError(error, file)
    if (known instanceof AppError && known.reason === 'damaged') return null
    throw known
  })
  if (sound) return sound
  await keepAside(file, `${file}.damaged-${now.replaceAll(/[-:.]/g, '')}`)
  await rm(file)
  return openDocumentsFile(file, key, { readonly: false })
}

const notThere = () =>
  new AppError(
    'storage',
    'documents.db of this register is not there. Put back a copy of it, or restore the last backup.',
    { reason: 'missing' },
  )
