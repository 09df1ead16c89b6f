import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkFormats } from '#engine/portability/check/check-formats.ts'
import { aColumn, aTable, bagOf, bookings, filesOf, textOf } from '../support/an-export.ts'

const JSON_FILE = 'data/json/bookings.json'
const SCHEMA = 'data/schema/bookings.schema.json'
const CSV = 'data/csv/bookings.csv'
const PACKAGE = 'data/csv/datapackage.json'
const CSVW = 'data/csv/bookings.csv-metadata.json'
const XML = 'data/xml/bookings.xml'
const XSD = 'data/xml/bookings.xsd'

type Files = Map<string, Buffer>

const whole = await filesOf([bookings()])

/** What the check names, each as "file: sentence", after a change to the files. */
async function found(change: (files: Files) => void): Promise<string[]> {
  const files = new Map(whole)
  change(files)
  const checks = await checkFormats(bagOf(files))
  for (const { ok, problems } of checks) expect(ok).toBe(problems.length === 0)
  return checks.flatMap(({ problems }) => problems.map(({ about, detail }) => `${about}: ${detail}`))
}

/** Changes a text in a file; the change must be one. */
function replace(files: Files, name: string, given: string | RegExp, by: string): void {
  const before = textOf(files, name)
  const after = before.replace(given, by)
  expect(after, `${name} is changed`).not.toBe(before)
  files.set(name, Buffer.from(after))
}

/** Makes the package promise the CSV as it is now, and the metadata beside it as well. */
function promiseAgain(files: Files): void {
  const raw = files.get(CSV)!
  const hash = createHash('sha256').update(raw).digest('hex')
  replace(
    files,
    PACKAGE,
    /"bytes": \d+,\n(\s+)"hash": "sha256:[0-9a-f]+"/u,
    `"bytes": ${raw.length},\n$1"hash": "sha256:${hash}"`,
  )
  replace(files, CSVW, /[0-9a-f]{64}/u, hash)
}

test('nothing is found in an export as it was written', async () => {
  expect(await found(() => {})).toEqual([])
})

describe('the JSON', () => {
  const on = (given: string | RegExp, by: string) => found((files) => replace(files, JSON_FILE, given, by))

  test.each([
    [
      'a value of another type',
      '"places":2',
      '"places":"2"',
      'Row 3 is not as the schema says: /places must be integer.',
    ],
    [
      'a whole number that is none to programs',
      '"places":2',
      '"places":9007199254740993',
      'Row 3, places: the value is none of integer.',
    ],
    [
      'a day that is none',
      '"2026-02-01"',
      '"2026-02-30"',
      'Row 1 is not as the schema says: /course_day must match format "date".',
    ],
    [
      'a moment that is none',
      'T09:30:00Z',
      'T25:30:00Z',
      'Row 1 is not as the schema says: /booked_at must match format "date-time".',
    ],
    [
      'a moment with a blank for its T',
      '2026-01-04T',
      '2026-01-04 ',
      'Row 1, booked_at: the value is none of dateTime.',
    ],
    [
      'nothing where there must be something',
      '"course":"Attachment"',
      '"course":null',
      'Row 2 is not as the schema says: /course must be string.',
    ],
    [
      'a key too many',
      '"places":2',
      '"places":2,"secret":1',
      'Row 3 is not as the schema says:  must NOT have additional properties.',
    ],
    [
      'a key too few',
      '"places":2,',
      '',
      "Row 3 is not as the schema says:  must have required property 'places'.",
    ],
    [
      'a key twice',
      '"places":2',
      '"places":1,"places":2',
      'Row 3 is not written as the form has it: each column once and in order, no blanks.',
    ],
    [
      'columns in another order',
      /"course":"First aid","places":1/u,
      '"places":1,"course":"First aid"',
      'Row 1 is not written as the form has it: each column once and in order, no blanks.',
    ],
    ['a row too few', /\n {4}\{"course":"Attachment".*/u, '', 'The schema says 4 rows, but there are 3.'],
    ['a row twice', /(\n {4}\{"course":"Attachment".*)/u, '$1$1', 'The schema says 4 rows, but there are 5.'],
    ['no comma', /(Attachment.*\}),\n/u, '$1\n', 'A comma is missing after row 2.'],
    ['a comma too many', /\}\n {2}\]/u, '},\n  ]', 'A comma stands after the last row.'],
    ['what is not JSON', '"places":2', '"places":02', 'Row 3 is not JSON.'],
    ['another table', '"table": "bookings"', '"table": "others"', 'Line 2 is not as the form has it.'],
    ['something more', '"rows": [', '"more": 1,\n  "rows": [', 'Line 4 is not as the form has it.'],
    ['something behind', /\n$/u, '\n{}\n', 'Line 11 is not as the form has it.'],
    ['the last lines missing', /\n {2}\]\n\}\n$/u, '', 'It is cut off after row 4.'],
    ['the last bytes missing', /\n$/u, '', 'It is cut off after row 4.'],
  ])('%s is named', async (_, given, by, detail) => {
    expect(await on(given, by)).toContain(`${JSON_FILE}: ${detail}`)
  })

  test('bytes that are no UTF-8 are named', async () => {
    const broken = await found(
      (files) => void files.set(JSON_FILE, Buffer.concat([whole.get(JSON_FILE)!, Buffer.of(0xc3)])),
    )
    expect(broken).toEqual([`${JSON_FILE}: It is not written in UTF-8.`])
  })

  test('another value of the same type is found by comparing the forms', async () => {
    expect(await on('"places":2', '"places":3')).toEqual([
      `${CSV}: Row 3, places: ${JSON_FILE} and ${CSV} say different things.`,
      `${XML}: Row 3, places: ${JSON_FILE} and ${XML} say different things.`,
    ])
  })

  test('another half of a pair is found by comparing with the XML', async () => {
    expect(await on(String.raw`\ud800`, String.raw`\ud801`)).toEqual([
      `${XML}: Row 4, note: ${JSON_FILE} and ${XML} say different things.`,
    ])
  })
})

describe('the JSON Schema', () => {
  test.each([
    [
      'a looser type',
      '"type": "integer"',
      '"type": ["integer", "string"]',
      '/$defs/row/properties/places/type/1 is not as it should be',
    ],
    [
      'keys of any name',
      /"additionalProperties": false(?=[^]*\$defs)/u,
      '"additionalProperties": true',
      '/additionalProperties is not as it should be',
    ],
    [
      'a keyword that is not known',
      '"type": "integer"',
      '"type": "integer", "minimum": 0',
      '/$defs/row/properties/places/minimum is not known here, and not checked',
    ],
    ['no format', '"format": "date",', '', '/$defs/row/properties/course_day/format is missing'],
  ])('%s is named', async (_, given, by, detail) => {
    const problems = await found((files) => replace(files, SCHEMA, given, by))
    expect(problems).toContainEqual(expect.stringMatching(`^${SCHEMA}: It is not the schema of a table: `))
    expect(problems[0]).toContain(detail)
  })

  test('another type than in the other forms is named', async () => {
    const problems = await found((files) => {
      replace(
        files,
        SCHEMA,
        /"number",\n\s+"null"\n\s+\],\n\s+"x-type": "number"/u,
        '"string", "null"], "x-type": "text"',
      )
      replace(files, JSON_FILE, '"fee":12.5', '"fee":"12.5"')
      replace(files, JSON_FILE, '"fee":0', '"fee":"0"')
      replace(files, JSON_FILE, '"fee":-0.25', '"fee":"-0.25"')
    })
    expect(problems).toEqual([
      `${CSV}: The schemas of ${JSON_FILE} and ${CSV} describe fee differently.`,
      `${XML}: The schemas of ${JSON_FILE} and ${XML} describe fee differently.`,
    ])
  })

  test('one that is no JSON, or not there, is named', async () => {
    expect(await found((files) => void files.set(SCHEMA, Buffer.from('{')))).toEqual([
      `${SCHEMA}: It is not JSON.`,
    ])
    expect(await found((files) => void files.delete(SCHEMA))).toEqual([
      `${SCHEMA}: It is missing.`,
      `${SCHEMA}: It is not there.`,
    ])
  })
})

describe('the CSV', () => {
  const on = (given: string | RegExp, by: string) =>
    found((files) => {
      replace(files, CSV, given, by)
      promiseAgain(files)
    })

  test.each([
    [
      'a value of another type',
      'Safer caring,2,',
      'Safer caring,two,',
      'Row 3, places: the cell is none of integer.',
    ],
    [
      'nothing where there must be something',
      'Safer caring,2,',
      'Safer caring,,',
      'Row 3, places: the cell is empty.',
    ],
    ['a cell too few', 'Safer caring,2,0,', 'Safer caring,2,', 'Row 3 has 6 cells, not 7.'],
    ['a row too few', /Safer caring.*\r\n/u, '', 'The data package says 4 rows, but there are 3.'],
    ['other columns', 'course,places', 'places,course', 'Its heading is not that of the data package.'],
    ['no mark before it', '\uFEFF', '', 'Its heading is not that of the data package.'],
    ['a formula that is not guarded', "'=1+1", '=1+1', 'Row 1, note: the cell is none of text.'],
    [
      'a guard that is not told of',
      ',2026-03-01,,',
      ",2026-03-01,,'=2",
      'note: 1 guarded cells are told of, but there are 2.',
    ],
    [
      'a text of no length that is not told of',
      ',2026-03-01,,',
      ',2026-03-01,,""',
      'note: 1 texts of no length are told of, but there are 2.',
    ],
    [
      'a line end that is none',
      'Attachment,-5,',
      'Attachment\n,-5,',
      'Record 3 is no CSV (RFC 4180) from cell 1 on.',
    ],
    [
      'quotation marks in the midst',
      'Attachment',
      'Atta"chm"ent',
      'Record 3 is no CSV (RFC 4180) from cell 1 on.',
    ],
    ['quotation marks left open', 'more', 'm"ore', 'Record 5 is cut off: no CRLF ends it.'],
    ['a text without its quotation marks', '"with', 'with', 'Record 5 is no CSV (RFC 4180) from cell 7 on.'],
    ['the end missing', /\r\n$/u, '', 'Record 5 is cut off: no CRLF ends it.'],
  ])('%s is named', async (_, given, by, detail) => {
    const problems = await on(given, by)
    expect(problems, problems.join('\n')).toContain(`${CSV}: ${detail}`)
  })

  test('another value of the same type is found by its hash, and by comparing the forms', async () => {
    const change = (files: Files) => replace(files, CSV, 'Safer caring,2,', 'Safer caring,3,')
    expect(await found(change)).toEqual([`${CSV}: Its SHA-256 is not the one in the data package.`])
    expect(await on('Safer caring,2,', 'Safer caring,3,')).toEqual([
      `${CSV}: Row 3, places: ${JSON_FILE} and ${CSV} say different things.`,
    ])
  })

  test('a text of no length for nothing is found by comparing the forms', async () => {
    const problems = await on('0,,2026-03-01,,', '0,,2026-03-01,,""')
    expect(problems).toContain(`${CSV}: note: 1 texts of no length are told of, but there are 2.`)
  })

  test('more or fewer bytes than promised are named', async () => {
    const problems = await found((files) => replace(files, CSV, 'First aid', 'First aid!'))
    expect(problems[0]).toMatch(/The data package says \d+ bytes, but there are \d+\.$/u)
  })
})

describe('what describes the CSV', () => {
  test.each([
    [
      PACKAGE,
      '"type": "integer"',
      '"type": "string"',
      '/resources/0/schema/fields/1/type is not as it should be',
    ],
    [
      PACKAGE,
      '"required": true',
      '"required": "yes"',
      '/resources/0/schema/fields/0/constraints/required is not as it should be',
    ],
    [
      PACKAGE,
      '"delimiter": ","',
      '"delimiter": ";"',
      '/resources/0/dialect/delimiter is not as it should be',
    ],
    [PACKAGE, '"path": "bookings.csv"', '"path": "../../x.csv"', '/resources/0/path is not as it should be'],
    [
      CSVW,
      '"datatype": "integer"',
      '"datatype": "string"',
      '/tableSchema/columns/1/datatype is not as it should be',
    ],
    [CSVW, '"name": "fee"', '"name": "cost"', '/tableSchema/columns/2/name is not as it should be'],
    [CSVW, '"required": true', '"required": false', '/tableSchema/columns/0/required is not as it should be'],
  ])('%s: %s as %s is named', async (file, given, by, detail) => {
    const problems = await found((files) => replace(files, file, given, by))
    expect(problems.join('\n')).toContain(`${file}: ${detail}`)
  })

  test('a table that the package leaves out is named', async () => {
    const files = await filesOf([bookings(), aTable('other', [aColumn('a')], [['x']])])
    files.set(PACKAGE, whole.get(PACKAGE)!)
    const checks = await checkFormats(bagOf(files))
    expect(checks.flatMap(({ problems }) => problems)).toContainEqual({
      about: PACKAGE,
      detail: 'It does not describe other.',
    })
  })
})

describe('the XML', () => {
  const on = (given: string | RegExp, by: string) => found((files) => replace(files, XML, given, by))

  test.each([
    ['a value of another type', '<places>2<', '<places>two<', 'Row 3, places: the text is none of integer.'],
    [
      'nothing where there must be something',
      '<places>2</places>',
      '<places xsi:nil="true"/>',
      'Row 3, places: xsi:nil stands where it may not.',
    ],
    ['a row too few', /<row><course>Safer.*\n/u, '', 'The schema says 4 rows, but there are 3.'],
    [
      'columns in another order',
      '<course>Safer caring</course><places>2</places>',
      '<places>2</places><course>Safer caring</course>',
      'Row 3: “places” stands where course should.',
    ],
    ['a column too few', /<note xsi:nil="true"\/>/u, '', 'Row 3 ends before note.'],
    ['a column too many', '</row>', '<more/></row>', 'Row 1: “more” stands where nothing should.'],
    ['an element in a cell', 'Safer caring', 'Safer<b/>caring', 'Row 3: “b” stands in course.'],
    [
      'an attribute',
      '<places>2',
      '<places x="y">2',
      'Row 3, places: an attribute is not as the form has it.',
    ],
    ['an escape that is none', '\\uD800', '\\uD80', 'Row 4, note: the text is none of text.'],
    [
      'a text between the rows',
      '</row>\n<row><course>Safer',
      '</row>x<row><course>Safer',
      'Near row 2 stands a text outside the columns.',
    ],
    ['another number of rows', 'rows="4"', 'rows="3"', 'Its first element is not as the schema says: rows.'],
    [
      'a document type',
      '<table ',
      '<!DOCTYPE table [<!ENTITY e "x">]><table ',
      'It holds a document type, which the form has not.',
    ],
    ['a remark', '<row>', '<!-- x --><row>', 'It holds a remark, which the form has not.'],
    ['an element left open', '</table>', '', 'It is not XML: unclosed tag: table.'],
  ])('%s is named', async (_, given, by, detail) => {
    expect(await on(given, by)).toContain(`${XML}: ${detail}`)
  })

  test('another value of the same type is found by comparing the forms', async () => {
    expect(await on('<places>2<', '<places>3<')).toEqual([
      `${XML}: Row 3, places: ${JSON_FILE} and ${XML} say different things.`,
    ])
  })
})

describe('the XML Schema', () => {
  test.each([
    [
      'another type',
      'type="xs:double"',
      'type="xs:string"',
      'Column fee is of a type that is not known here.',
    ],
    [
      'a facet',
      '<xs:extension base="xs:string">',
      '<xs:extension base="xs:token">',
      'Not known here: 3 <xs:extension base="xs:token">',
    ],
    [
      'any number of times',
      'name="fee"',
      'name="fee" minOccurs="0"',
      'Not known here: 7 <xs:element minOccurs="0" name="fee"',
    ],
    [
      'any elements',
      '<xs:sequence>\n        <xs:element name="row"',
      '<xs:sequence>\n<xs:any/><xs:element name="row"',
      'it says too little',
    ],
    ['an element left open', '</xs:schema>', '', 'It is not XML: unclosed tag: xs:schema.'],
  ])('%s is named', async (_, given, by, detail) => {
    const problems = await found((files) => replace(files, XSD, given, by))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(`${XSD}: `)
    expect(problems[0]).toContain(detail)
  })

  test('columns in another order than the file has are named', async () => {
    const problems = await found((files) => {
      replace(files, XSD, 'name="fee"', 'name="_"')
      replace(files, XSD, 'name="places"', 'name="fee"')
      replace(files, XSD, 'name="_"', 'name="places"')
    })
    expect(problems).toEqual([`${XML}: Row 1: “places” stands where fee should.`])
  })
})

describe('the files', () => {
  test('one that is missing and one that belongs to no table are named', async () => {
    expect(await found((files) => void files.delete(XML))).toContain(
      `data/xml/bookings.xsd: It belongs to no table.`,
    )
    expect(await found((files) => void files.set('data/json/notes.txt', Buffer.from('x')))).toEqual([
      'data/json/notes.txt: It belongs to no table.',
    ])
    const stray = await found((files) => void files.set('data/json/stray.json', whole.get(JSON_FILE)!))
    expect(stray).toEqual(
      expect.arrayContaining([
        'data/schema/stray.schema.json: It is missing.',
        'data/csv/stray.csv: It is missing.',
      ]),
    )
  })

  test('as many faults of a file are named, and the others counted', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [at])
    const files = await filesOf([aTable('t', [aColumn('a', 'integer')], rows)], ['json'])
    files.set(
      'data/json/t.json',
      Buffer.from(textOf(files, 'data/json/t.json').replaceAll(/"a":(\d+)/gu, '"a":"$1"')),
    )
    const [, check] = await checkFormats(bagOf(files))
    expect(check!.problems.at(-1)!.detail).toMatch(/^\d+ more of this kind\.$/u)
    expect(check!.problems.length).toBeLessThan(60)
  })
})
