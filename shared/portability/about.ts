import { z } from 'zod'
import { Instant } from '#shared/time/instant.ts'
import { ExportColumn, ExportForm, ExportSource, ExportTable, LeftOut } from './export.ts'

/** What a portability export says of itself for programs. */
export const ABOUT_FORMAT = 'DPO Workbench portability export'
export const ABOUT_VERSION = 1

const Path = z.string().min(1)

const AboutColumn = ExportColumn.extend({
  /** Cells of the CSV file before which an apostrophe stands; null where there is no CSV file. */
  guardedInCsv: z.int().min(0).nullable(),
})

/** A portability export as `data/about.json` tells it: everything in it, what was left out, and from what it was made. */
export const PortabilityAbout = z.object({
  format: z.literal(ABOUT_FORMAT),
  version: z.literal(ABOUT_VERSION),
  /** The law it answers. */
  basis: z.literal('UK GDPR Art 20'),
  request: z.object({ reference: z.string() }),
  controller: z.object({ name: z.string(), address: z.string(), contact: z.string() }),
  /** The controller it goes to; null where it goes to the person alone. */
  receiver: z.object({ name: z.string() }).nullable(),
  madeAt: Instant,
  /** The register whose decisions it follows, and the head of its chain at that moment. */
  register: z.object({ id: z.string(), revision: z.int(), chainHead: z.string() }),
  forms: z.array(ExportForm),
  tables: z.array(
    ExportTable.extend({
      columns: z.array(AboutColumn),
      files: z.object({ json: Path.nullable(), csv: Path.nullable(), xml: Path.nullable() }),
    }),
  ),
  /** Rows of other people are not counted here. */
  leftOut: z.array(LeftOut),
  /** How many rows a file has of other people is nobody's business who reads this. */
  sources: z.array(ExportSource.omit({ mapping: true, rows: true })),
})
export type PortabilityAbout = z.infer<typeof PortabilityAbout>

/** The JSON Schema (2020-12) of `about.json`; it lies in every export. */
export function aboutSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(PortabilityAbout, { target: 'draft-2020-12', io: 'output', reused: 'ref' })
  return {
    $id: `urn:dpo-workbench:schema:portability-export:${ABOUT_VERSION}`,
    title: 'What a portability export says of itself',
    ...schema,
  }
}

/** Where the files of a table lie in an export, by their form. */
export function filesOfTable(key: string, forms: readonly ExportForm[]) {
  const file = (form: ExportForm) => (forms.includes(form) ? `data/${form}/${key}.${form}` : null)
  return { json: file('json'), csv: file('csv'), xml: file('xml') }
}
