import { useEngineQuery } from '#renderer/api/client.ts'
import { described } from '#shared/described/all.ts'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import type { Deadline } from '#shared/described/deadline.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'

const NONE: readonly Deadline[] = []

/** What is due on a record as it stands on the screen, reckoned as the engine reckons it. */
export function useDeadlines(register: DescribedName, record: AnyRecord): readonly Deadline[] {
  const { data: settings } = useEngineQuery('settings.get', {}, { keepPrevious: true })
  const { data: organisations } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { keepPrevious: true },
  )
  const { deadlines } = described(register)
  if (!deadlines || !settings || !organisations) return NONE
  const nationOf = (id: string | null) => organisations.find((one) => one.id === id)?.nation
  return deadlines(record, deadlineContext(settings, nationOf))
}
