import type { z } from 'zod'
import { day, items, line, passage, type ShapeOf } from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'
import { EVENT_FIELDS, EXTENT_FIELDS, RESPONSE_FIELDS, TIME_FIELDS } from './breach.fields.ts'
import { LETTER_FIELDS } from './breach.letters.ts'
import { KEPT_FIELDS, QUESTION_FIELDS, SEVERITY_FIELDS, TIMELINE_FIELDS } from './breach.room.ts'
import { COMMISSIONER_FIELDS, OTHERS_FIELDS, PEOPLE_FIELDS } from './breach.telling.ts'

/** What is done about it afterwards. */
export const AFTERWARDS_FIELDS = {
  actions: items(
    'Actions',
    { what: line('Action'), owner: line('Who'), due: day('Due'), doneOn: day('Done') },
    { called: 'what' },
  ),
  lessons: passage('Lessons', { hint: 'What would have prevented it, and what changes because of it.' }),
  closedOn: day('Closed'),
} as const

export const BREACH_FIELDS = {
  ...EVENT_FIELDS,
  ...TIME_FIELDS,
  ...EXTENT_FIELDS,
  ...RESPONSE_FIELDS,
  ...COMMISSIONER_FIELDS,
  ...PEOPLE_FIELDS,
  ...LETTER_FIELDS,
  ...OTHERS_FIELDS,
  ...AFTERWARDS_FIELDS,
  ...TIMELINE_FIELDS,
  ...QUESTION_FIELDS,
  ...SEVERITY_FIELDS,
  ...KEPT_FIELDS,
} as const

/** A breach, suspected breach or near miss. */
export type Breach = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof BREACH_FIELDS>>>
