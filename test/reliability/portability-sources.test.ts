import { execFile } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ZipArchive } from 'archiver'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'

/** Rows of the long files; a proof of the whole says 5000000. */
const ROWS = Number(process.env['DPO_SOURCE_ROWS'] ?? 30_000)
/** Rows of the workbook: a sheet has 1048576 at most. */
const SHEET_ROWS = Math.min(Number(process.env['DPO_SOURCE_SHEET_ROWS'] ?? 10_000), 1_048_575)
/** Bytes of the one cell that is refused; a proof of the whole says 2147483648. */
const CELL = Number(process.env['DPO_SOURCE_CELL'] ?? 32 * 1024 ** 2)
const isWhole = ROWS >= 1_000_000

const folder = mkdtempSync(join(tmpdir(), 'dpo-long-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MIB = 1024 ** 2
const OPEN = fileURLToPath(
  new URL('../../electron/engine/portability/sources/open-source.ts', import.meta.url),
)

type Read = { rows: number; last: unknown; ms: number; grew: number; says: string }

/** Reads a file in a process of its own; says how many rows came, and by how much its memory grew after the first of them. */
async function readApart(path: string): Promise<Read> {
  const program = `
    import { openSource } from ${JSON.stringify(OPEN)}
    const source = await openSource(${JSON.stringify(path)}, { encoding: null, delimiter: null })
    const from = performance.now()
    let [rows, last, first, most, batches, says] = [0, null, 0, 0, 0, '']
    const look = () => {
      const { rss } = process.memoryUsage()
      if (batches <= 5) first = Math.max(first, rss)
      most = Math.max(most, rss)
    }
    look()
    try {
      const [table] = await source.tables()
      for await (const batch of source.read(table.name)) {
        rows += batch.rows.length
        last = batch.rows.at(-1) ?? last
        if (batches++ % 5 === 0) look()
      }
    } catch (error) {
      says = error.message
    }
    look()
    console.log(JSON.stringify({ rows, last, ms: performance.now() - from, grew: most - first, says }))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  const read = JSON.parse(stdout) as Read
  if (isWhole)
    console.log(
      `${path.split('.').at(-1)}: ${read.rows} rows in ${Math.round(read.ms)} ms (${Math.round((read.rows / read.ms) * 1_000)} a second), memory grew by ${Math.round(read.grew / MIB)} MiB`,
    )
  return read
}

const valuesOf = (at: number) => [
  String(at),
  `p${at % 5_000}@example.org`,
  `Smith, Jo ${at}`,
  `2026-01-${String((at % 28) + 1).padStart(2, '0')}T10:00:00Z`,
  `Safeguarding level ${at % 4}`,
  `He said "yes" and went`,
]

/** Pieces of text, made a thousand rows at a time. */
function* rowsAs(count: number, row: (at: number) => string): Generator<string> {
  for (let from = 0; from < count; from += 1_000)
    yield Array.from({ length: Math.min(1_000, count - from) }, (_, at) => row(from + at)).join('')
}

const write = (path: string, pieces: Iterable<string>) =>
  pipeline(Readable.from(pieces), createWriteStream(path))

function* around(before: string, pieces: Iterable<string>, after: string): Generator<string> {
  yield before
  yield* pieces
  yield after
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

describe('long files are read with the memory of short ones', { timeout: 1_800_000 }, () => {
  const last = { row: ROWS, values: valuesOf(ROWS - 1) }

  test('CSV', async () => {
    const path = join(folder, 'long.csv')
    const quoted = (text: string) => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const rows = rowsAs(ROWS, (at) => `${valuesOf(at).map(quoted).join(',')}\n`)
    await write(path, around('id,email,name,at,course,notes\n', rows, ''))
    const read = await readApart(path)
    expect(read).toMatchObject({ rows: ROWS, last, says: '' })
    expect(read.grew).toBeLessThan(200 * MIB)
  })

  test('SQLite', async () => {
    const path = join(folder, 'long.db')
    const database = new Database(path)
    database.exec('CREATE TABLE t (id, email, name, at, course, notes)')
    const insert = database.prepare('INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)')
    database.transaction(() => {
      for (let at = 0; at < ROWS; at += 1) insert.run(...valuesOf(at))
    })()
    database.close()
    const read = await readApart(path)
    expect(read).toMatchObject({ rows: ROWS, last, says: '' })
    expect(read.grew).toBeLessThan(200 * MIB)
  })

  test('JSON', async () => {
    const path = join(folder, 'long.json')
    const keys = ['id', 'email', 'name', 'at', 'course', 'notes']
    const object = (place: number) =>
      JSON.stringify(Object.fromEntries(valuesOf(place).map((value, index) => [keys[index], value])))
    await write(
      path,
      around(
        '[',
        rowsAs(ROWS, (place) => `${place > 0 ? ',' : ''}${object(place)}\n`),
        ']',
      ),
    )
    const read = await readApart(path)
    expect(read).toMatchObject({ rows: ROWS, last, says: '' })
    expect(read.grew).toBeLessThan(200 * MIB)
  })

  test('XML', async () => {
    const path = join(folder, 'long.xml')
    const item = (at: number) =>
      `<row>${valuesOf(at)
        .map((value, index) => `<c${index}>${escaped(value)}</c${index}>`)
        .join('')}</row>\n`
    await write(path, around('<list>', rowsAs(ROWS, item), '</list>'))
    const read = await readApart(path)
    expect(read).toMatchObject({ rows: ROWS, last, says: '' })
    expect(read.grew).toBeLessThan(200 * MIB)
  })

  test('a workbook', async () => {
    const path = join(folder, 'long.xlsx')
    const zip = new ZipArchive({ zlib: { level: 1 } })
    const done = pipeline(zip, createWriteStream(path))
    const cells = (at: number) =>
      valuesOf(at)
        .map(
          (value, index) =>
            `<c r="${'ABCDEF'[index]}${at + 1}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`,
        )
        .join('')
    zip.append('<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>', {
      name: 'xl/workbook.xml',
    })
    zip.append('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>', {
      name: 'xl/_rels/workbook.xml.rels',
    })
    const rows = rowsAs(SHEET_ROWS + 1, (at) => `<row r="${at + 1}">${cells(at)}</row>`)
    zip.append(Readable.from(around('<worksheet><sheetData>', rows, '</sheetData></worksheet>')), {
      name: 'xl/worksheets/sheet1.xml',
    })
    await zip.finalize()
    await done
    const read = await readApart(path)
    expect(read).toMatchObject({
      rows: SHEET_ROWS,
      last: { row: SHEET_ROWS, values: valuesOf(SHEET_ROWS) },
      says: '',
    })
    expect(read.grew).toBeLessThan(200 * MIB)
  })

  test('one endless cell is refused long before it is in memory', async () => {
    const path = join(folder, 'cell.csv')
    const piece = 'x'.repeat(MIB)
    const pieces = Array.from({ length: Math.ceil(CELL / MIB) }, () => piece)
    await write(path, around('a,b\n1,2\n3,"', pieces, '"\n'))
    const read = await readApart(path)
    expect(read.says).toContain('Row 2 below the headings holds a cell of more than 16 million letters')
    expect(read.grew).toBeLessThan(200 * MIB)
  })
})
