import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import type { HashedFile } from '../archive/bag-files.ts'
import { distinctFileNames } from '../archive/file-names.ts'
import type { Payload } from '../archive/payload.ts'
import { holdStill } from '../cases/back-up-cases.ts'
import { openCaseFile } from '../cases/case-file.ts'
import { type CaseKey, listCaseKeys } from '../cases/case-keys.ts'
import { calledCase } from '../cases/case-names.ts'
import { closeDatabase } from '../db/open.ts'
import type { Session } from '../registerFile/session.ts'
import { exactJson } from './exact-json.ts'
import { plainPages } from './plain-pages.ts'
import { type CaseLine, WHOLE_FILES } from './whole-files.ts'

type Found = CaseKey & { readonly reference: string; readonly file: string }

/**
 * The documents of requests: a plain database for each, and a list of all with the certificates of those that were
 * destroyed. What is written comes from the encrypted files as they are read: nothing plain is put on the disk.
 */
export async function* casePayloads(
  raw: Sqlite.Database,
  { cases, readOnlyBecause }: Pick<Session, 'cases' | 'readOnlyBecause'>,
  withCases: boolean,
  written: readonly HashedFile[],
): AsyncGenerator<Payload> {
  const found = casesIn(raw)
  for (const { request, reference, file, key } of found) {
    if (!key || !withCases) continue
    const still = await heldStill(cases, request, key, readOnlyBecause !== null, reference)
    try {
      const source = Readable.from(plainPages(still.path, key), { objectMode: false })
      yield { name: file, source, isCompressed: true }
    } finally {
      await still.release()
    }
  }
  const lines = found.map((one) =>
    exactJson(
      lineOf(
        one,
        written.find(({ name }) => name === one.file),
      ),
    ),
  )
  yield { name: WHOLE_FILES.cases, source: Buffer.from(lines.map((line) => `${line}\n`).join('')) }
}

/** How many bytes the documents of requests take. */
export async function bytesOfCases(raw: Sqlite.Database, cases: Session['cases']): Promise<number> {
  let bytes = 0
  for (const { request, key } of listCaseKeys(raw))
    if (key) bytes += (await cases.glance(request, async (store) => (await stat(store.raw.name)).size)) ?? 0
  return bytes
}

function casesIn(raw: Sqlite.Database): readonly Found[] {
  const keys = listCaseKeys(raw).map((key) => ({ ...key, reference: calledCase(raw, key.request) }))
  const folders = distinctFileNames(keys.map(({ reference }) => reference))
  return keys.map((key, index) => ({ ...key, file: `data/cases/${folders[index]!}/case.db` }))
}

function lineOf(found: Found, file: HashedFile | undefined): CaseLine {
  const { request, reference, madeAt, destroyedAt, certificate } = found
  return {
    request,
    reference,
    begunAt: Instant.parse(madeAt),
    destroyedAt: destroyedAt === null ? null : Instant.parse(destroyedAt),
    certificate,
    file: file?.name ?? null,
    bytes: file?.bytes ?? 0,
    sha256: file?.sha256 ?? null,
  }
}

/** The file of a case, which stays as it is until it is released, although others go on changing the case. */
async function heldStill(
  cases: Session['cases'],
  request: string,
  key: Buffer,
  readonly: boolean,
  reference: string,
): Promise<{ readonly path: string; readonly release: () => Promise<void> }> {
  const path = await cases.glance(request, ({ raw }) => raw.name)
  if (path === null) throw new AppError('not-found', `The documents of ${reference} are not there.`)
  if (readonly) {
    const log = await stat(`${path}-wal`).catch(() => null)
    if (log && log.size > 0)
      throw new AppError(
        'storage',
        `The documents of ${reference} are being changed by another program. Close the register there, then write the archive.`,
        { reason: 'in-use' },
      )
    return { path, release: () => Promise.resolve() }
  }
  const opened = await openCaseFile(path, key, { readonly: false })
  try {
    holdStill(opened)
  } catch (error) {
    await closeDatabase(opened)
    throw error
  }
  return { path, release: () => closeDatabase(opened) }
}
