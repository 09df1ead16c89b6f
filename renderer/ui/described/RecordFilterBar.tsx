import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { ColumnMenu } from '#renderer/ui/list/ColumnMenu.tsx'
import { FacetMenu } from '#renderer/ui/list/FacetMenu.tsx'
import { FilterText } from '#renderer/ui/list/FilterText.tsx'
import { GAP_OPTIONS } from '#renderer/ui/list/gap-options.ts'
import type { ListKind } from '#renderer/ui/list/list-kind.ts'
import classes from '#renderer/ui/list/list.module.css'
import { OneOfMenu } from '#renderer/ui/list/OneOfMenu.tsx'
import { described } from '#shared/described/all.ts'
import { EVERY_RECORD, type RecordFilter, type RecordRow } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { groupOptionsOf } from './columns.ts'
import { isEveryRecord, type RecordLook, withFacet } from './list-look.ts'

const STANDINGS = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
] as const

/** Facets that stand in the bar; the others wait to be asked for. */
const FIRST_FACETS = 2

type RecordFilterBarProps = {
  readonly register: DescribedName
  readonly kind: ListKind<RecordRow>
  readonly look: RecordLook
}

/** What a register's list is filtered and grouped by, and which columns it shows. */
export function RecordFilterBar({ register, kind, look }: RecordFilterBarProps) {
  const description = described(register)
  const { filter } = look
  const change = (changes: Partial<RecordFilter>) => kind.change({ filter: { ...filter, ...changes } })
  const { data: facets = [] } = useEngineQuery('records.facets', { register }, { keepPrevious: true })
  const [isWhole, setWhole] = useState(false)
  const isShown = (key: string, at: number) => isWhole || at < FIRST_FACETS || key in filter.facets
  return (
    <search className={classes.bars} aria-label="Filter the list">
      <FilterText text={filter.text} gridId={kind.gridId} onChange={(text) => change({ text })} />
      {description.isClosed && (
        <OneOfMenu
          label="Standing"
          none="Open and closed"
          options={STANDINGS}
          chosen={filter.standing}
          onChange={(standing) => change({ standing })}
        />
      )}
      {facets
        .filter(({ key }, at) => isShown(key, at))
        .map(({ key, label, values }) => (
          <FacetMenu
            key={key}
            label={label}
            options={values.map(({ value, label: words, count }) => ({
              value,
              label: words,
              quiet: count.toLocaleString('en-GB'),
            }))}
            chosen={filter.facets[key] ?? []}
            onChange={(chosen) => change({ facets: withFacet(filter, key, chosen) })}
          />
        ))}
      <OrganisationFacet
        chosen={filter.organisationIds}
        onChange={(organisationIds) => change({ organisationIds })}
      />
      <OneOfMenu
        label="Gaps"
        none="No matter"
        options={GAP_OPTIONS}
        chosen={filter.gaps}
        onChange={(gaps) => change({ gaps })}
      />
      {facets.length > FIRST_FACETS && (
        <button
          type="button"
          className={classes.facet}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Fewer filters' : 'More filters'}
        </button>
      )}
      {filter.dueBefore && (
        <Chip
          words={`Due before ${formatDay(filter.dueBefore)}`}
          onRemove={() => change({ dueBefore: null })}
        />
      )}
      {filter.linkedTo.length > 0 && (
        <Chip words="With one record chosen elsewhere" onRemove={() => change({ linkedTo: [] })} />
      )}
      {filter.ids && <Chip words={`${filter.ids.length} chosen`} onRemove={() => change({ ids: null })} />}
      {!isEveryRecord(filter) && (
        <button
          type="button"
          className={classes.facet}
          onClick={() => kind.change({ filter: EVERY_RECORD, viewId: null })}
        >
          Clear all
        </button>
      )}
      <span className={classes.spring} />
      <OneOfMenu
        label="Group"
        heard="Group by"
        none="Not grouped"
        options={groupOptionsOf(description)}
        chosen={look.groupBy}
        onChange={(groupBy) => kind.change({ groupBy, collapsed: new Set() })}
      />
      <ColumnMenu kind={kind} look={look} />
    </search>
  )
}

function Chip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      className={classes.facet}
      data-set
      title="Take this condition away"
      onClick={onRemove}
    >
      <span>{words}</span>
      <IconX size={13} aria-hidden />
    </button>
  )
}

type OrganisationFacetProps = {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

function OrganisationFacet({ chosen, onChange }: OrganisationFacetProps) {
  const { data = [] } = useEngineQuery('organisations.list', { relation: 'own' }, { keepPrevious: true })
  const options = data.map(({ id, legalName }) => ({ value: id as string, label: legalName }))
  return <FacetMenu label="Organisation" options={options} chosen={chosen} onChange={onChange} />
}
