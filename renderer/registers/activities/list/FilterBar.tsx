import { IconX } from '@tabler/icons-react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import { GroupKey, NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { DataClass } from '#shared/registers/vocabulary/term.schema.ts'
import { ColumnMenu } from '#renderer/ui/list/ColumnMenu.tsx'
import { FacetMenu } from '#renderer/ui/list/FacetMenu.tsx'
import { FilterText } from '#renderer/ui/list/FilterText.tsx'
import { GAP_OPTIONS } from '#renderer/ui/list/gap-options.ts'
import classes from '#renderer/ui/list/list.module.css'
import { OneOfMenu } from '#renderer/ui/list/OneOfMenu.tsx'
import { activityListKind } from './activity-list-kind.ts'
import { GROUP_LABELS } from './columns.ts'
import { changeFilter, changeList, isUnfiltered, useListState } from './list-state.ts'
import { CLASS_WORDS, ROLE_WORDS, STATUS_WORDS, STATUSES } from './words.ts'

const STATUS_OPTIONS = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))
const ROLE_OPTIONS = Role.options.map((value) => ({ value, label: ROLE_WORDS[value] }))
const BASIS_OPTIONS = LAWFUL_BASES.map(({ code, short, label }) => ({
  value: code,
  label: `${short} ${label}`,
  short,
}))
const CLASS_OPTIONS = DataClass.options.map((value) => ({ value, label: CLASS_WORDS[value] }))
const GROUP_OPTIONS = GroupKey.options.map((value) => ({ value, label: GROUP_LABELS[value] }))

/** What the list is filtered and grouped by, and which columns it shows. */
export function FilterBar() {
  const state = useListState()
  const { filter, groupBy } = state
  return (
    <search className={classes.bars} aria-label="Filter the list">
      <FilterText
        text={filter.text}
        gridId={activityListKind.gridId}
        onChange={(text) => changeFilter({ text })}
      />
      <FacetMenu
        label="Status"
        options={STATUS_OPTIONS}
        chosen={filter.statuses}
        onChange={(statuses) => changeFilter({ statuses })}
      />
      <FacetMenu
        label="Role"
        options={ROLE_OPTIONS}
        chosen={filter.roles}
        onChange={(roles) => changeFilter({ roles })}
      />
      <FacetMenu
        label="Basis"
        options={BASIS_OPTIONS}
        chosen={filter.bases}
        onChange={(bases) => changeFilter({ bases })}
      />
      <FacetMenu
        label="Class"
        options={CLASS_OPTIONS}
        chosen={filter.dataClasses}
        onChange={(dataClasses) => changeFilter({ dataClasses })}
      />
      <OrganisationFacet />
      <OneOfMenu
        label="Gaps"
        none="No matter"
        options={GAP_OPTIONS}
        chosen={filter.gaps}
        onChange={(gaps) => changeFilter({ gaps })}
      />
      <TermFacet />
      {filter.ids && (
        <button type="button" className={classes.facet} data-set onClick={() => changeFilter({ ids: null })}>
          <span>{filter.ids.length} chosen activities</span>
          <IconX size={13} aria-hidden />
        </button>
      )}
      {!isUnfiltered(filter) && (
        <button type="button" className={classes.facet} onClick={() => changeList({ filter: NO_FILTER })}>
          Clear all
        </button>
      )}
      <span className={classes.spring} />
      <OneOfMenu
        label="Group"
        heard="Group by"
        none="Not grouped"
        options={GROUP_OPTIONS}
        chosen={groupBy}
        onChange={(key) => changeList({ groupBy: key, collapsed: new Set() })}
      />
      <ColumnMenu kind={activityListKind} look={state} />
    </search>
  )
}

function OrganisationFacet() {
  const { filter } = useListState()
  const { data = [] } = useEngineQuery('organisations.list', { relation: null })
  const options = data
    .filter(({ activities, id }) => activities > 0 || filter.organisationIds.includes(id))
    .map(({ id, legalName, activities }) => ({ value: id, label: legalName, quiet: String(activities) }))
  return (
    <FacetMenu
      label="Organisation"
      options={options}
      chosen={filter.organisationIds}
      onChange={(organisationIds) => changeFilter({ organisationIds })}
    />
  )
}

function TermFacet() {
  const { filter } = useListState()
  const { data = [] } = useEngineQuery('vocabulary.list', { vocabulary: null })
  const options = data.map(({ id, name, vocabulary }) => ({ value: id, label: name, quiet: vocabulary }))
  return (
    <FacetMenu
      label="Uses"
      options={options}
      chosen={filter.termIds}
      onChange={(termIds) => changeFilter({ termIds })}
    />
  )
}
