import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import { GroupKey, NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { DataClass } from '#shared/registers/vocabulary/term.schema.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import { GROUP_LABELS } from './columns.ts'
import { FacetMenu, MenuButton } from './FacetMenu.tsx'
import { changeFilter, changeList, isUnfiltered, useListState } from './list-state.ts'
import classes from './list.module.css'
import { CLASS_WORDS, ROLE_WORDS, STATUS_WORDS, STATUSES } from './words.ts'

const STATUS_OPTIONS = STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))
const ROLE_OPTIONS = Role.options.map((value) => ({ value, label: ROLE_WORDS[value] }))
const BASIS_OPTIONS = LAWFUL_BASES.map(({ code, short, label }) => ({
  value: code,
  label: `${short} ${label}`,
  short,
}))
const CLASS_OPTIONS = DataClass.options.map((value) => ({ value, label: CLASS_WORDS[value] }))
const GAP_WORDS = { errors: 'With errors', any: 'With any gap', none: 'No rule raised' } as const

/** What the list is filtered and grouped by, and which columns it shows. */
export function FilterBar() {
  const { filter } = useListState()
  return (
    <search className={classes.bars} aria-label="Filter the list">
      <FilterText text={filter.text} />
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
      <GapFacet />
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
      <GroupMenu />
      <ColumnMenu />
    </search>
  )
}

function FilterText({ text }: { readonly text: string }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLTextAreaElement
      )
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') changeFilter({ text: '' })
    if (event.key === 'Enter' || event.key === 'ArrowDown') document.getElementById('activity-grid')?.focus()
    if (event.key === 'ArrowDown') event.preventDefault()
  }
  return (
    <input
      ref={input}
      type="search"
      className={classes.filterText}
      placeholder="Filter by words ( / )"
      aria-label="Filter by words"
      value={text}
      maxLength={200}
      onChange={(event) => changeFilter({ text: event.currentTarget.value })}
      onKeyDown={onKeyDown}
    />
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

function GapFacet() {
  const { filter } = useListState()
  const choices = [null, 'errors', 'any', 'none'] as const
  return (
    <MenuButton label="Gaps" chosen={filter.gaps ? GAP_WORDS[filter.gaps] : undefined} width={190}>
      {(close) => (
        <div className={classes.options} role="radiogroup" aria-label="Gaps">
          {choices.map((gaps) => (
            <label key={gaps ?? 'all'}>
              <input
                type="radio"
                name="gaps"
                checked={filter.gaps === gaps}
                onChange={() => changeFilter({ gaps })}
                onClick={close}
              />
              {gaps ? GAP_WORDS[gaps] : 'No matter'}
            </label>
          ))}
        </div>
      )}
    </MenuButton>
  )
}

function GroupMenu() {
  const { groupBy } = useListState()
  return (
    <MenuButton label="Group" chosen={groupBy ? GROUP_LABELS[groupBy] : undefined} width={190}>
      {() => (
        <div className={classes.options} role="radiogroup" aria-label="Group by">
          {[null, ...GroupKey.options].map((key) => (
            <label key={key ?? 'none'}>
              <input
                type="radio"
                name="group"
                checked={groupBy === key}
                onChange={() => changeList({ groupBy: key, collapsed: new Set() })}
              />
              {key ? GROUP_LABELS[key] : 'Not grouped'}
            </label>
          ))}
        </div>
      )}
    </MenuButton>
  )
}
