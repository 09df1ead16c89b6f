import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import classes from './search-record.module.css'

type ProposalsPanelProps = { readonly request: string; readonly onDone: () => void }

/** Places the register says hold data of this kind of person; those chosen are added in one step. */
export function ProposalsPanel({ request, onDone }: ProposalsPanelProps) {
  const { data, error } = useEngineQuery('searches.propose', { request })
  const add = useEngineCommand('searches.addProposed')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  const keys = data.map(({ key }) => key).filter((key) => !left.has(key))
  const toggle = (key: string, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  return (
    <section className={classes.panel} aria-label="Proposed from the register">
      {data.length === 0 ? (
        <p>
          The register proposes no other place. It knows only what the activities name: record the kind of
          person and the activities of this request, and the systems of those activities.
        </p>
      ) : (
        <ul className={classes.proposals}>
          {data.map(({ key, name, why, place, isPaper }) => (
            <li key={key}>
              <Checkbox
                label={isPaper ? `${name} (paper)` : name}
                description={[place, why].filter(Boolean).join('. ')}
                checked={!left.has(key)}
                onChange={(event) => toggle(key, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      )}
      {add.error && <p role="alert">{sentenceOf(add.error)}</p>}
      <div className={classes.actions}>
        {data.length > 0 && (
          <Button
            disabled={keys.length === 0}
            loading={add.isPending}
            onClick={() => add.mutate({ request, keys }, { onSuccess: onDone })}
          >
            {keys.length === 1 ? 'Add 1 place' : `Add ${keys.length} places`}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
      </div>
    </section>
  )
}
