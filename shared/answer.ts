import { z } from 'zod'

/**
 * A field of a record: a value, "to be determined", or "not applicable, because …".
 * Nothing but a name is needed to save a record; what is still to be
 * determined shows up as a gap, what does not apply does not.
 */
export const answerOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('value'), value }),
    z.object({ state: z.literal('toBeDetermined') }),
    z.object({
      state: z.literal('notApplicable'),
      because: z.string().trim().min(1, 'Say why this does not apply'),
    }),
  ])

export type Answer<Value> =
  | { state: 'value'; value: Value }
  | { state: 'toBeDetermined' }
  | { state: 'notApplicable'; because: string }

/** Nobody has said yet. */
export const TO_BE_DETERMINED = { state: 'toBeDetermined' } as const

/** Wraps what is known. */
export function known<Value>(value: Value): Answer<Value> {
  return { state: 'value', value }
}

/** Records that a question does not arise, and why. */
export function notApplicable(because: string): Answer<never> {
  return { state: 'notApplicable', because }
}

/** What was answered, or `undefined` when nothing was or the question does not arise. */
export function valueOf<Value>(answer: Answer<Value>): Value | undefined {
  return answer.state === 'value' ? answer.value : undefined
}

/** Whether somebody has settled the question, either way. */
export function isSettled(answer: Answer<unknown>): boolean {
  if (answer.state !== 'value') return answer.state === 'notApplicable'
  const { value } = answer
  return Array.isArray(value) || typeof value === 'string' ? value.length > 0 : true
}
