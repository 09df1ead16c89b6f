import { DESCRIBED } from '#shared/described/all.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { filesIn, keepsFiles } from '#shared/described/files.ts'
import { AppError } from '#shared/errors.ts'
import type { ReadDb } from '../db/schema.ts'
import { storageError } from '../db/storage-error.ts'
import { kindOf } from '../described/kind-of.ts'
import { allRecords } from '../records/store.ts'
import type { Documents } from './open-documents.ts'

/** A file that a record names, and what people call the record. */
type Named = { readonly reference: string; readonly file: FileEntry }

/**
 * Whether every file that a record names is there and is what the record says, and `documents.db` itself is
 * sound: a sentence for each that is not. With `withBytes` every page and file is read whole; without, only what
 * is known of the files is compared, since they may be many and long.
 */
export async function verifyFiles(
  db: ReadDb,
  documents: Documents,
  { withBytes }: { readonly withBytes: boolean },
): Promise<string[]> {
  try {
    const pages = withBytes ? await documents.verifyPages() : []
    return [...pages, ...(await problemsOfFiles(db, documents, withBytes))]
  } catch (error) {
    const known = storageError(error, 'documents.db')
    if (known instanceof AppError) return [known.message]
    throw error
  }
}

async function problemsOfFiles(db: ReadDb, documents: Documents, withBytes: boolean): Promise<string[]> {
  const problems: string[] = []
  const seen = new Map<string, string | null>()
  for (const { reference, file } of await namedFiles(db)) {
    const wrong = await wrongWith(documents, file, withBytes, seen)
    if (wrong) problems.push(`${reference}: the attached file “${file.name}” ${wrong}.`)
  }
  return problems
}

async function wrongWith(
  documents: Documents,
  { document, bytes, sha256 }: FileEntry,
  withBytes: boolean,
  seen: Map<string, string | null>,
): Promise<string | null> {
  const known = await documents.find(document)
  if (!known) return 'is not in documents.db'
  if (known.sha256 !== sha256 || known.bytes !== bytes) return 'is not what the record says'
  if (!withBytes) return null
  // A document that several records name is read once.
  if (!seen.has(document)) seen.set(document, await documents.check(document))
  return seen.get(document) ?? null
}

async function namedFiles(db: ReadDb): Promise<Named[]> {
  const named: Named[] = []
  for (const description of Object.values(DESCRIBED).filter(keepsFiles)) {
    for (const record of await allRecords(db, kindOf(description.register))) {
      const reference = record.reference || record.name
      named.push(...filesIn(description, record).map((file) => ({ reference, file })))
    }
  }
  return named
}
