import type { ReactNode } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { DescribedName } from '#shared/described/names.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { useIsReadOnly } from '../record/useIsReadOnly.ts'
import { type GapOfRecord, GapsContext } from './gaps-context.ts'

type GapsProviderProps = {
  readonly register: RegisterName
  readonly id: string
  readonly children: ReactNode
}

const NO_LINES: readonly GapOfRecord[] = []

/** Lets everything within see the gaps of one record; those of an activity or of a described record can be set aside. */
export function GapsProvider({ register, id, children }: GapsProviderProps) {
  const { data: all = NO_LINES } = useEngineQuery('gaps.ofRecord', { register, id }, { keepPrevious: true })
  const waiving = useWaiving(register, id)
  const isReadOnly = useIsReadOnly()
  const of = (field: string, item?: string | null) =>
    all.filter((gap) => gap.field === field && (item === undefined || gap.item === item))
  return (
    <GapsContext
      value={{
        all,
        of,
        ...(!isReadOnly && waiving),
      }}
    >
      {children}
    </GapsContext>
  )
}

/** The way to set a gap aside and to take it up again, where the register has one. */
function useWaiving(register: RegisterName, id: string) {
  const waiveActivity = useEngineCommand('activities.waiveGap')
  const withdrawActivity = useEngineCommand('activities.withdrawWaiver')
  const waiveRecord = useEngineCommand('records.waiveGap')
  const withdrawRecord = useEngineCommand('records.withdrawWaiver')
  const described = DescribedName.safeParse(register)
  if (described.success) {
    const one = { register: described.data, id }
    return {
      waive: (rule: string, reason: string) => waiveRecord.mutateAsync({ ...one, rule, reason }),
      withdraw: (rule: string) => withdrawRecord.mutateAsync({ ...one, rule }),
    }
  }
  const activity = ActivityId.safeParse(id)
  if (register !== 'activities' || !activity.success) return null
  return {
    waive: (rule: string, reason: string) => waiveActivity.mutateAsync({ id: activity.data, rule, reason }),
    withdraw: (rule: string) => withdrawActivity.mutateAsync({ id: activity.data, rule }),
  }
}
