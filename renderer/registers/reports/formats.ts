import type { SaveKind } from '#shared/rpc/shell-contract.ts'
import type { RegisterFormat, ReportFormat } from '#shared/registers/reports/report.contract.ts'

type Format = {
  readonly value: ReportFormat
  readonly label: string
  readonly what: string
  readonly kind: SaveKind
}

/** The forms the record is handed out in, and what each is for. */
export const FORMATS: readonly Format[] = [
  {
    value: 'pdf',
    label: 'PDF',
    what: 'To read and to hand to the regulator: tagged, with contents and page numbers',
    kind: 'pdf',
  },
  {
    value: 'xlsx',
    label: 'Excel (XLSX)',
    what: 'The columns of the regulator’s template, in its order',
    kind: 'xlsx',
  },
  { value: 'csv', label: 'CSV', what: 'The same columns as plain text, for other programs', kind: 'csv' },
  { value: 'json', label: 'JSON', what: 'Every field, with a published schema', kind: 'json' },
  {
    value: 'archive',
    label: 'Register archive (ZIP)',
    what: 'All of these with checksums, which anybody can verify',
    kind: 'zip',
  },
]

/** The forms of every other register. */
export const REGISTER_FORMATS: readonly (Format & { readonly value: RegisterFormat })[] = [
  {
    value: 'pdf',
    label: 'PDF',
    what: 'To read and to hand out: by organisation, with deadlines and how they come about, and open gaps',
    kind: 'pdf',
  },
  {
    value: 'xlsx',
    label: 'Excel (XLSX)',
    what: 'A record a row, days as dates, and a sheet for each list inside the records',
    kind: 'xlsx',
  },
  { value: 'csv', label: 'CSV', what: 'A record a row as plain text, for other programs', kind: 'csv' },
  { value: 'json', label: 'JSON', what: 'Every field, with a published schema', kind: 'json' },
]
