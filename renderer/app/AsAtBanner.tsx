import { asAtStore } from '#renderer/api/as-at.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './AsAtBanner.module.css'

/** Says that a past day is shown, and leads back. */
export function AsAtBanner({ day }: { readonly day: PlainDate }) {
  return (
    <div className={classes.banner} role="status">
      <span>
        Register as at <strong>{formatDay(day)}</strong>. Changes are made in the present.
      </span>
      <button type="button" onClick={() => asAtStore.set(null)}>
        Back to today
      </button>
    </div>
  )
}
