import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { ChangeList } from './ChangeList.tsx'
import { compareStates } from './compare-states.ts'
import classes from './history.module.css'
import { wordsForProcedure } from './procedure-words.ts'

type State = Output<'history.ofRecord'>[number]
type RecordHistoryProps = { readonly register: RegisterName; readonly id: string }

/** Who changed a record, when and how; any two of its states can be compared. */
export function RecordHistory({ register, id }: RecordHistoryProps) {
  const history = useEngineQuery('history.ofRecord', { register, record: id })
  const [pair, setPair] = useState<{ older: number; newer: number } | null>(null)
  if (history.error) return <p role="alert">{sentenceOf(history.error)}</p>
  const states = history.data ?? []
  const newest = states[0]?.seq
  const oldest = states.at(-1)?.seq
  if (newest === undefined || oldest === undefined) return null
  const { older, newer } = pair ?? { older: oldest, newer: newest }
  return (
    <div className={classes.history}>
      {states.length > 1 && (
        <section className={classes.compare} aria-label="Compare two states">
          <div className={classes.pick}>
            <StatePicker
              label="Compare"
              states={states}
              value={older}
              onChange={(seq) => setPair({ older: seq, newer })}
            />
            <StatePicker
              label="with"
              states={states}
              value={newer}
              onChange={(seq) => setPair({ older, newer: seq })}
            />
          </div>
          <ChangeList changes={compareStates(states, older, newer)} />
        </section>
      )}
      <ol className={classes.states} aria-label="States of this record, newest first">
        {states.map((state) => (
          <li key={state.seq}>
            <div className={classes.stateHead}>
              <strong>{wordsForProcedure(state.procedure)}</strong>
              <span>{formatInstant(state.at)}</span>
              <span>{state.actor}</span>
              <code title={`Link of the chain of revisions: ${state.chain}`}>
                {state.seq} · {state.chain.slice(0, 8)}
              </code>
            </div>
            <Changes changes={state.changes} />
          </li>
        ))}
      </ol>
    </div>
  )
}

type StatePickerProps = {
  label: string
  states: readonly State[]
  value: number
  onChange: (seq: number) => void
}

function StatePicker({ label, states, value, onChange }: StatePickerProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {states.map(({ seq, at, procedure }) => (
          <option key={seq} value={seq}>
            {formatInstant(at)} · {wordsForProcedure(procedure)}
          </option>
        ))}
      </select>
    </label>
  )
}

const MOST_AT_ONCE = 6

/** A long list of changes, as that of a new record, waits to be opened. */
function Changes({ changes }: Pick<State, 'changes'>) {
  if (changes.length <= MOST_AT_ONCE) return <ChangeList changes={changes} />
  return (
    <details>
      <summary>{changes.length} fields</summary>
      <ChangeList changes={changes} />
    </details>
  )
}
