import { AppError } from '#shared/errors.ts'
import { recordChange } from '../changes.ts'
import type { CaseStore } from '../open-cases.ts'
import { refuseWhileBusy } from './alone.ts'
import { bringIn, newBundle, putAway } from './bundles.ts'
import { markRows, marksInWords, type Who } from './mark-rows.ts'

/** Takes marks away in one step to undo; says how many. Throws `rule` for those that a decision about somebody keeps. */
export function removeMarks(store: CaseStore, ids: readonly number[], who: Who): number {
  refuseWhileBusy(store)
  const rows = markRows(store, ids)
  const kept = rows.find(({ origin }) => origin === 'person')
  if (kept)
    throw new AppError(
      'rule',
      kept.state === 'rejected'
        ? 'This is an exception to a decision about somebody. End it with the person, and the place is marked again.'
        : `${kept.label || 'This person'} is withheld, so the mark stays. Reject it with a reason to let this one place be seen, or change the decision.`,
    )
  store.raw.transaction(() => {
    const bundle = newBundle(store)
    const numbers = rows.map(({ id }) => id)
    recordChange(
      store,
      { ...who, says: `Removed: ${marksInWords(store, rows)}` },
      putAway(bundle, numbers),
      bringIn(bundle),
    )
  })()
  return rows.length
}
