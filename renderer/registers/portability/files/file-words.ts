import { countOf } from '#shared/count-words.ts'
import type { SourceForm, SourceLook } from '#shared/portability/source.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import { DELIMITERS } from '#shared/tables/table.ts'

export const FORM_WORDS: Readonly<Record<SourceForm, string>> = {
  csv: 'Delimited text',
  xlsx: 'Excel workbook',
  json: 'JSON',
  xml: 'XML',
  sqlite: 'SQLite database',
}

/** "Delimited text · 2.1 MB · 14 columns · windows-1252 · comma". */
export function factsOfLook(look: SourceLook): string {
  const { form, bytes, columns, encoding, delimiter, table, tables } = look
  const rows = tables.find(({ name }) => name === table)?.rows ?? null
  return [
    FORM_WORDS[form],
    sizeInWords(bytes),
    countOf(columns.length, 'column'),
    rows === null ? '' : countOf(rows, 'row'),
    encoding ?? '',
    delimiter === null ? '' : delimiterWord(delimiter),
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
}

function delimiterWord(delimiter: string): string {
  return DELIMITERS.find(({ code }) => code === delimiter)?.label.toLowerCase() ?? `“${delimiter}”`
}
