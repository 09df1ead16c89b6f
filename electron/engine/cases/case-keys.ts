import type Sqlite from 'better-sqlite3'
import type { Instant } from '#shared/time/instant.ts'

/** What the register knows of the key of a case. */
export type CaseKey = {
  readonly request: string
  /** Null once it was destroyed. */
  readonly key: Buffer | null
  readonly madeAt: string
  readonly destroyedAt: string | null
  /** What was destroyed, as JSON; null before. */
  readonly certificate: string | null
}

type Row = {
  request: string
  key: Buffer | null
  made_at: string
  destroyed_at: string | null
  certificate: string | null
}

/** The key of the case of a request; null where no case was ever begun. */
export function findCaseKey(raw: Sqlite.Database, request: string): CaseKey | null {
  const row = raw.prepare<[string], Row>('select * from case_keys where request = ?').get(request)
  return row ? asCaseKey(row) : null
}

/** Every case that was ever begun, also those whose key was destroyed. */
export function listCaseKeys(raw: Sqlite.Database): CaseKey[] {
  return raw.prepare<[], Row>('select * from case_keys order by request').all().map(asCaseKey)
}

/** Keeps the key of a new case. */
export function keepCaseKey(raw: Sqlite.Database, request: string, key: Buffer, at: Instant): void {
  raw.prepare('insert into case_keys (request, key, made_at) values (?, ?, ?)').run(request, key, at)
}

/** What is kept of a case whose key was destroyed: its key is overwritten, and its certificate put in its place. */
export function keepDestroyed(
  raw: Sqlite.Database,
  { request, madeAt, destroyedAt, certificate }: Omit<CaseKey, 'key'>,
): void {
  raw
    .prepare(
      `insert into case_keys (request, key, made_at, destroyed_at, certificate) values (?, null, ?, ?, ?)
       on conflict (request) do update
       set key = null, destroyed_at = excluded.destroyed_at, certificate = excluded.certificate`,
    )
    .run(request, madeAt, destroyedAt, certificate)
}

const asCaseKey = ({ request, key, made_at, destroyed_at, certificate }: Row): CaseKey => ({
  request,
  key,
  madeAt: made_at,
  destroyedAt: destroyed_at,
  certificate,
})
