import { parse } from 'csv-parse/sync'
import type { Reading, SheetCells } from '#shared/reading/reading.ts'
import type { ReaderProcess } from '../../reading/reader-process.ts'
import { readBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'

/** A spreadsheet of a case as it is read again: what its pages were laid out from, and its cells. */
export type SheetsRead = { readonly reading: Reading; readonly sheets: readonly SheetCells[] }

type Row = { readonly name: string; readonly sha256: string; readonly bytes: number }

/** Reads a spreadsheet again from its original, values only; null where that does not give its cells in their places. */
export async function readSheets(
  { raw }: CaseStore,
  reader: ReaderProcess,
  source: number,
): Promise<SheetsRead | null> {
  const row = raw.prepare<[number], Row>('select name, sha256, bytes from sources where id = ?').get(source)
  if (!row) return null
  let sheets: readonly SheetCells[] = []
  const reading = await reader.read(
    {
      name: row.name,
      bytes: readBlob({ raw } as CaseStore, row.sha256),
      size: row.bytes,
      takeSheets: (taken) => (sheets = taken),
    },
    () => Promise.resolve(),
  )
  if (reading.outcome !== 'read') return null
  if (reading.type === 'csv' || reading.type === 'tsv') sheets = delimited(reading)
  return sheets.length > 0 ? { reading, sheets } : null
}

/** A text divided by the sign that stands most often in its first line; none where it is not well divided. */
function delimited({ texts }: Reading): readonly SheetCells[] {
  const text = texts.map((page) => page.text).join('\n')
  const [first = ''] = text.split(/\r\n|[\n\r]/u, 1)
  const [delimiter = ','] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][]
    return [{ name: 'Sheet 1', isHidden: false, rows }]
  } catch {
    // What cannot be divided stays on its pages only.
    return []
  }
}
