import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Reader } from '../archive/bag-reader.ts'
import { shown } from '../archive/bag-source.ts'
import { openCaseFile } from '../cases/case-file.ts'
import { keepCaseKey, keepDestroyed } from '../cases/case-keys.ts'
import { fileOfCase } from '../cases/case-places.ts'
import { CASE_FORMAT, CASE_TABLES } from '../cases/case-tables.ts'
import { contentProblems } from '../cases/verify-cases.ts'
import { closeDatabase, schemaText, schemaTextOf } from '../db/open.ts'
import type { Progress } from '../pdf/write-record.ts'
import { openFile } from './open-archive.ts'
import { writeEncrypted } from './plain-pages.ts'
import { watched } from './watched.ts'
import type { CaseLine } from './whole-files.ts'

type Place = { readonly raw: Sqlite.Database; readonly folder: string }

/**
 * Makes the case files of an archive anew, each under a new key, and keeps the certificates of those that were
 * destroyed. Throws a sentence that names the request whose file is not what a case holds.
 */
export async function importCases(
  { raw, folder }: Place,
  { reader, cases }: { readonly reader: Reader; readonly cases: readonly CaseLine[] },
  progress: Progress,
): Promise<void> {
  const isRequest = raw.prepare<[string], number>(
    `select 1 from records where register = 'requests' and id = ?`,
  )
  for (const [index, line] of cases.entries()) {
    const { request, begunAt: madeAt, destroyedAt, certificate } = line
    const name = shown(line.reference)
    if (destroyedAt !== null) keepDestroyed(raw, { request, madeAt, destroyedAt, certificate })
    if (destroyedAt !== null || line.file === null) continue
    if (!isRequest.get(request))
      throw new AppError('rule', `The documents of ${name} belong to a request that is not in the archive.`)
    const step = () => progress(index, cases.length, `Bringing in the documents of ${name}`)
    const key = randomBytes(32)
    const file = fileOfCase(folder, request)
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeEncrypted(file, key, watched(await openFile(reader, line.file), step))
      await refuseOther(file, key, step)
    } catch (error) {
      if (error instanceof AppError && error.code === 'rule')
        throw new AppError('rule', `The documents of ${name}: ${error.message}`, { cause: error })
      throw error
    }
    keepCaseKey(raw, request, key, madeAt)
  }
}

/** The tables of a stranger's database could do more than hold documents, so they must be the program's to the letter. */
async function refuseOther(file: string, key: Buffer, step: () => Promise<void>): Promise<void> {
  const opened = await openCaseFile(file, key, { readonly: true })
  const { raw } = opened
  try {
    if (
      raw.pragma('user_version', { simple: true }) !== CASE_FORMAT ||
      schemaText(raw) !== schemaTextOf(CASE_TABLES)
    )
      throw new AppError('rule', 'Its tables are not those of a case.')
    const tables = raw
      .prepare<[], string>(`select name from sqlite_master where type = 'table'`)
      .pluck()
      .all()
    for (const table of tables.filter((one) => !BY_THEMSELVES.has(one))) {
      await step()
      const found: unknown = raw.pragma(`quick_check("${table}")`, { simple: true })
      if (found !== 'ok') throw new AppError('rule', `It is damaged: ${shown(String(found))}.`)
    }
    const [problem] = await contentProblems(raw)
    if (problem) throw new AppError('rule', shown(problem))
  } finally {
    await closeDatabase(opened)
  }
}

/** Every piece of every file is read and hashed, and the index of words has tables of its own. */
const BY_THEMSELVES = new Set(['chunks', 'page_words', 'sqlite_sequence', 'sqlite_stat1'])
