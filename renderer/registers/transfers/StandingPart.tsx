import { useAsAt } from '#renderer/api/as-at.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { findingOf, standingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { StandingMark } from './StandingMark.tsx'
import classes from './transfers.module.css'

const FINDINGS = {
  restricted: 'A restricted transfer: all three questions are answered yes.',
  notRestricted: 'Not a restricted transfer: one of the three questions is answered no.',
  notKnown: 'Whether it is a restricted transfer is open until the three questions are answered.',
} as const

/** How the transfer stands today, why, and on what law; it follows what is typed below. */
export function StandingPart({ record }: { readonly record: AnyRecord }) {
  const now = useToday()
  const today = useAsAt() ?? now
  const transfer = record as unknown as Transfer
  const found = standingOf(transfer, today)
  return (
    <Section title="How it stands">
      {found ? (
        <div className={classes.part}>
          <StandingMark standing={found.standing} />
          <p>
            {found.reason} <span className={classes.quiet}>{found.citations.join('; ')}</span>
          </p>
          {found.standing !== 'home' && <p>{FINDINGS[findingOf(transfer)]}</p>}
          {found.check && <p className={classes.check}>{found.check}</p>}
        </div>
      ) : (
        <p>The country is not known yet. Enter it, and how the transfer stands follows.</p>
      )}
    </Section>
  )
}
