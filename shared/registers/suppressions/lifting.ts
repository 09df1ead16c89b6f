import type { Suppression } from './suppression.record.ts'

/** Why an entry may not become lifted as it stands, as in the form or in bulk; null when it may. */
export function refusalToLift(before: Suppression, after: Suppression | null): string | null {
  const isLifting = after?.status === 'lifted' && before.status !== 'lifted'
  return isLifting && after.liftedBecause.trim() === ''
    ? 'Say why it is lifted first: the button “Lift the suppression…” asks for it.'
    : null
}
