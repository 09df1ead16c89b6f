import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { BagSource } from '#engine/archive/bag-source.ts'
import { formatFiles } from '#engine/portability/formats/format-files.ts'
import type { ExportRow, TableToWrite } from '#engine/portability/formats/table-to-write.ts'
import type { ExportColumn, ExportForm } from '#shared/portability/export.ts'
import type { ValueType } from '#shared/portability/source.ts'

/** A column of an export. */
export function aColumn(
  key: string,
  type: ValueType = 'text',
  changes: Partial<ExportColumn> = {},
): ExportColumn {
  return {
    key,
    called: key.replaceAll('_', ' '),
    about: '',
    type,
    isFilled: false,
    provenance: 'provided',
    whose: 'person',
    basis: 'UK GDPR Art 6(1)(a)',
    ...changes,
  }
}

/** A table of an export with these rows, handed out a few at a time. */
export function aTable(
  key: string,
  columns: readonly ExportColumn[],
  rows: readonly ExportRow[],
  called = key,
): TableToWrite {
  return {
    table: { key, called, columns: [...columns], rows: rows.length, flagged: 0 },
    async *rows() {
      for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3)
    },
  }
}

/** The bookings of a foster carer: every type, gaps, a formula, a text of no length. */
export function bookings(): TableToWrite {
  const columns = [
    aColumn('course', 'text', { isFilled: true, called: 'Course', about: 'What was booked' }),
    aColumn('places', 'integer', { isFilled: true }),
    aColumn('fee', 'number'),
    aColumn('attended', 'boolean'),
    aColumn('course_day', 'date', { provenance: 'observed' }),
    aColumn('booked_at', 'dateTime'),
    aColumn('note', 'text', { whose: 'personAndOthers' }),
  ]
  return aTable('bookings', columns, [
    ['First aid', 1, 12.5, true, '2026-02-01', '2026-01-04T09:30:00Z', '=1+1'],
    ['Attachment', -5, null, false, null, '2026-01-05T09:30:00Z', ''],
    ['Safer caring', 2, 0, null, '2026-03-01', null, null],
    [
      'Letterbox',
      1,
      -0.25,
      true,
      '2026-04-30',
      '2026-01-06T09:30:00Z',
      'with "Sam", \\ and\r\nmore\u0000\uD800',
    ],
  ])
}

/** The files of an export by their paths. */
export async function filesOf(
  tables: readonly TableToWrite[],
  forms: readonly ExportForm[] = ['json', 'csv', 'xml'],
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for await (const { name, source } of formatFiles(tables, forms))
    files.set(name, Buffer.isBuffer(source) ? source : Buffer.concat(await source.toArray()))
  return files
}

/** A file of an export as text. */
export function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  return files.get(name)!.toString('utf8')
}

/** Small pieces, so that letters and line ends are cut in two. */
function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 61) yield bytes.subarray(from, from + 61)
}

/** Files as a bag in the memory, read in small pieces. */
export function bagOf(files: ReadonlyMap<string, Buffer>): BagSource {
  const all = new Map([...files, ['bagit.txt', Buffer.from('BagIt-Version: 1.0\n')]])
  return {
    entries: [...all].map(([name, { length }]) => ({ name, kind: 'file', bytes: length })),
    problems: [],
    open: (name) => Promise.resolve(Readable.from(inPieces(all.get(name)!), { objectMode: false })),
    close: () => Promise.resolve(),
  }
}

/** Puts files below a folder, without the `data/` before their names. */
export function layOut(files: ReadonlyMap<string, Buffer>, folder: string): void {
  for (const [name, bytes] of files) {
    const path = join(folder, name.slice('data/'.length))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}
