import type Sqlite from 'better-sqlite3'

/** What people call the request of a case: its reference, else its title; its id where it is no longer in the register. */
export function calledCase(raw: Sqlite.Database, request: string): string {
  const row = raw
    .prepare<[string], { reference: string; name: string }>(
      `select reference, name from records where register = 'requests' and id = ?`,
    )
    .get(request)
  return row?.reference || row?.name || request
}
