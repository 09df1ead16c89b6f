import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { filesOf, isThere } from '../registerFile/folder.ts'
import { missingCase } from './case-errors.ts'
import { calledCase } from './case-names.ts'
import { fileOfCase } from './case-places.ts'
import type { Cases, CaseStore } from './open-cases.ts'

const STILL_THERE =
  'its documents were destroyed, and nobody can read them, but their file could not be removed. Delete it from the folder “cases”.'

type Checked = {
  readonly raw: Sqlite.Database
  readonly cases: Cases
  readonly folder: string
}

/**
 * Whether every case is there and is what was taken in: a sentence for each that is not, and for each file that has no
 * key here. With `withBytes` every page and every file of every case is read; without, only whether the files are there.
 */
export async function verifyCases(
  { raw, cases, folder }: Checked,
  { withBytes }: { readonly withBytes: boolean },
): Promise<string[]> {
  const problems: string[] = []
  for (const { request, key } of cases.keys()) {
    const file = fileOfCase(folder, request)
    if (!key) {
      if (await isThere(file)) problems.push(`${calledCase(raw, request)}: ${STILL_THERE}`)
      continue
    }
    try {
      if (!(await isThere(file)) && !(await isThere(`${file}.begun`))) throw missingCase()
      const wrong = withBytes ? await cases.glance(request, (store) => wrongIn(store, key)) : null
      if (wrong) problems.push(...wrong.map((sentence) => `${calledCase(raw, request)}: ${sentence}`))
    } catch (error) {
      const known = storageError(error, file)
      if (!(known instanceof AppError) || known.code !== 'storage') throw known
      problems.push(`${calledCase(raw, request)}: ${known.message}`)
    }
  }
  return [...problems, ...(await withoutKey(folder, cases))]
}

async function wrongIn(store: CaseStore, key: Buffer): Promise<string[]> {
  const pages = await verifyPageCodes(store.raw, key, 'The file with its documents')
  return pages.length > 0 ? pages : contentProblems(store.raw)
}

/** A sentence for each file of a case whose bytes are not there or are not what was taken in; every byte is read. */
export async function contentProblems(raw: Sqlite.Database): Promise<string[]> {
  return [...namingNoBlob(raw), ...(await changedBlobs(raw))]
}

/** Files whose bytes, or whose pages as they are shown, are not there. */
function namingNoBlob(raw: Sqlite.Database): string[] {
  const paths = raw
    .prepare<[], string>(
      `select path from sources where sha256 not in (select sha256 from blobs)
       or (paper is not null and paper not in (select sha256 from blobs)) order by id`,
    )
    .pluck()
    .all()
  return paths.map((path) => `the bytes of “${path}” are not there.`)
}

async function changedBlobs(raw: Sqlite.Database): Promise<string[]> {
  const problems: string[] = []
  const blobs = raw.prepare<[], { sha256: string; bytes: number }>('select sha256, bytes from blobs').all()
  const piece = raw
    .prepare<[string, number], Buffer>('select bytes from chunks where sha256 = ? and number = ?')
    .pluck()
  const named = raw
    .prepare<[string, string], string>('select path from sources where sha256 = ? or paper = ? limit 1')
    .pluck()
  for (const { sha256, bytes } of blobs) {
    const whole = createHash('sha256')
    let read = 0
    for (let number = 0; ; number += 1) {
      const next = piece.get(sha256, number)
      if (!next) break
      whole.update(next)
      read += next.length
      await breathe()
    }
    if (read === bytes && whole.digest('hex') === sha256) continue
    problems.push(
      `“${named.get(sha256, sha256) ?? 'a file'}” is not what was taken in: its bytes were changed outside the program.`,
    )
  }
  return problems
}

/** Case files for which this register has no key: begun after the backup that was put back, or copied from elsewhere. */
async function withoutKey(folder: string, cases: Cases): Promise<string[]> {
  const names = await readdir(filesOf(folder).cases).catch(() => [])
  const known = new Set(cases.keys().map(({ request }) => `${request}.db`))
  const kept = names.filter(
    (name) => (name.endsWith('.db') && !known.has(name)) || /\.db\.without-key-[^-]+$/.test(name),
  )
  return kept.map(
    (name) =>
      `cases/${name} has no key in this register: its documents were brought in after the backup that was put back. The register it replaced, kept as register.db.replaced-…, still has the key. Delete the file if it is not wanted.`,
  )
}
