import { hrefFor, navigate, RouteLink } from '#renderer/app/routing.tsx'
import { dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { GapMark } from '#renderer/ui/GapMark.tsx'
import { gapHref } from '#renderer/ui/gaps/gap-href.ts'
import type { Gap } from './gap-filter.ts'
import classes from './gaps-page.module.css'

type Row = { readonly id: string; readonly gap: Gap; readonly href: string }

const column = dataColumns<Row>()
const FIRST = [
  column.accessor(({ gap }) => gap.severity, {
    id: 'severity',
    header: 'Weight',
    cell: ({ row }) => <GapMark severity={row.original.gap.severity} />,
  }),
  column.accessor(({ gap }) => gap.title, { id: 'record', header: 'Record' }),
  column.accessor(({ gap }) => gap.message, {
    id: 'message',
    header: 'What is missing',
    cell: ({ row }) => (
      <RouteLink
        className={classes.message}
        href={row.original.href}
        tabIndex={-1}
        title={row.original.gap.message}
      >
        {row.original.gap.message}
      </RouteLink>
    ),
  }),
  column.accessor(({ gap }) => gap.citation, { id: 'citation', header: 'Law' }),
] as const
const COLUMNS = column.columns([...FIRST])
const WITH_WAIVERS = column.columns([
  ...FIRST,
  column.accessor(({ gap }) => asideOf(gap), { id: 'waiver', header: 'Set aside' }),
])

type GapTableProps = { readonly rows: readonly Gap[]; readonly withWaived: boolean }

const TEMPLATE = '84px minmax(150px, 2fr) minmax(200px, 5fr) minmax(130px, 2fr)'

/** Each gap with the record it is in; Enter leads to the field. */
export function GapTable({ rows: gaps, withWaived }: GapTableProps) {
  const rows = gaps.map((gap) => ({
    id: `${gap.id} ${gap.waiverKey}`,
    gap,
    href: gapHref(hrefFor(gap.register, gap.id), gap),
  }))
  return (
    <DataTable
      label="Gaps"
      columns={withWaived ? WITH_WAIVERS : COLUMNS}
      rows={rows}
      template={withWaived ? `${TEMPLATE} minmax(120px, 2fr)` : TEMPLATE}
      onOpen={({ href }) => navigate(href)}
    />
  )
}

const asideOf = ({ waiver }: Gap) => (waiver ? `${waiver.waivedOn}: ${waiver.reason}` : '')
