import { describe, expect, test } from 'vitest'
import { tablesOf } from '#engine/archive/described-tables.ts'
import { tableCsv } from '#engine/archive/tables.ts'
import { registerJson } from '#engine/tables/json.ts'
import { registerCsv } from '#engine/tables/register-csv.ts'
import { registerXlsx } from '#engine/tables/register-xlsx.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { NAUGHTY } from '../support/naughty.ts'
import {
  aFullRequest,
  aRequest,
  EVERY_SORT,
  GIVEN_ANSWER,
  OPEN_ANSWER,
  tellingFor,
  withRequests,
} from './described-material.ts'
import { hasCorpora, naughtyStrings, STAMP } from './material.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const RECORDS = [
  aRequest('b', 'Erasure', { reference: 'RR-0010', basis: GIVEN_ANSWER }),
  aFullRequest(),
  aRequest('c', 'Empty', { reference: 'RR-0003', basis: OPEN_ANSWER, status: 'closed' }),
]

const csvOf = (records: readonly AnyRecord[]) =>
  readCsv([...registerCsv(records, tellingFor(records))].join(''))
const xlsxOf = async (records: readonly AnyRecord[]) =>
  readXlsx(await registerXlsx(records, tellingFor(records), STAMP))

/** The strings every export has to carry. */
const strings = () =>
  [...NAUGHTY, ...(hasCorpora ? naughtyStrings() : [])].filter(
    (text) => text.trim() !== '' && text.length <= 200,
  )

describe('a described register as CSV', () => {
  test('has a record a row in the order of references, every field by its label', () => {
    const [headings = [], ...rows] = csvOf(RECORDS)
    expect(rows.map(([reference]) => reference)).toEqual(['RR-0002', 'RR-0003', 'RR-0010'])
    const full = Object.fromEntries(headings.map((heading, index) => [heading, rows[0]?.[index]]))
    expect(full).toEqual({
      Reference: 'RR-0002',
      Request: 'Access to the case file',
      Organisation: 'Northgate Fostering Ltd',
      Owner: 'Head of Fostering',
      Status: 'Under way',
      'Received on': '2026-11-22',
      'Told at': '2026-07-01T10:30+01:00',
      'Identity checked': 'Yes',
      Pages: '1200',
      'People concerned': 'between 2 and 5',
      'From whom': 'A parent',
      'What happened': 'First line.\nSecond line.',
      Channels: 'Post\nTelephone',
      Country: 'France',
      'Other countries': 'Germany\nIreland',
      'What it is about': 'Children in care',
      'Handed to': 'Northgate Fostering Ltd',
      'Reason for refusing': 'Not applicable: it is not refused',
      Steps: 'What: Search the archive, Taken on: 2026-11-25\nWhat: Ask the school',
      'Letters / sent':
        'Subject: Acknowledgement, Sent on: 2026-11-23, To: A parent, By: Post, Text: Thank you.; We will answer.',
      'Owner (2)': `'=HYPERLINK("x")`,
      Notes: 'Called twice.\n\nWill call again.',
      Sources: 'Received by post · post book.pdf · “Letter from a parent”',
      'Gaps set aside': 'request-x: Settled by phone (Ada, 2026-11-01)',
      Standing: 'Open',
      'Next deadline': '2026-12-22',
      'Open gaps': '0',
    })
    const refusing = headings.indexOf('Reason for refusing')
    expect(rows.slice(1).map((row) => row[refusing])).toEqual(['To be determined', 'Manifestly unfounded'])
    expect(rows[1]?.[headings.indexOf('Standing')]).toBe('Closed')
  })

  test('carries every naughty string, and none begins a formula', () => {
    const given = strings()
    const records = given.map((from, index) =>
      aRequest(`r${index}`, 'Named', { reference: `R-${index}`, from, channels: [from] }),
    )
    const [headings = [], ...rows] = csvOf(records)
    expect(rows).toHaveLength(given.length)
    for (const heading of ['From whom', 'Channels'])
      rows.forEach((row, index) => {
        const read = row[headings.indexOf(heading)] ?? ''
        const text = given[index]!.replaceAll(/\r\n?/gu, '\n').toWellFormed()
        expect([text, `'${text}`]).toContain(read)
        expect(read).not.toMatch(/^[\s﻿]*[=+\-@＝＋－＠]/u)
      })
  })
})

describe('a described register as a spreadsheet', () => {
  test('has a sheet of records, one for each list, and says which register it is', async () => {
    const { sheets, xml, dateStyles } = await xlsxOf(RECORDS)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Rights requests  1 2  every sor',
      'Steps',
      'Letters   sent',
      'About',
    ])
    const [records, steps, letters, about] = sheets
    expect(xml).not.toMatch(/<f[ >/]/u)
    expect(records?.frozenRows).toBe(1)
    expect(records?.cells.get('A2')?.text).toBe('RR-0002')
    expect(records?.cells.get('F2')).toMatchObject({ type: '', raw: '46348' })
    expect(dateStyles.has(records?.cells.get('F2')?.style ?? '')).toBe(true)
    // 1 July 2026, 10:30 in the United Kingdom.
    expect(Number(records?.cells.get('G2')?.raw)).toBeCloseTo(46_204 + 10.5 / 24, 6)
    expect(records?.cells.get('I2')).toMatchObject({ raw: '1200' })
    expect(records?.cells.get('U2')).toMatchObject({ type: 's', text: '=HYPERLINK("x")' })
    expect(
      [...(steps?.cells.values() ?? [])].map(({ text, raw, type }) => (type === 's' ? text : raw)),
    ).toEqual([
      'Reference',
      'Record',
      'What',
      'Taken on',
      'RR-0002',
      'RR-0002 Access to the case file',
      'Search the archive',
      '46351',
      'RR-0002',
      'RR-0002 Access to the case file',
      'Ask the school',
    ])
    expect(letters?.cells.get('C2')?.text).toBe('Acknowledgement')
    expect(about?.cells.get('B8')?.text).toBe(STAMP.chain.head)
    expect(about?.cells.get('B9')?.text).toBe('3')
  })

  test('carries every naughty string unchanged', async () => {
    const given = strings()
    const records = given.map((from, index) =>
      aRequest(`r${index}`, 'Named', {
        reference: `R-${index}`,
        from,
        steps: [{ id: `s${index}`, what: from, takenOn: null }],
      }),
    )
    const { sheets, xml } = await xlsxOf(records)
    expect(xml).not.toMatch(/<f[ >/]/u)
    const wellFormed = given.map((text) => text.toWellFormed())
    expect(given.map((_, index) => sheets[0]?.cells.get(`K${index + 2}`)?.text)).toEqual(wellFormed)
    expect(given.map((_, index) => sheets[1]?.cells.get(`C${index + 2}`)?.text)).toEqual(wellFormed)
  })

  test('tells its progress and can be stopped', async () => {
    const doing: string[] = []
    await registerXlsx(RECORDS, tellingFor(RECORDS), STAMP, async (_done, _total, what) => {
      doing.push(what)
    })
    expect(doing).toContain('Writing the sheet “Steps”')
    const stop = () => Promise.reject(new Error('stopped'))
    await expect(registerXlsx(RECORDS, tellingFor(RECORDS), STAMP, stop)).rejects.toThrow('stopped')
  })
})

describe('a described register in the archive', () => {
  const tables = tablesOf(EVERY_SORT)
  const content = withRequests(RECORDS)
  const read = (name: string) =>
    readCsv(
      [
        ...tableCsv(
          tables.find((one) => one.name === name)!,
          content,
        ),
      ].join(''),
    )

  test('is one table, and one for each of its lists', () => {
    expect(tables.map(({ name }) => name)).toEqual(['requests', 'requests-steps', 'requests-letters'])
    const [headings = [], ...rows] = read('requests')
    for (const row of rows) expect(row).toHaveLength(headings.length)
    const full = rows.find(([id]) => id === 'full') ?? []
    const at = (heading: string) => full[headings.indexOf(heading)]
    expect(at('organisation_id')).toBe('org')
    expect(at('status')).toBe('open')
    expect([at('people_state'), at('people_from'), at('people_to')]).toEqual(['range', '2', '5'])
    expect([at('basis_state'), at('basis'), at('basis_because')]).toEqual([
      'notApplicable',
      '',
      'it is not refused',
    ])
    expect(at('places')).toBe('DE\nIE')
    expect(at('duplicate')).toBe(`'=HYPERLINK("x")`)
  })

  test('ties each entry to its record', () => {
    expect(read('requests-steps')).toEqual([
      ['record_id', 'position', 'id', 'what', 'taken_on'],
      ['full', '1', 's1', 'Search the archive', '2026-11-25'],
      ['full', '2', 's2', 'Ask the school', ''],
    ])
  })
})

test('the same records and stamp give the same bytes, in whatever order the records came', async () => {
  const turned = RECORDS.toReversed()
  const telling = tellingFor(RECORDS)
  expect([...registerCsv(RECORDS, telling)]).toEqual([...registerCsv(turned, telling)])
  expect([...registerJson('requests', RECORDS, STAMP)]).toEqual([...registerJson('requests', turned, STAMP)])
  const [one, other] = [
    await registerXlsx(RECORDS, telling, STAMP),
    await registerXlsx(turned, telling, STAMP),
  ]
  expect(Buffer.compare(one, other)).toBe(0)
})
