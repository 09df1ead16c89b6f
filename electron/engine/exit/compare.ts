import { countOf } from '#shared/count-words.ts'
import { createHash } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import { RegisterName } from '#shared/records/record.ts'
import type { OpenDatabase } from '../db/open.ts'
import type { Shelf } from '../documents/shelf.ts'
import { findCaseKey } from '../cases/case-keys.ts'
import { fileOfCase } from '../cases/case-places.ts'
import type { Progress } from '../pdf/write-record.ts'
import { verifyChain } from '../revisions/verify.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import { verifyRecords } from '../revisions/verify-records.ts'
import { kinds } from '../records/kinds.ts'
import type { Material } from './material.ts'
import { plainPages } from './plain-pages.ts'
import { recordLines } from './record-lines.ts'

type Made = {
  readonly opened: OpenDatabase
  readonly shelf: Shelf
  readonly folder: string
  readonly head: ChainHead
}

/**
 * Holds a register that was made of an archive against it: record by record, file by file, case by case; and follows its
 * trail. Gives what was compared, in sentences; throws where anything differs.
 */
export async function compareWith(
  material: Material,
  { opened, shelf, folder, head }: Made,
  progress: Progress,
): Promise<readonly string[]> {
  const records = await compareRecords(material, opened, progress)
  const documents = await compareDocuments(material, shelf, progress)
  const cases = await compareCases(material, opened, folder, progress)
  await progress(0, 1, 'Following the trail')
  const { problems } = await verifyChain(opened.db, head)
  const [problem] = [...problems, ...(await verifyRecords(opened.db, Object.values(kinds), null))].filter(
    (sentence) => !sentence.includes('no longer say what was sealed'),
  )
  if (problem) throw differs(problem)
  return [
    `${records} records are the same as in the archive, character for character.`,
    ...(material.documents.length > 0 ? [`${documents} attached files are the same, byte for byte.`] : []),
    ...(material.cases.length > 0
      ? [`The documents of ${countOf(cases, 'request')} are the same, byte for byte.`]
      : []),
    `The trail was followed from its start to revision ${head.seq}: each revision follows from the one before, and every record is what its last revision says.`,
  ]
}

async function compareRecords(material: Material, { db }: OpenDatabase, progress: Progress): Promise<number> {
  let same = 0
  for (const register of RegisterName.options) {
    const mine = recordLines(db, register)
    for await (const { text, number } of material.records(register)) {
      const next = await mine.next()
      if (next.done || next.value !== text)
        throw differs(`A record of the ${register} (line ${number}) is different.`)
      same += 1
      if (same % 500 === 0) await progress(same, material.counts.records, 'Comparing the records')
    }
    // A register without settings was given those it begins with.
    if (!(await mine.next()).done && register !== 'settings')
      throw differs(`There are more ${register} than in the archive.`)
  }
  return same
}

async function compareDocuments({ documents }: Material, shelf: Shelf, progress: Progress): Promise<number> {
  for (const [index, { id, name, sha256 }] of documents.entries()) {
    await progress(index, documents.length, `Comparing “${name}”`)
    if (shelf.find(id)?.sha256 !== sha256 || (await shelf.check(id)) !== null)
      throw differs(`The attached file “${name}” is different.`)
  }
  return documents.length
}

async function compareCases(
  { cases }: Material,
  { raw }: OpenDatabase,
  folder: string,
  progress: Progress,
): Promise<number> {
  let same = 0
  for (const { request, reference, certificate, file, sha256 } of cases) {
    const known = findCaseKey(raw, request)
    if (known && known.certificate !== certificate)
      throw differs(`The certificate of ${reference} is different.`)
    if (file === null || !known?.key) continue
    const hash = createHash('sha256')
    for await (const pages of plainPages(fileOfCase(folder, request), known.key)) {
      hash.update(pages)
      await progress(same, cases.length, `Comparing the documents of ${reference}`)
    }
    if (hash.digest('hex') !== sha256) throw differs(`The documents of ${reference} are different.`)
    same += 1
  }
  return same
}

const differs = (what: string) =>
  new AppError(
    'rule',
    `The register that was made is not what the archive holds, so it was not kept. ${what}`,
  )
