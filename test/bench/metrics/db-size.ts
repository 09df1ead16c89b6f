import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { filesOf } from '#engine/registerFile/folder.ts'
import { openBare } from '../engine.ts'
import { registerWith } from '../registers.ts'
import { mebibytes, type Result } from '../report.ts'

const COUNT = 10_000
const MOST = 1.1

/** The encrypted database against the same tables, rows and indexes in a plain SQLite file written in one go. */
export async function measureDatabaseSize(): Promise<Result[]> {
  const register = await registerWith(COUNT)
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    const plain = join(folder, 'plain.db')
    const rows = await copyPlain(register, plain)
    const [ours, peer] = [(await stat(filesOf(register).database)).size, (await stat(plain)).size]
    return [
      {
        metric: 'DB',
        what: `Database of ${COUNT.toLocaleString('en-GB')} activities`,
        ours: mebibytes(ours),
        peer: `${mebibytes(peer)} the same data in plain SQLite`,
        figure: `${(ours / peer).toFixed(3)} times`,
        target: `at most ${MOST}`,
        verdict: ours / peer <= MOST ? 'met' : 'missed',
        note: `${rows.toLocaleString('en-GB')} rows compared; ${(ours / COUNT / 1024).toFixed(1)} KiB an activity with its first revision, links and indexes`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type SchemaEntry = { type: string; name: string; sql: string }

/** Copies everything into a plain file and checks that nothing is missing; answers how many rows there are. */
async function copyPlain(register: string, file: string): Promise<number> {
  const { raw: from } = await openBare(register)
  const to = new Sqlite(file)
  let rows = 0
  try {
    const schema = from
      .prepare<[], SchemaEntry>('select type, name, sql from sqlite_master where sql is not null')
      .all()
    const tables = schema.filter(({ type, name }) => type === 'table' && !isOfIndex(name))
    for (const { sql } of tables) to.exec(sql)
    to.exec('begin')
    for (const { name } of tables.filter((table) => table.name !== WORDS)) rows += copyTable(from, to, name)
    to.exec(`insert into ${WORDS} (${WORDS}) values ('rebuild'); commit`)
    for (const { sql } of schema.filter(({ type }) => type !== 'table')) to.exec(sql)
    return rows
  } finally {
    from.close()
    to.close()
  }
}

/** The index of words makes tables of its own, and is filled from the table it indexes. */
const WORDS = 'search_words'
const isOfIndex = (name: string) => name.startsWith(`${WORDS}_`)

function copyTable(from: Sqlite.Database, to: Sqlite.Database, name: string): number {
  const all = from.prepare(`select * from "${name}"`).raw()
  const insert = to.prepare(
    `insert into "${name}" values (${all
      .columns()
      .map(() => '?')
      .join(', ')})`,
  )
  let rows = 0
  for (const row of all.iterate()) rows += insert.run(...(row as unknown[])).changes
  return rows
}
