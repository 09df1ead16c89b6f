import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Reader } from '../archive/bag-reader.ts'
import { shown } from '../archive/bag-source.ts'
import { closeDatabase } from '../db/open.ts'
import { whileThereIsRoom } from '../documents/disk-room.ts'
import { openDocumentsFile } from '../documents/documents-file.ts'
import { type Shelf, shelfIn } from '../documents/shelf.ts'
import type { Progress } from '../pdf/write-record.ts'
import { openFile } from './open-archive.ts'
import { watched } from './watched.ts'
import type { DocumentLine } from './whole-files.ts'

/** Runs with the documents of a register that is being made. */
export async function withShelf<Result>(
  file: string,
  key: Buffer,
  use: (shelf: Shelf) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(file), { recursive: true })
  const opened = await openDocumentsFile(file, key, { readonly: false })
  try {
    return await use(shelfIn(opened.raw))
  } finally {
    await closeDatabase(opened)
  }
}

/** Takes every attached file of an archive in; throws a sentence that names the one that is not what the archive says. */
export async function importDocuments(
  shelf: Shelf,
  file: string,
  { reader, documents }: { readonly reader: Reader; readonly documents: readonly DocumentLine[] },
  progress: Progress,
): Promise<void> {
  for (const [index, line] of documents.entries()) {
    const step = () => progress(index, documents.length, `Taking in “${shown(line.name)}”`)
    const about = { document: line.id, name: line.name, at: line.takenInAt, expectedBytes: line.bytes }
    const bytes = watched(await openFile(reader, line.file), step)
    const taken = await shelf.add(whileThereIsRoom(bytes, file, about), about)
    if (taken.sha256 !== line.sha256 || taken.bytes !== line.bytes)
      throw new AppError('rule', `“${shown(line.name)}” is not the file that the archive's list tells of.`)
    shelf.keep([line.id], line.takenInAt)
  }
}
