import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { EVERY_RECORD, type RecordTarget } from '#shared/described/list.ts'

const ALL = 'all'
const OPEN = 'open'

/** Which records of a described register are handed out: all, those still open, or one organisation's. */
export function useRegisterScope() {
  const [value, choose] = useState(ALL)
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const organisation = organisations.find(({ id }) => id === value)
  const options = [
    { value: ALL, label: 'All records' },
    { value: OPEN, label: 'Only open records' },
    {
      group: 'One organisation',
      items: organisations.map(({ id, legalName }) => ({ value: id, label: legalName })),
    },
  ]
  return { value, choose, options, target: targetOf(value), name: organisation?.legalName ?? openName(value) }
}

function targetOf(value: string): RecordTarget | null {
  if (value === ALL) return null
  const filter =
    value === OPEN
      ? { ...EVERY_RECORD, standing: 'open' as const }
      : { ...EVERY_RECORD, organisationIds: [value] }
  return { filter, except: [] }
}

const openName = (value: string) => (value === OPEN ? 'open' : '')
