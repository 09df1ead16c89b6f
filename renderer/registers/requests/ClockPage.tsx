import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { moveEvent, type RightsRequestFacts } from '#shared/law/clocks/rights-request-facts.ts'
import { clockOfFacts, factsOfRequest, nationOfRequest } from '#shared/registers/requests/request-clock.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { ClockActions } from './ClockActions.tsx'
import { ClockTable } from './ClockTable.tsx'
import { Derivation } from './Derivation.tsx'
import { NodeDetail } from './NodeDetail.tsx'
import { Ribbon } from './Ribbon.tsx'
import classes from './requests.module.css'
import { useClockContext } from './useClockContext.ts'

/** The clock of a request: its ribbon, how the last day comes about, and what if something were on another day. */
export function ClockPage({ record }: { readonly record: AnyRecord }) {
  const request = record as unknown as RequestRecord
  const context = useClockContext()
  const facts = factsOfRequest(request)
  if (!context) return <div aria-busy />
  if (!facts)
    return (
      <Section title="Clock">
        <p>
          {request.right === 'R-WITHDRAW'
            ? 'The withdrawal of consent has no month: what rests on the consent stops without undue delay (UK GDPR Art 7(3)).'
            : 'There is no last day yet: record on which day the request was received.'}
        </p>
        <ClockActions request={request} context={context} />
      </Section>
    )
  return <Clock request={request} facts={facts} context={context} />
}

type ClockProps = {
  readonly request: RequestRecord
  readonly facts: RightsRequestFacts
  readonly context: DeadlineContext
}

function Clock({ request, facts, context }: ClockProps) {
  const asAt = useAsAt()
  const now = useToday()
  const today = asAt ?? now
  const [tried, setTried] = useState<RightsRequestFacts | null>(null)
  const [pickedKey, setPicked] = useState('due')
  const nation = nationOfRequest(request, context)
  const recorded = clockOfFacts(facts, nation, context)
  const shownFacts = tried ?? facts
  const shown = tried ? clockOfFacts(tried, nation, context) : recorded
  const picked = shown.nodes.find(({ key }) => key === pickedKey) ?? shown.nodes.at(-1)
  return (
    <>
      <Section title="Clock" hint="To scale: what happened above the line, what the law makes of it below">
        <Ribbon
          nodes={shown.nodes}
          pauses={shownFacts.pauses}
          today={today}
          label={tried ? 'Clock of the request, what if' : 'Clock of the request'}
          onMove={(event, day) => setTried(moveEvent(shownFacts, event, day))}
          onPick={({ key }) => setPicked(key)}
        />
        {picked && <NodeDetail node={picked} />}
        <WhatIf facts={shownFacts} today={today} tried={tried !== null} onTry={setTried} />
        <div className={classes.compare}>
          <Derivation title="Recorded" clock={recorded} today={today} />
          {tried && <Derivation title="What if" clock={shown} today={today} isTried />}
        </div>
      </Section>
      <Section title="What may be done next">
        <ClockActions request={request} context={context} />
      </Section>
      <Section title="The same as a table" hint={tried ? 'As tried above; nothing is saved' : undefined}>
        <ClockTable nodes={shown.nodes} />
      </Section>
    </>
  )
}

type WhatIfProps = {
  readonly facts: RightsRequestFacts
  readonly today: PlainDate
  readonly tried: boolean
  readonly onTry: (facts: RightsRequestFacts | null) => void
}

/** A question is answered after a week, when nobody says otherwise. */
const A_WEEK = 7

function WhatIf({ facts, today, tried, onTry }: WhatIfProps) {
  const question = { asked: today, answered: addDays(today, A_WEEK) }
  const isAccess = facts.right === 'R-ACCESS'
  return (
    <div className={classes.whatIf} data-tried={tried || undefined}>
      <span role="status">
        {tried
          ? 'What if: nothing is saved.'
          : 'What if? Drag a point above the line, or focus it and press the arrow keys. Nothing is saved.'}
      </span>
      {isAccess && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onTry({ ...facts, pauses: [...facts.pauses, question] })}
        >
          Try a question today, answered in a week
        </Button>
      )}
      {!facts.extended && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onTry({ ...facts, extended: true, extensionNoticeOn: today })}
        >
          Try an extension told today
        </Button>
      )}
      {tried && (
        <Button size="compact-sm" onClick={() => onTry(null)}>
          Back to what is recorded
        </Button>
      )}
    </div>
  )
}
