import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import type { Input } from '#shared/rpc/contract.ts'

type Target = Pick<Input<'reports.writeRecord'>, 'organisationId' | 'target'>

const ALL = 'all'

/** Which activities are handed out: all, one organisation's, or those of a saved view. */
export function useScope() {
  const [value, choose] = useState(ALL)
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const { data: allViews = [] } = useEngineQuery('views.list', {})
  const views = allViews.filter((view) => view.register === 'activities')
  const organisation = organisations.find(({ id }) => `organisation ${id}` === value)
  const view = views.find(({ id }) => `view ${id}` === value)
  const options = [
    { value: ALL, label: 'All activities' },
    {
      group: 'One organisation',
      items: organisations.map(({ id, legalName, activities }) => ({
        value: `organisation ${id}`,
        label: `${legalName} (${activities})`,
      })),
    },
    {
      group: 'A saved view',
      items: views.map(({ id, name, count }) => ({ value: `view ${id}`, label: `${name} (${count})` })),
    },
  ]
  const target: Target = {
    organisationId: organisation?.id ?? null,
    target: view ? { filter: view.filter, except: [] } : null,
  }
  return { value, choose, options, target, name: organisation?.legalName ?? view?.name ?? '' }
}
