import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { described } from '#shared/described/all.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'
import type { documentProcedures } from '#shared/registers/documents/document.contract.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { newId } from '../../ids.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor, TaskContext, WriteContext } from '../../rpc/context.ts'
import { lengthOfFile, nameOfFile, readFileWhole } from '../../files/read-file.ts'

/** One list of files of one record. */
type Place = { readonly register: DescribedName; readonly id: string; readonly field: string }

export const documentHandlers: HandlersFor<typeof documentProcedures> = {
  'documents.takeIn': async (ctx, { path }) => {
    ctx.mayRead(path)
    const expectedBytes = await lengthOfFile(path)
    const about = { document: newId(), name: nameOfFile(path), at: ctx.now, expectedBytes }
    const { document, name, bytes, sha256 } = await ctx.documents.add(readFileWhole(path, ctx), about)
    return { document, name, bytes, sha256 }
  },

  'documents.attach': async (ctx, { documents, ...place }) => {
    const { record, files } = await filesAt(ctx.db, place)
    const added: FileEntry[] = []
    for (const { document, about } of documents) {
      const known = await ctx.documents.find(document)
      if (!known) throw new AppError('rule', 'This file was not taken in. Attach it again.')
      const { name, bytes, sha256 } = known
      const here = { addedAt: ctx.now, addedBy: ctx.actor, about }
      added.push({ id: ctx.newId(), document, name, bytes, sha256, ...here })
    }
    const after = [...files, ...added]
    await write(ctx, place, record, after)
    // Before the commit, so that no record ever names a document that may be swept.
    await ctx.documents.keep(
      added.map(({ document }) => document),
      ctx.now,
    )
    return { files: after }
  },

  'documents.describe': async (ctx, { file, about, ...place }) => {
    await changeFile(ctx, place, file, (entry) => [{ ...entry, about }])
    return {}
  },

  'documents.detach': async (ctx, { file, ...place }) => {
    await changeFile(ctx, place, file, () => [])
    return {}
  },

  'documents.save': async (ctx, { file, to, asAt, ...place }) => {
    ctx.mayUse(to)
    const { files } = await filesAt(await ctx.readDb(asAt), place)
    const entry = fileIn(files, file)
    return putInPlace(to, ctx.step, (path) =>
      pipeline(checkedBytes(ctx, entry), createWriteStream(path, { mode: 0o600 })),
    )
  },
}

/** The bytes of an attached file; throws before they count as written where they are not what the record says. */
async function* checkedBytes(
  { documents, step }: Pick<TaskContext, 'documents' | 'step'>,
  { document, name, bytes, sha256 }: FileEntry,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let read = 0
  for await (const piece of documents.read(document)) {
    hash.update(piece)
    yield piece
    read += piece.length
    await step(read, Math.max(bytes, read) + 1, `Saving “${name}”`)
  }
  if (hash.digest('hex') === sha256) return
  throw new AppError(
    'storage',
    `“${name}” is not what was attached: its SHA-256 is not the one in the record. Nothing was written.`,
    { reason: 'damaged' },
  )
}

async function filesAt(
  db: ReadDb,
  { register, id, field }: Place,
): Promise<{ readonly record: AnyRecord; readonly files: readonly FileEntry[] }> {
  const { fields, one } = described(register)
  if (!Object.hasOwn(fields, field) || fields[field]!.kind !== 'files')
    throw new AppError('invalid', `A ${one} has no files under “${field}”.`)
  const record = await getRecord(db, kindOf(register), id)
  return { record, files: record[field] as readonly FileEntry[] }
}

function fileIn(files: readonly FileEntry[], id: string): FileEntry {
  const found = files.find((one) => one.id === id)
  if (!found) throw new AppError('not-found', 'This file is no longer attached to the record.')
  return found
}

/** Puts others, or none, in the place of one file. */
async function changeFile(
  ctx: WriteContext,
  place: Place,
  id: string,
  change: (entry: FileEntry) => readonly FileEntry[],
): Promise<void> {
  const { record, files } = await filesAt(ctx.db, place)
  const wanted = fileIn(files, id)
  await write(
    ctx,
    place,
    record,
    files.flatMap((one) => (one === wanted ? change(one) : [one])),
  )
}

async function write(
  { ledger }: WriteContext,
  { register, field }: Place,
  record: AnyRecord,
  files: readonly FileEntry[],
): Promise<void> {
  await ledger.put(kindOf(register), { ...record, [field]: files })
}
