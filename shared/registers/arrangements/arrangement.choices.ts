import type { Choice } from '#shared/described/field.ts'

/** How far an arrangement is. */
export const STAGE_CHOICES = [
  { value: 'talks', label: 'Being agreed' },
  { value: 'agreed', label: 'Agreed' },
  { value: 'ended', label: 'Ended' },
] as const satisfies readonly Choice[]

/**
 * What joint controllers settle between them: each duty of a controller has somebody who does it.
 *
 * @source UK GDPR Art 12A, Art 13, Art 14, Art 15, Art 16, Art 17, Art 18, Art 21, Art 26, Art 30(1), Art 32, Art 33(1), Art 35; DPA 2018 s.164A
 */
export const DUTY_CHOICES = [
  { value: 'inform', label: 'Tell people (privacy notice)', hint: 'UK GDPR Art 13, 14' },
  { value: 'access', label: 'Answer access requests', hint: 'UK GDPR Art 15' },
  { value: 'rights', label: 'Answer the other rights', hint: 'UK GDPR Art 16 to 22' },
  { value: 'complaints', label: 'Take complaints', hint: 'DPA 2018 s.164A' },
  { value: 'security', label: 'Keep the data secure', hint: 'UK GDPR Art 32' },
  { value: 'breachReport', label: 'Report breaches to the Commissioner', hint: 'UK GDPR Art 33' },
  { value: 'breachPeople', label: 'Tell people about breaches', hint: 'UK GDPR Art 34' },
  { value: 'processors', label: 'Bind processors', hint: 'UK GDPR Art 28(3)' },
  { value: 'record', label: 'Keep the record of processing', hint: 'UK GDPR Art 30(1)' },
  { value: 'assessment', label: 'Assess the impact', hint: 'UK GDPR Art 35' },
  { value: 'retention', label: 'Erase at the end', hint: 'UK GDPR Art 5(1)(e)' },
] as const satisfies readonly Choice[]
export type Duty = (typeof DUTY_CHOICES)[number]['value']

/** Whom people turn to in the first place must be settled; the rest follows from each one's own duties. @source UK GDPR Art 26 */
export const CORE_DUTIES: readonly Duty[] = ['inform', 'access', 'rights']
