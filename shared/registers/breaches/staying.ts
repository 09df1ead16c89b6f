import type { Breach } from './breach.record.ts'

/**
 * Why a breach may not be removed; null when it may. Every change is allowed here: what was decided and sent is kept
 * by itself.
 *
 * @source UK GDPR Art 33(5)
 */
export function refusalToRemove(before: Breach, after: Breach | null): string | null {
  const isBreach = before.status === 'confirmed' || before.status === 'closed'
  return after === null && isBreach && before.nearMiss !== true
    ? 'A personal data breach stays in the log, reported or not. If it was none, set its status to “Looked into: not a personal data breach” first.'
    : null
}
