import type Sqlite from 'better-sqlite3'

const kept = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement<unknown[]>>>()

/**
 * A statement that is prepared once for each open case: for what is asked for every file, preparing takes longer than
 * asking. Not for statements that are still being stepped through when they are needed again.
 */
export function prepared<Row = unknown>(raw: Sqlite.Database, sql: string): Sqlite.Statement<unknown[], Row> {
  let statements = kept.get(raw)
  if (!statements) kept.set(raw, (statements = new Map()))
  let statement = statements.get(sql)
  if (!statement) statements.set(sql, (statement = raw.prepare(sql)))
  return statement as Sqlite.Statement<unknown[], Row>
}
