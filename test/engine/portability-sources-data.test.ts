import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSource } from '#engine/portability/sources/open-source.ts'
import { NAUGHTY } from '../support/naughty.ts'
import { FOUND_OUT, oneTable, readBytesAs, readSource, tablesOf } from '../support/a-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'dpo-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const Cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...NAUGHTY))
const Rows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(Cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 10 }),
  )
const columnsOf = (rows: readonly (readonly string[])[]) => rows[0]!.map((_, at) => `c${at}`)

/** Letters that XML 1.0 can carry. */
const forXml = (text: string) =>
  Array.from(text, (sign) =>
    /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}]/u.test(sign) ? sign : '?',
  ).join('')
const escaped = (text: string) => text.replaceAll(/[&<>\r\n\t"]/gu, (sign) => `&#${sign.codePointAt(0)};`)

describe('any table of texts reads back the same', () => {
  test('as a list of objects in JSON, and as JSON Lines', async () => {
    await fc.assert(
      fc.asyncProperty(Rows, fc.boolean(), async (rows, hasLines) => {
        const columns = columnsOf(rows)
        const objects = rows.map((row) =>
          JSON.stringify(Object.fromEntries(row.map((cell, at) => [columns[at], cell.toWellFormed()]))),
        )
        const text = hasLines ? objects.join('\n') : `[${objects.join(',')}]`
        const wanted = rows.map((row) => row.map((cell) => cell.toWellFormed()))
        expect(await readBytesAs('t.json', text)).toMatchObject({ columns, rows: wanted, notes: [] })
      }),
      { numRuns: 60 },
    )
  })

  test('as repeated elements of XML, in children and in attributes', async () => {
    await fc.assert(
      fc.asyncProperty(Rows, async (rows) => {
        const wanted = rows.map((row) => row.map(forXml))
        const items = wanted.map(
          (row) =>
            `<item a="${escaped(row[0]!)}">${row.map((cell, at) => `<c${at}>${escaped(cell)}</c${at}>`).join('')}</item>`,
        )
        const read = await readBytesAs('t.xml', `<list>${items.join('')}</list>`)
        expect(read.columns).toEqual(['@a', ...columnsOf(rows)])
        expect(read.rows).toEqual(wanted.map((row) => [row[0], ...row]))
      }),
      { numRuns: 60 },
    )
  })

  test('as a table of an SQLite database', async () => {
    const path = join(folder, 'any.db')
    await fc.assert(
      fc.asyncProperty(Rows, async (rows) => {
        const columns = columnsOf(rows)
        const wanted = rows.map((row) => row.map((cell) => cell.toWellFormed().replaceAll('\u0000', '')))
        rmSync(path, { force: true })
        const database = new Database(path)
        database.exec(`CREATE TABLE "odd ""name" (${columns.join(', ')})`)
        const insert = database.prepare(
          `INSERT INTO "odd ""name" VALUES (${columns.map(() => '?').join(', ')})`,
        )
        for (const row of wanted) insert.run(...row)
        database.close()
        expect([...(await readSource(path))]).toMatchObject([['odd "name', { columns, rows: wanted }]])
      }),
      { numRuns: 15 },
    )
  })
})

describe('JSON as a source', () => {
  test('nested objects, lists inside rows, long numbers and doubled keys are all there', async () => {
    const text =
      '[{"id":12345678901234567890,"fee":1.10,"n":-0,"e":1e3,"ok":true,"address":{"street":"A","geo":{}},"tags":["x",{"y":1.50}],"d":1,"d":2},{"id":7,"new":null}]'
    expect(await readBytesAs('t.json', `\uFEFF${text}`)).toMatchObject({
      columns: ['id', 'fee', 'n', 'e', 'ok', 'address.street', 'address.geo', 'tags', 'd', 'd (2)', 'new'],
      rows: [
        ['12345678901234567890', '1.10', '-0', '1e3', true, 'A', '{}', '["x",{"y":1.50}]', 1, 2, null],
        [7, null, null, null, null, null, null, null, null, null, null],
      ],
    })
  })

  test('an object with several lists has a table for each, and one for what stands beside them', async () => {
    const tables = await tablesOf(
      't.json',
      '{"made":"2026","none":[],"marks":["a"],"users":[{"id":1}],"data":{"bookings":[{"k":1},2]}}',
    )
    expect(
      Object.fromEntries(Array.from(tables, ([name, { columns, rows }]) => [name, [columns, ...rows]])),
    ).toEqual({
      users: [['id'], [1]],
      'data.bookings': [
        ['k', 'value'],
        [1, null],
        [null, 2],
      ],
      'Other values': [
        ['made', 'none', 'marks'],
        ['2026', '[]', '["a"]'],
      ],
    })
  })

  test.each([
    ['{"a":{"b":1},"c":"x"}', ['a.b', 'c'], [[1, 'x']]],
    [
      '[["a",1],["b",2,[3]]]',
      ['Column 1', 'Column 2', 'Column 3'],
      [
        ['a', 1, null],
        ['b', 2, '[3]'],
      ],
    ],
    ['{"__proto__":{"x":1},"constructor":2}', ['__proto__.x', 'constructor'], [[1, 2]]],
  ])('%s', async (text, columns, rows) => {
    expect(await readBytesAs('t.json', text)).toMatchObject({ columns, rows })
  })

  test.each([
    ['[{"a":1},{"a":', 'breaks off or is not JSON after row 1'],
    ['[{"a":1}', 'breaks off or is not JSON after row 1'],
    ['[{"secret" 1}]', 'from its first row on'],
    ['[]', 'holds no row'],
    [`[{"a":${'['.repeat(200)}`, 'more than 100 levels'],
    [`[${'{"a":'.repeat(200)}`, 'more than 100 levels'],
    [`[{"a":1},{"a":"${'x'.repeat(18 * 1024 ** 2)}"}]`, 'Row 2 below the headings holds a cell'],
  ])('%#: what is no JSON is refused by its row', async (text, says) => {
    await expect(readBytesAs('t.json', text)).rejects.toThrow(says)
  })
})

describe('XML as a source', () => {
  test('rows are what repeats; attributes, nested and repeated children, and what stands beside are all there', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><data xmlns="urn:x" made="2026"><by>me</by>
      <people><person id="1"><name>A &amp; B é</name><phone>1</phone><phone w="x">2</phone><address><street>S</street></address></person>
      <person id="2"><name/><note>mixed <b>bold</b> tail</note></person></people><log><e t="1"/><e t="2"/></log></data>`
    const tables = await tablesOf('t.xml', Buffer.from(xml, 'latin1'))
    expect(
      Object.fromEntries(Array.from(tables, ([name, { columns, rows }]) => [name, [columns, ...rows]])),
    ).toEqual({
      'people/person': [
        ['@id', 'name', 'phone', 'phone (2)/@w', 'phone (2)', 'address/street', 'note/b', 'note/#text'],
        ['1', 'A & B é', '1', 'x', '2', 'S', null, null],
        ['2', '', null, null, null, null, 'bold', 'mixed  tail'],
      ],
      'log/e': [['@t'], ['1'], ['2']],
      'Other values': [
        ['@made', 'by'],
        ['2026', 'me'],
      ],
    })
  })

  test.each([
    ['<people><person><name>x</name></person></people>', 'person', ['name']],
    ['<person><name>x</name><age>3</age></person>', 'person', ['name', 'age']],
  ])('without anything that repeats, %s is one row', async (xml, name, columns) => {
    expect([...(await tablesOf('t.xml', xml))]).toMatchObject([[name, { columns }]])
  })

  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'brings definitions of its own (DOCTYPE)'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'brings definitions of its own (DOCTYPE)'],
    ['<a>&secret;</a>', 'not well-formed XML'],
    ['<a><b>1</b><b>2</b>', 'not well-formed XML'],
    ['<a>'.repeat(200), 'more than 100 levels'],
    [`<a><b>1</b><b>${'x'.repeat(18 * 1024 ** 2)}</b></a>`, 'holds a cell of more than 16 million letters'],
  ])('%#: what is not XML as it should be is refused', async (xml, says) => {
    await expect(readBytesAs('t.xml', xml)).rejects.toThrow(says)
  })
})

describe('SQLite as a source', () => {
  const made = (name: string, sql: string) => {
    const path = join(folder, name)
    const database = new Database(path)
    database.exec(sql)
    database.close()
    return path
  }
  const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

  test('values come exactly; views are not run; the file and its folder stay as they are', async () => {
    const path = made(
      'kinds.db',
      `CREATE TABLE "group" (id INTEGER, name TEXT, fee REAL, photo BLOB, PRIMARY KEY (id)) WITHOUT ROWID;
       INSERT INTO "group" VALUES (9007199254740993, 'Zoë', 0.1, x'00ff'), (1, '', 1e999, NULL);
       CREATE VIEW costly AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;`,
    )
    const [before, beside] = [hashOf(path), readdirSync(folder)]
    const read = (await readSource(path)).get('group')!
    expect(read.rows).toEqual([
      [1, '', 'Infinity', null],
      ['9007199254740993', 'Zoë', 0.1, 'AP8='],
    ])
    expect(read.notes).toEqual([
      'Views are not read, only the tables they show: “costly”.',
      'One cell holds bytes, such as a picture or a file; they were read as Base64.',
      'One cell holds a whole number of more than 15 digits; it was read as text.',
    ])
    expect([hashOf(path), readdirSync(folder)]).toEqual([before, beside])
  })

  test('a database with a log beside it (WAL) is read without leaving a file, or refused while the log holds something', async () => {
    const path = made('wal.db', 'PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    const [before, beside] = [hashOf(path), readdirSync(folder)]
    expect((await readSource(path)).get('t')).toMatchObject({ rows: [[1]] })
    expect([hashOf(path), readdirSync(folder)]).toEqual([before, beside])
    const other = new Database(path)
    other.exec('INSERT INTO t VALUES (2)')
    await expect(readSource(path)).rejects.toThrow('is open in another program')
    other.close()
  })

  test('one that is locked with a password, damaged or empty is told', async () => {
    const locked = join(folder, 'locked.db')
    const database = new Database(locked)
    database.pragma("key = 'secret'")
    database.exec('CREATE TABLE t (a)')
    database.close()
    await expect(readSource(locked)).rejects.toThrow('locked with a password')
    const bytes = readFileSync(
      made('whole.db', `CREATE TABLE t (a); INSERT INTO t VALUES ('${'x'.repeat(9_000)}')`),
    )
    bytes.fill(0xff, 4_200, 8_000)
    await expect(tablesOf('t.db', bytes)).rejects.toThrow('is damaged')
    await expect(readSource(made('none.db', 'CREATE VIEW v AS SELECT 1'))).rejects.toThrow('has no tables')
  })

  test('a cell of more than 16 MiB is refused without being read', async () => {
    const path = made('large.db', 'CREATE TABLE t (a, b); INSERT INTO t VALUES (1, zeroblob(17000000))')
    const source = await openSource(path, FOUND_OUT)
    await expect(oneTable(source, 't')).rejects.toThrow('The table “t” holds a cell of more than 16 MiB')
    await expect(oneTable(source, 'u')).rejects.toThrow('has no table called “u”')
    await source.close()
  })
})
