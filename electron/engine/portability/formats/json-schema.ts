import type { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import { Provenance, Whose } from '#shared/portability/column-rule.ts'
import type { ColumnCounts } from './checked-rows.ts'
import { MOMENT, valueKind } from './value-kinds.ts'

/** What the keywords that are not JSON Schema's own mean, as each schema says. */
export const OWN_KEYWORDS = {
  'x-provenance': `How the data came about: ${Provenance.options.join(', ')} (UK GDPR Article 20(1)).`,
  'x-whose': `Whose data it is: ${Whose.options.join(', ')}; with personAndOthers it says something of others too.`,
  'x-basis': 'The lawful basis of the processing, by its article.',
  'x-type': 'text, integer, number, boolean, date or dateTime.',
  'x-keywords': 'What the keywords that begin with “x-” mean.',
} as const

/**
 * What the JSON file of a table holds, as a JSON Schema (2020-12). `counts` are those of the writing of that file: only
 * where every time of day says its distance from UTC can it be called a `date-time` (RFC 3339).
 */
export function tableJsonSchema(table: ExportTable, counts: readonly ColumnCounts[]): object {
  const { key, called, columns, rows } = table
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:dpo-workbench:portability:1:${key}`,
    title: called.toWellFormed(),
    description: 'One row a line. Every row names every column; null means that nothing is recorded.',
    'x-keywords': OWN_KEYWORDS,
    type: 'object',
    properties: {
      table: { const: key },
      columns: { const: columns.map((column) => column.key) },
      rows: { type: 'array', minItems: rows, maxItems: rows, items: { $ref: '#/$defs/row' } },
    },
    required: ['table', 'columns', 'rows'],
    additionalProperties: false,
    $defs: {
      row: {
        type: 'object',
        properties: Object.fromEntries(
          columns.map((column, at) => [column.key, columnSchema(column, counts[at])]),
        ),
        required: columns.map((column) => column.key),
        additionalProperties: false,
      },
    },
  }
}

function columnSchema(column: ExportColumn, counts: ColumnCounts | undefined): object {
  const { called, about, type, isFilled, provenance, whose, basis } = column
  const { json } = valueKind(type)
  return {
    title: called.toWellFormed(),
    description: about.toWellFormed(),
    type: isFilled ? json : [json, 'null'],
    ...formatOf(column, counts),
    'x-type': type,
    'x-provenance': provenance,
    'x-whose': whose,
    'x-basis': basis.toWellFormed(),
  }
}

function formatOf({ type }: ExportColumn, counts: ColumnCounts | undefined): object {
  if (type === 'date') return { format: 'date' }
  if (type !== 'dateTime') return {}
  return counts?.unzoned === 0 ? { format: 'date-time' } : { pattern: MOMENT.source }
}
