import { DESCRIBED } from '#shared/described/all.ts'
import type { Field, Fields, Tally } from '#shared/described/field.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyDescribed } from '#shared/described/register.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import { entriesIn, entryFieldsOf, orderedFields } from '#shared/registers/reports/described-table.ts'
import { snakeCase, type Table, table, type Value } from './table.ts'

/** Something with fields: a record, or an entry of one. */
type Holder = Readonly<Record<string, unknown>>
type Found = {
  readonly recordId: string
  readonly parentId: string
  readonly position: number
  readonly holder: Holder
}

/** A table for each described register, and one for each list field, tied together by their ids. */
export const DESCRIBED_TABLES: readonly Table[] = DescribedName.options.flatMap((name) =>
  tablesOf(DESCRIBED[name]),
)

/** The tables of one described register. */
export function tablesOf(description: AnyDescribed): readonly Table[] {
  const { register } = description
  const fields = Object.fromEntries(orderedFields(description))
  return [
    registerTable(register, fields),
    ...entryTables(register, fields, (content) => holdersOf(register, content), false),
  ]
}

const waiverRows = (content: RegisterContent) =>
  DescribedName.options.flatMap((register) =>
    content.described[register].flatMap(({ id, waivers }) =>
      waivers.map((it) => ({ register, recordId: id, ...it })),
    ),
  )

/** The gaps set aside in records of described registers. */
export const DESCRIBED_WAIVERS: Table = table('record_waivers', waiverRows, ({ fields }) => [
  fields('register', 'recordId', 'rule', 'reason', 'waivedOn', 'waivedBy'),
])

function registerTable(register: DescribedName, fields: Fields): Table {
  const columns = Object.entries(fields).map(([key, field]) => columnsOf(snakeCase(key), field))
  return {
    name: register,
    columns: ['id', 'reference', 'name', 'organisation_id', 'owner', ...columns.flat(), 'notes'],
    rows: function* (content) {
      for (const record of content.described[register]) {
        const { id, reference, name, organisationId, owner, notes } = record
        yield [id, reference, name, organisationId, owner, ...valuesOf(fields, record), notes]
      }
    },
  }
}

/** The tables of list fields, also of those inside entries; an entry in an entry names both. */
function entryTables(
  name: string,
  fields: Fields,
  holders: (content: RegisterContent) => Iterable<Found>,
  isNested: boolean,
): readonly Table[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const inner = entryFieldsOf(field)
    if (!inner) return []
    const own = `${name}-${snakeCase(key)}`
    const entries = function* (content: RegisterContent): Generator<Found> {
      for (const { recordId, holder } of holders(content))
        for (const [index, entry] of entriesIn(field, holder[key]).entries())
          yield { recordId, parentId: holder['id'] as string, position: index + 1, holder: entry }
    }
    const parent = isNested ? ['parent_id'] : []
    const columns = Object.entries(inner).map(([innerKey, innerField]) =>
      columnsOf(snakeCase(innerKey), innerField),
    )
    const entryTable: Table = {
      name: own,
      columns: ['record_id', ...parent, 'position', 'id', ...columns.flat()],
      rows: function* (content) {
        for (const { recordId, parentId, position, holder } of entries(content)) {
          const place = isNested ? [recordId, parentId, position] : [recordId, position]
          yield [...place, holder['id'] as string, ...valuesOf(inner, holder)]
        }
      },
    }
    return [entryTable, ...entryTables(own, inner, entries, true)]
  })
}

function* holdersOf(register: DescribedName, content: RegisterContent): Generator<Found> {
  for (const record of content.described[register])
    yield { recordId: record.id, parentId: '', position: 0, holder: record }
}

/** The columns of a field; a list field has none here but a table of its own. */
function columnsOf(name: string, field: Field): readonly string[] {
  if (field.kind === 'items') return []
  if (field.kind === 'answer') return [`${name}_state`, ...columnsOf(name, field.of), `${name}_because`]
  return field.kind === 'tally' ? [`${name}_state`, `${name}_from`, `${name}_to`] : [name]
}

function valuesOf(fields: Fields, holder: Holder): readonly Value[] {
  return Object.entries(fields).flatMap(([key, field]) => cellsOf(field, holder[key]))
}

function cellsOf(field: Field, value: unknown): readonly Value[] {
  if (field.kind === 'items') return []
  if (field.kind === 'tally') {
    const { state, from, to } = value as Tally
    return [state, from, to]
  }
  if (field.kind === 'kept' || field.kind === 'files') return [JSON.stringify(value)]
  if (field.kind !== 'answer') return [value as Value]
  const given = value as { readonly state: string; readonly value?: unknown; readonly because?: string }
  const inner =
    given.state === 'value' ? cellsOf(field.of, given.value) : columnsOf('', field.of).map(() => null)
  return [given.state, ...inner, given.because]
}
