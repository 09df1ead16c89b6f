import type { Field, Fields } from '#shared/described/field.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { openGaps } from '#shared/law/gaps/rules.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { joined } from './answer.words.ts'
import { recordTitle } from './naming.ts'
import { cellOfField, dayCell, type TableCell, textCell } from './table-cell.ts'
import type { Telling } from './telling.ts'

/** One column of a table and how a row fills it. */
export type TableColumn<Row> = {
  readonly heading: string
  /** How wide to show it, in letters. */
  readonly width: number
  readonly cell: (row: Row) => TableCell
}

/** A register as one table: what every record has, every field by its label, then what follows from them. */
export function describedColumns(telling: Telling): readonly TableColumn<AnyRecord>[] {
  const { description, directory, nameOf, deadlinesOf, gapsOf, isClosed } = telling
  const text = (heading: string, width: number, lines: (record: AnyRecord) => readonly string[]) =>
    column(heading, width, (record: AnyRecord) => textCell(...lines(record)))
  return withUniqueHeadings([
    text('Reference', 12, ({ reference }) => [reference]),
    text(description.nameLabel, 36, ({ name }) => [name]),
    text('Organisation', 28, ({ organisationId }) =>
      organisationId === null ? [] : [directory.organisationName(organisationId)],
    ),
    text('Owner', 22, ({ owner }) => [owner]),
    ...orderedFields(description).map(([key, field]) =>
      column(field.label, widthOf(field), (record: AnyRecord) => cellOfField(field, record[key], nameOf)),
    ),
    text('Notes', 40, ({ notes }) => [notes]),
    text('Sources', 40, ({ evidence }) =>
      evidence.map(({ fact, document, quote }) => joined([fact, document, quote && `“${quote}”`], ' · ')),
    ),
    text('Gaps set aside', 30, ({ waivers }) =>
      waivers.map(({ rule, reason, waivedBy, waivedOn }) => `${rule}: ${reason} (${waivedBy}, ${waivedOn})`),
    ),
    text('Standing', 10, (record) => [isClosed(record) ? 'Closed' : 'Open']),
    column('Next deadline', 14, (record: AnyRecord) => {
      const [next] = deadlinesOf(record)
      return dayCell(next?.due ?? (next?.dueAt ? ukDayOf(next.dueAt) : null))
    }),
    column('Open gaps', 10, (record: AnyRecord) => ({
      kind: 'number',
      value: openGaps(gapsOf(record)).length,
    })),
  ])
}

/** One entry of a list field, with the record it stands in. */
export type EntryRow = { readonly record: AnyRecord; readonly entry: Readonly<Record<string, unknown>> }

/** A table of its own for one list field: the record, then the entry field by field. */
export type EntryTable = {
  readonly key: string
  readonly label: string
  readonly columns: readonly TableColumn<EntryRow>[]
  readonly rowsOf: (record: AnyRecord) => readonly EntryRow[]
}

/** The tables of a register's list fields, in the order of the form. */
export function entryTables({ description, nameOf }: Telling): readonly EntryTable[] {
  return orderedFields(description).flatMap(([key, field]) => {
    const fields = entryFieldsOf(field)
    if (!fields) return []
    const columns: TableColumn<EntryRow>[] = [
      column('Reference', 12, ({ record }) => textCell(record.reference)),
      column('Record', 36, ({ record }) => textCell(recordTitle(record))),
      ...Object.entries(fields).map(([inner, innerField]) =>
        column(innerField.label, widthOf(innerField), ({ entry }: EntryRow) =>
          cellOfField(innerField, entry[inner], nameOf),
        ),
      ),
    ]
    const rowsOf = (record: AnyRecord) =>
      entriesIn(field, record[key]).map((entry): EntryRow => ({ record, entry }))
    return [{ key, label: field.label, columns: withUniqueHeadings(columns), rowsOf }]
  })
}

/** The fields of a register's form in the order of its sections. */
export function orderedFields({ sections, fields }: AnyDescribed): readonly (readonly [string, Field])[] {
  const keys = [...new Set([...sections.flatMap((section) => section.fields), ...Object.keys(fields)])]
  return keys.map((key) => [key, fields[key]!] as const)
}

/** The fields of one entry, for a list field or a question that a list answers. */
export function entryFieldsOf(field: Field): Fields | null {
  if (field.kind === 'answer') return entryFieldsOf(field.of)
  return field.kind === 'items' ? field.fields : null
}

/** The entries of a list field; none while the question is open. */
export function entriesIn(field: Field, value: unknown): readonly EntryRow['entry'][] {
  if (field.kind !== 'answer') return value as EntryRow['entry'][]
  const given = value as { readonly state: string; readonly value?: unknown }
  return given.state === 'value' ? entriesIn(field.of, given.value) : []
}

function column<Row>(heading: string, width: number, cell: (row: Row) => TableCell): TableColumn<Row> {
  return { heading, width, cell }
}

function widthOf(field: Field): number {
  if (field.kind === 'day' || field.kind === 'yesNo' || field.kind === 'number') return 14
  return field.wide ? 44 : 26
}

/** Two columns of the same name would be one to whoever reads them by name. */
function withUniqueHeadings<Row>(columns: readonly TableColumn<Row>[]): readonly TableColumn<Row>[] {
  const seen = new Map<string, number>()
  return columns.map((one) => {
    const count = (seen.get(one.heading) ?? 0) + 1
    seen.set(one.heading, count)
    return count === 1 ? one : { ...one, heading: `${one.heading} (${count})` }
  })
}
