import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { SourceState } from '#shared/cases/source.ts'
import { SOURCE_STATES } from '#shared/cases/words.ts'
import { countOf } from '#shared/count-words.ts'
import classes from './documents.module.css'
import { SourceRow } from './SourceRow.tsx'

const AT_A_TIME = 200
const LONGEST = 1000
const STATES = SourceState.options.map((value) => ({ value, label: SOURCE_STATES[value] }))

/** Every file of the case with how it was read; none is left out. */
export function SourceList({ request }: { readonly request: string }) {
  const [state, setState] = useState<SourceState | null>(null)
  const [hidden, setHidden] = useState(false)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const [limit, setLimit] = useState(AT_A_TIME)
  const [offset, setOffset] = useState(0)
  const { data, error } = useEngineQuery(
    'cases.sources',
    { request, state, hidden, text, offset, limit },
    { keepPrevious: true },
  )
  const narrow = (change: () => void) => {
    change()
    setOffset(0)
    setLimit(AT_A_TIME)
  }
  const shown = data?.sources.length ?? 0
  const total = data?.total ?? 0
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          aria-label="Part of a name"
          placeholder="Part of a name"
          value={typed}
          onChange={({ currentTarget: { value } }) => narrow(() => setTyped(value))}
        />
        <Select
          aria-label="How it was read"
          placeholder="However it was read"
          data={STATES}
          value={state}
          clearable
          onChange={(value) => narrow(() => setState(value as SourceState | null))}
        />
        <Checkbox
          label="Holds something that does not show"
          checked={hidden}
          onChange={({ currentTarget: { checked } }) => narrow(() => setHidden(checked))}
        />
        <span role="status" className={classes.quiet}>
          {data && countOf(total, 'file')}
        </span>
      </div>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {data && total === 0 && <p className={classes.none}>No file is like this.</p>}
      <ul className={classes.sources} aria-label="Files">
        {data?.sources.map((source) => (
          <SourceRow key={source.id} request={request} source={source} />
        ))}
      </ul>
      <div className={classes.actions}>
        {offset > 0 && (
          <Button variant="default" onClick={() => setOffset(Math.max(0, offset - limit))}>
            Earlier files
          </Button>
        )}
        {offset + shown < total && (
          <Button
            variant="default"
            onClick={() => (limit < LONGEST ? setLimit(limit + AT_A_TIME) : setOffset(offset + limit))}
          >
            More files
          </Button>
        )}
      </div>
    </>
  )
}
