import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import classes from './intake.module.css'
import type { MadeRequest as Made } from './useIntake.ts'

type MadeRequestProps = { readonly made: Made; readonly onAgain: () => void }

/** The request is made: which letters it may need first, and where the work goes on. */
export function MadeRequest({ made, onAgain }: MadeRequestProps) {
  const { id, reference, draft, missing } = made
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const asks = (letter: 'identity' | 'clarification') => missing.find((one) => one.letter === letter)
  const letters = [
    {
      kind: 'acknowledgement',
      label: 'Acknowledgement',
      why: 'Says what was understood, and by when the answer comes.',
    },
    ...(asks('identity')
      ? [{ kind: 'identity', label: 'Asking for proof of identity', why: asks('identity')!.effect }]
      : []),
    ...(asks('clarification') && draft.right === 'R-ACCESS'
      ? [{ kind: 'clarification', label: 'Asking what is meant', why: asks('clarification')!.effect }]
      : []),
  ]
  return (
    <div className={classes.page}>
      <section className={classes.made} aria-label="The request is made">
        <h1 ref={heading} tabIndex={-1}>
          {reference} is made
        </h1>
        <p>{draft.name}</p>
        {draft.holdSetOn && (
          <p className={classes.notice}>
            The evidence hold stands from today. Say in the record which systems it covers and who was told.
          </p>
        )}
        <h2>Letters it may need now</h2>
        <ul className={classes.missing}>
          {letters.map(({ kind, label, why }) => (
            <li key={kind}>
              <RouteLink href={hrefOf('requests', id, 'letters', { letter: kind })}>{label}</RouteLink>. {why}
            </li>
          ))}
        </ul>
        <div className={classes.actions}>
          <RouteLink href={hrefOf('requests', id, 'search')} className={classes.onward}>
            Begin the search
          </RouteLink>
          <RouteLink href={hrefOf('requests', id, 'clock')}>See the clock</RouteLink>
          <RouteLink href={hrefOf('requests', id)}>Open the record</RouteLink>
          <Button variant="default" onClick={onAgain}>
            Another message
          </Button>
        </div>
      </section>
    </div>
  )
}
