import type { z } from 'zod'
import type { BaseRecord } from '#shared/described/register.ts'
import { ANSWER_FIELDS } from './request-answer.fields.ts'
import { ASKED_FIELDS } from './request-asked.fields.ts'
import { CASE_FIELDS } from './request-case.fields.ts'
import { CLOCK_FIELDS } from './request-clock.fields.ts'
import { HEALTH_FIELDS } from './request-health.fields.ts'
import { PEOPLE_FIELDS } from './request-people.fields.ts'
import { SCOPE_FIELDS } from './request-scope.fields.ts'

/** Every field of a rights request. */
export const REQUEST_FIELDS = {
  ...ASKED_FIELDS,
  ...PEOPLE_FIELDS,
  ...SCOPE_FIELDS,
  ...CLOCK_FIELDS,
  ...HEALTH_FIELDS,
  ...ANSWER_FIELDS,
  ...CASE_FIELDS,
}

type Values = {
  [Key in keyof typeof REQUEST_FIELDS]: z.output<(typeof REQUEST_FIELDS)[Key]['schema']>
}

/** One rights request as it is kept. */
export type RequestRecord = BaseRecord & Values
