import { useDebouncedValue } from '@mantine/hooks'
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import fieldClasses from '#renderer/ui/fields/fields.module.css'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import type { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { useActivity } from '../activity-record.ts'

const BY_NAME = { sort: [{ key: 'name' as const, descending: false }], groupBy: null, offset: 0 }

/** Activities that belong together, found by typing. */
export function RelatedActivities() {
  const { value, disabled, change } = useActivity()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const related = useEngineQuery(
    'activities.list',
    { ...BY_NAME, filter: { ...NO_FILTER, ids: value.relatedIds }, limit: 200 },
    { enabled: value.relatedIds.length > 0, keepPrevious: true },
  )
  const found = useEngineQuery(
    'activities.list',
    { ...BY_NAME, filter: { ...NO_FILTER, text }, limit: 40 },
    { enabled: !disabled, keepPrevious: true },
  )
  const chosen = value.relatedIds.length > 0 ? (related.data?.rows ?? []) : []
  const rows = [...chosen, ...(found.data?.rows ?? [])].filter(
    ({ id }, index, all) => id !== value.id && all.findIndex((row) => row.id === id) === index,
  )
  return (
    <>
      <MultiSelect
        label="Related activities"
        labelProps={{ className: fieldClasses.label }}
        data={rows.map(({ id, reference, name }) => ({ value: id, label: `${reference} ${name}`.trim() }))}
        value={value.relatedIds}
        disabled={disabled}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage="No activity by this name"
        onChange={(ids) => change({ relatedIds: ids as ActivityId[] })}
      />
      {chosen.length > 0 && (
        <p>
          Open:{' '}
          {chosen.map(({ id, reference, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <RouteLink href={hrefFor('activities', id)}>{reference || name}</RouteLink>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
