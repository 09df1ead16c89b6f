import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { gapHref } from '#renderer/ui/gaps/gap-href.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { isBreachClosed } from '#shared/registers/breaches/breach.deadlines.ts'
import { stepsOf } from '#shared/registers/breaches/room/steps.ts'
import { timesOf } from '#shared/registers/breaches/room/times.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { Countdown } from './Countdown.tsx'
import { OpenClocks } from './OpenClocks.tsx'
import { Proposals } from './Proposals.tsx'
import classes from './room.module.css'

/** The room of a breach: how the time stands, who knew when, what is to be done next, and which clocks run. */
export function RoomPart({ record }: { readonly record: AnyRecord }) {
  const breach = record as unknown as Breach
  const asAt = useAsAt()
  return (
    <Section
      title="Room of the breach"
      hint={asAt ? `As it stood at the end of ${formatDay(asAt)}` : 'Every time here is UK time'}
    >
      <div className={classes.room}>
        <Countdown breach={breach} />
        <Times breach={breach} />
        <div className={classes.below}>
          <Steps breach={breach} />
          <OpenClocks breach={breach} />
        </div>
        <Proposals breach={breach} />
      </div>
    </Section>
  )
}

type PartProps = { readonly breach: Breach }

const placeOf = (breach: Breach, field: string) =>
  gapHref(hrefOf('breaches', breach.id), { field, item: null })

function Times({ breach }: PartProps) {
  return (
    <ol className={classes.times} aria-label="Who knew when">
      {timesOf(breach).map(({ field, label, when, saidBy, after, at }) => (
        <li key={field} data-unknown={at === null || undefined} data-aware={field === 'awareAt' || undefined}>
          <RouteLink href={placeOf(breach, field)}>{label}</RouteLink>
          <strong>{when}</strong>
          {saidBy && <span>{saidBy}</span>}
          {after && <span className={classes.quiet}>{after}</span>}
        </li>
      ))}
    </ol>
  )
}

function Steps({ breach }: PartProps) {
  const steps = stepsOf(breach)
  return (
    <section aria-label="What to do next">
      <h4>What to do next</h4>
      {steps.length === 0 ? (
        <p className={classes.quiet}>{isBreachClosed(breach) ? 'It is closed.' : 'Nothing is open.'}</p>
      ) : (
        <ol className={classes.steps}>
          {steps.map(({ key, text, detail, page, field }) => (
            <li key={key}>
              <RouteLink
                href={page ? hrefOf('breaches', breach.id, page) : placeOf(breach, field ?? 'status')}
              >
                {text}
              </RouteLink>
              {detail && <span>{detail}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
