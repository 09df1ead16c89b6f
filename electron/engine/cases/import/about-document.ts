import type { LogicalDocument } from '#shared/cases/document.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import type { Source } from '#shared/cases/source.ts'
import { instantOf } from './instant-of.ts'

/** What a file says of itself as far as its logical document bears it. */
export type AboutDocument = Pick<LogicalDocument, 'title' | 'type' | 'dated' | 'author'>

const TYPES: Readonly<Record<string, LogicalDocument['type']>> = {
  eml: 'email',
  msg: 'email',
  mhtml: 'email',
  xlsx: 'spreadsheet',
  xlsm: 'spreadsheet',
  xlsb: 'spreadsheet',
  xls: 'spreadsheet',
  ods: 'spreadsheet',
  csv: 'spreadsheet',
  tsv: 'spreadsheet',
  ics: 'calendar',
  vcf: 'contact',
}

/** The title, kind, day and author of the document that a file is until somebody says more. */
export function aboutDocument(
  name: string,
  type: string,
  facts: Source['facts'],
  isPhotograph: boolean,
): AboutDocument {
  const said = (label: string) => facts.find((fact) => fact.label === label)?.text ?? ''
  const kind = TYPES[type] ?? (isPhotograph ? 'photograph' : 'other')
  const isMail = kind === 'email'
  const sentAt = isMail ? instantOf(said('Date')) : null
  return {
    title: ((isMail && said('Subject')) || name).replaceAll(/\s+/gu, ' ').slice(0, 300),
    type: kind,
    dated: sentAt === null ? null : ukDayOf(sentAt),
    author: (said('From') || said('Author')).slice(0, 200),
  }
}
