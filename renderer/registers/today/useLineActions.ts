import { createContext, use, useMemo } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { navigate } from '#renderer/app/routing.tsx'
import { DescribedName } from '#shared/described/names.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { type LineAction, placeOf } from './place-of.ts'
import { useTellDone } from './useTellDone.tsx'

/** What can be done with the lines of the queue; one set for all of them, because there may be hundreds. */
export type LineActions = {
  readonly canEdit: boolean
  /** Sets what an action sets, and goes to where the rest is recorded. */
  readonly run: (line: ClockLine, action: LineAction) => Promise<void>
  /** Puts a reminder off to a day, or with null takes that back. */
  readonly putOff: (line: ClockLine, until: PlainDate | null) => Promise<void>
}

const Context = createContext<LineActions | null>(null)

/** Gives the lines below it what can be done with them. */
export const LineActionsProvider = Context.Provider

/** What can be done with a line; inside `LineActionsProvider` only. */
export function useActions(): LineActions {
  const actions = use(Context)
  if (!actions) throw new Error('A line of the queue stands outside its page.')
  return actions
}

/** Makes what the lines of a page are given. */
export function useLineActions(): LineActions {
  const { canEdit } = useCanEdit()
  const { mutateAsync: change } = useEngineCommand('records.change')
  const { mutateAsync: snooze } = useEngineCommand('today.snooze')
  const { tell, tellFailure } = useTellDone()
  return useMemo(
    () => ({
      canEdit,
      run: async (line, action) => {
        const register = DescribedName.safeParse(line.register)
        if (action.changes && register.success) {
          const input = { register: register.data, id: line.id, changes: action.changes }
          const done = await change(input).then(() => true, tellFailure)
          if (!done) return
          tell(`${action.label}: recorded for ${line.title}.`)
        }
        const place = placeOf(line, action)
        if (place) navigate(place)
      },
      putOff: async (line, until) => {
        const register = DescribedName.parse(line.register)
        const done = await snooze({ register, id: line.id, key: line.key, until }).then(
          () => true,
          tellFailure,
        )
        if (!done) return
        const then = until === null ? 'is back' : `is put off until ${formatDay(until)}`
        tell(`The reminder of ${line.what} ${then}.`)
      },
    }),
    [canEdit, change, snooze, tell, tellFailure],
  )
}
