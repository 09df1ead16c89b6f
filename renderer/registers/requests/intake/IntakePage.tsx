import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { ConfirmForm } from './ConfirmForm.tsx'
import classes from './intake.module.css'
import { MadeRequest } from './MadeRequest.tsx'
import { MessageSide } from './MessageSide.tsx'
import { useIntake } from './useIntake.ts'

/** A request made from a message that came in: the message at the left, what it seems to say at the right, to confirm. */
export function IntakePage() {
  const today = useToday()
  const { canEdit, because } = useCanEdit()
  const intake = useIntake(today)
  const { reading, draft, made, problem, isMaking } = intake
  const [quote, setQuote] = useState<string | null>(null)

  useMakeKey(draft !== null && canEdit && !made, intake.make)
  if (made) return <MadeRequest made={made} onAgain={intake.again} />
  return (
    <div className={classes.page}>
      <PageHeader
        title="New request from a message"
        description="Paste the message or let its file fall here. Nothing is recorded before you make the request, with the button or Ctrl+Enter."
        actions={
          <>
            <RouteLink href={hrefOf('requests')}>Back to the requests</RouteLink>
            {draft && (
              <Button disabled={!canEdit} loading={isMaking} onClick={intake.make}>
                Make the request
              </Button>
            )}
          </>
        }
      />
      {!canEdit && because && <p className={classes.notice}>{because}</p>}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <p role="status" className="visually-hidden">
        {reading && `The message was read: ${reading.proposals.length} proposals. Check each.`}
      </p>
      <div className={classes.sides}>
        <MessageSide intake={intake} quote={quote} canEdit={canEdit} />
        {reading && draft ? (
          <ConfirmForm
            reading={reading}
            draft={draft}
            today={today}
            onChange={intake.change}
            onLook={setQuote}
          />
        ) : (
          <WhatHappens />
        )}
      </div>
    </div>
  )
}

/** Ctrl+Enter makes the request, from whatever field it is pressed in. */
function useMakeKey(isReady: boolean, make: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    // Leaving a field keeps what was typed into it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    make()
  })
  useEffect(() => {
    if (!isReady) return
    const listener = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [isReady])
}

/** What to expect, with one example, while there is no message yet. */
function WhatHappens() {
  return (
    <section className={classes.empty} aria-label="What happens">
      <h2>What it seems to say stands here</h2>
      <p>
        For example “I am his mum, please send me everything you hold on my son Callum, dob 14/03/2015”: an
        access request by a parent for a child of 11. Each proposal shows the words it rests on, and you
        confirm or change it.
      </p>
      <p>
        A request needs no form and no magic words, and may come to anybody. The month runs from the day it
        reached the organisation, not from today.
      </p>
    </section>
  )
}
