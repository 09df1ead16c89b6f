import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { type DataColumns, dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { UsedTerm } from '#renderer/ui/terms/useTerms.ts'
import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { LISTS } from './lists.ts'

const CLASS_WORDS = {
  ordinary: 'Ordinary',
  special: 'Special category',
  criminal: 'Criminal offence',
} as const

const column = dataColumns<UsedTerm>()
const name = column.accessor(
  ({ name: words, deprecatedOn }) => (deprecatedOn ? `${words} (deprecated)` : words),
  {
    id: 'name',
    header: 'Term',
  },
)
const uses = column.accessor('uses', { header: 'Used in' })
const dataClass = column.accessor(({ dataClass: of }) => (of ? CLASS_WORDS[of] : ''), {
  id: 'class',
  header: 'Class',
})
const medium = column.accessor(({ medium: of }) => of ?? '', { id: 'medium', header: 'Held on' })
const place = column.accessor(({ location, country }) => [location, country].filter(Boolean).join(', '), {
  id: 'place',
  header: 'Where',
})
const standing = column.accessor(({ standing: of }) => of ?? '', { id: 'standing', header: 'Standing' })

const PLAIN = column.columns([name, uses])
const COLUMNS: Partial<Record<VocabularyName, readonly [DataColumns<UsedTerm>, string]>> = {
  data: [column.columns([name, dataClass, uses]), 'minmax(180px, 1fr) 140px 92px'],
  systems: [column.columns([name, medium, place, uses]), 'minmax(160px, 1fr) 90px minmax(90px, 1fr) 92px'],
  recipients: [column.columns([name, place, uses]), 'minmax(180px, 1fr) minmax(90px, 1fr) 92px'],
  statutes: [column.columns([name, standing, uses]), 'minmax(180px, 1fr) 130px 92px'],
}

type TermTableProps = {
  readonly list: VocabularyName
  readonly rows: readonly UsedTerm[]
  readonly selectedId: string | null
}

/** The terms of one list with what matters for it. */
export function TermTable({ list, rows, selectedId }: TermTableProps) {
  if (rows.length === 0)
    return (
      <EmptyState title="No term here">
        {LISTS[list].what}. Terms can be added here or while an activity is written.
      </EmptyState>
    )
  const [columns, template] = COLUMNS[list] ?? [PLAIN, 'minmax(180px, 1fr) 92px']
  return (
    <DataTable
      key={list}
      label={LISTS[list].label}
      columns={selectedId === null ? columns : PLAIN}
      rows={rows}
      template={selectedId === null ? template : 'minmax(0, 1fr) 92px'}
      selectedId={selectedId}
      onOpen={(term) => navigate(hrefOf('library', term.id))}
    />
  )
}
