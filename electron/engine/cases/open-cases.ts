import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { closeDatabase, type OpenDatabase } from '../db/open.ts'
import type { OldPlace } from '#shared/cases/certificate.ts'
import { isThere } from '../registerFile/folder.ts'
import { beginCase, finishBegun } from './begin-case.ts'
import { destroyedCase, missingCase } from './case-errors.ts'
import { openCaseFile } from './case-file.ts'
import { fileOfCase } from './case-places.ts'
import { type CaseKey, findCaseKey, keepDestroyed, listCaseKeys } from './case-keys.ts'
import { oldPlacesOf, removeFiles, truncateLog } from './destroy-case.ts'
import type { Papers } from './papers.ts'
import { startPapers } from './start-papers.ts'

/** An open case: the documents of one request, in a database of their own. */
export type CaseStore = {
  /** The id of the request. */
  readonly request: string
  readonly raw: Sqlite.Database
}

/** The cases of an open register, to read and to change what is in them. */
export type Cases = {
  /** The case of a request, or null where none was begun; throws `not-found` once its key was destroyed. */
  find(request: string): Promise<CaseStore | null>
  /** The case of a request; throws `rule` where none was begun. */
  get(request: string): Promise<CaseStore>
  /** Looks into a case for a moment: one that is not open already is closed again. As `find`, null where none was begun. */
  glance<Result>(
    request: string,
    look: (store: CaseStore) => Result | Promise<Result>,
  ): Promise<Result | null>
  /** What is known of its key, also once it was destroyed. */
  key(request: string): CaseKey | null
  /** Every case that was ever begun, also those whose key was destroyed. */
  keys(): readonly CaseKey[]
  /** Names what of the register may still hold the key of a case: backups, and registers that were replaced. */
  oldPlaces(request: string): Promise<readonly OldPlace[]>
  /** The process that opens PDFs, started when it is first needed and closed with the register. */
  papers(): Papers
}

/** The cases as a task has them: only there a case can be begun, for no transaction is open around it. */
export type CasesToBegin = Cases & {
  /** The case of a request, begun if need be. */
  begin(request: string, at: Instant): Promise<CaseStore>
}

/** The cases as a command has them: the key is part of the register, and so of the command's transaction. */
export type CasesToDestroy = Cases & {
  /** Overwrites the key of a case and keeps the certificate in its place; its file is removed by `sweep`. */
  destroyKey(request: string, certificate: string, at: Instant): void
  /** Removes the files of cases whose key was destroyed, and their copies; what cannot be removed stays for the next time. */
  sweep(): Promise<void>
}

/** The cases of a session. */
export type SessionCases = CasesToBegin &
  CasesToDestroy & {
    close(): Promise<void>
  }

type Place = {
  /** The database of the register, which keeps the keys. */
  readonly raw: Sqlite.Database
  readonly folder: string
  readonly readOnlyBecause: string | null
  /** Says where the file of a case can be read, when not in the register's folder. */
  readonly locate?: ((file: string) => Promise<string>) | undefined
}

/** The cases beside a register; each is opened when it is first asked for. */
export function openCases({ raw, folder, readOnlyBecause, locate }: Place): SessionCases {
  const opened = new Map<string, Promise<OpenDatabase>>()
  const beginning = new Map<string, Promise<void>>()
  let papers: Papers | null = null
  let isClosed = false
  const readonly = readOnlyBecause !== null

  function refuseClosed(): void {
    if (isClosed) throw new AppError('locked', 'The register is locked. Open it to go on.')
  }

  /** The key and the place of a case; null where none was begun. */
  async function look(request: string): Promise<{ key: Buffer; file: string } | null> {
    refuseClosed()
    const known = findCaseKey(raw, request)
    if (!known) return null
    if (!known.key) throw destroyedCase()
    const file = fileOfCase(folder, request)
    if (!readonly) await finishBegun(file)
    if (!(await isThere(file))) throw missingCase()
    return { key: known.key, file: locate ? await locate(file) : file }
  }

  function keepOpen(request: string, { key, file }: { key: Buffer; file: string }): Promise<OpenDatabase> {
    refuseClosed()
    const known = opened.get(request)
    if (known) return known
    const opening = openCaseFile(file, key, { readonly })
    opened.set(request, opening)
    // One that could not be opened is tried again next time.
    opening.catch(() => opened.delete(request))
    return opening
  }

  async function release(request: string): Promise<void> {
    const database = await opened.get(request)?.catch(() => null)
    opened.delete(request)
    if (database) await closeDatabase(database)
  }

  async function find(request: string): Promise<CaseStore | null> {
    const place = await look(request)
    return place && { request, raw: (await keepOpen(request, place)).raw }
  }

  async function get(request: string): Promise<CaseStore> {
    const found = await find(request)
    if (!found) throw new AppError('rule', 'This request has no documents yet. Bring some in first.')
    return found
  }

  return {
    find,
    get,
    key: (request) => findCaseKey(raw, request),
    keys: () => listCaseKeys(raw),

    async glance(request, inside) {
      const place = await look(request)
      if (!place) return null
      const known = await opened.get(request)
      if (known) return await inside({ request, raw: known.raw })
      const passing = await openCaseFile(place.file, place.key, { readonly })
      try {
        return await inside({ request, raw: passing.raw })
      } finally {
        await closeDatabase(passing)
      }
    },

    papers() {
      refuseClosed()
      return (papers ??= startPapers())
    },

    async begin(request, at) {
      if (readOnlyBecause !== null) throw new AppError('read-only', readOnlyBecause)
      if (!(await look(request))) {
        // Two that begin at once begin one case.
        const making =
          beginning.get(request) ?? beginCase(raw, { request, file: fileOfCase(folder, request), at })
        beginning.set(request, making)
        await making.finally(() => beginning.delete(request))
      }
      return get(request)
    },

    destroyKey(request, certificate, at) {
      const known = findCaseKey(raw, request)
      if (!known) throw destroyedCase()
      keepDestroyed(raw, { request, madeAt: known.madeAt, destroyedAt: at, certificate })
    },

    async sweep() {
      if (readonly) return
      const gone = listCaseKeys(raw).filter(({ key }) => key === null)
      for (const { request } of gone) await release(request)
      if (await removeFiles(folder, gone)) truncateLog(raw)
    },

    async oldPlaces(request) {
      const known = findCaseKey(raw, request)
      return known ? oldPlacesOf(folder, known) : []
    },

    async close() {
      isClosed = true
      await papers?.close()
      for (const opening of opened.values()) {
        const database = await opening.catch(() => null)
        if (database) await closeDatabase(database)
      }
      opened.clear()
    },
  }
}
