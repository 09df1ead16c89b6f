import { formatTime } from '#shared/time/plain-date.ts'
import classes from './SavedStatus.module.css'
import type { Saving } from './saving.ts'

/** Says whether what was typed is in the register: "Saved 14:02". */
export function SavedStatus({ saving }: { saving: Saving | null }) {
  return (
    <span role="status" className={classes.status} data-state={saving?.state}>
      {saving?.state === 'saving' && 'Saving…'}
      {saving?.state === 'saved' && `Saved ${formatTime(saving.at)}`}
      {saving?.state === 'failed' && 'Not saved'}
    </span>
  )
}
