import { requests } from '#shared/registers/requests/request.register.ts'
import { clockOfRequest } from '#shared/registers/requests/request-clock.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { useClockContext } from '../useClockContext.ts'
import classes from './intake.module.css'

/** The last day for the answer, as the form stands. @source UK GDPR Art 7(3), Art 12A */
export function LastDay({ draft }: { readonly draft: RequestDraft }) {
  const context = useClockContext()
  if (!context) return <div aria-busy />
  const record = { ...requests.blank('intake', draft.name), ...draft } as RequestRecord
  const clock = clockOfRequest(record, context)
  return (
    <div className={classes.lastDay} role="group" aria-label="Last day for the answer">
      {clock?.due ? (
        <>
          <strong>Answer by {formatDay(clock.due)}</strong>
          <span>{derivationText(clock)}</span>
        </>
      ) : (
        <span>
          {draft.right === 'R-WITHDRAW'
            ? 'A withdrawal of consent has no month: what rests on the consent stops without undue delay (UK GDPR Art 7(3)).'
            : 'There is no last day yet: give the day on which it reached the organisation.'}
        </span>
      )}
    </div>
  )
}
