import type { ReactNode } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { useIsReadOnly } from '../record/useIsReadOnly.ts'
import { type GapOfRecord, GapsContext } from './gaps-context.ts'

type GapsProviderProps = {
  readonly register: RegisterName
  readonly id: string
  readonly children: ReactNode
}

const NO_LINES: readonly GapOfRecord[] = []

/** Lets everything within see the gaps of one record; those of an activity can be set aside. */
export function GapsProvider({ register, id, children }: GapsProviderProps) {
  const { data: all = NO_LINES } = useEngineQuery('gaps.ofRecord', { register, id }, { keepPrevious: true })
  const waive = useEngineCommand('activities.waiveGap')
  const withdraw = useEngineCommand('activities.withdrawWaiver')
  const isReadOnly = useIsReadOnly()
  const activity = ActivityId.safeParse(id)
  const canWaive = register === 'activities' && !isReadOnly && activity.success
  const of = (field: string, item?: string | null) =>
    all.filter((gap) => gap.field === field && (item === undefined || gap.item === item))
  return (
    <GapsContext
      value={{
        all,
        of,
        ...(canWaive && {
          waive: (rule: string, reason: string) => waive.mutateAsync({ id: activity.data, rule, reason }),
          withdraw: (rule: string) => withdraw.mutateAsync({ id: activity.data, rule }),
        }),
      }}
    >
      {children}
    </GapsContext>
  )
}
