import type { z } from 'zod'
import type { BaseRecord } from '#shared/described/register.ts'
import { HANDLING_FIELDS } from './complaint-handling.fields.ts'
import { INTAKE_FIELDS } from './complaint-intake.fields.ts'

/** Every field of a complaint. */
export const COMPLAINT_FIELDS = { ...INTAKE_FIELDS, ...HANDLING_FIELDS }

type Values = {
  [Key in keyof typeof COMPLAINT_FIELDS]: z.output<(typeof COMPLAINT_FIELDS)[Key]['schema']>
}

/** One complaint as it is kept. */
export type ComplaintRecord = BaseRecord & Values
