import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { EVENT_FIELDS, EXTENT_FIELDS, RESPONSE_FIELDS, TIME_FIELDS } from './breach.fields.ts'
import { breachDeadlines, isBreachClosed } from './breach.deadlines.ts'
import { LETTER_FIELDS } from './breach.letters.ts'
import { AFTERWARDS_FIELDS, BREACH_FIELDS } from './breach.record.ts'
import { KEPT_FIELDS, QUESTION_FIELDS, SEVERITY_FIELDS, TIMELINE_FIELDS } from './breach.room.ts'
import { refusalToRemove } from './staying.ts'
import { COMMISSIONER_FIELDS, OTHERS_FIELDS, PEOPLE_FIELDS } from './breach.telling.ts'

/** Every personal data breach, suspected breach and near miss: facts, effects and remedial action. @source UK GDPR Art 33(5) */
export const breaches = describeRegister({
  register: 'breaches',
  label: 'Breaches',
  one: 'breach',
  about:
    'Every personal data breach is recorded here, reported or not: the facts, its effects and what was done about it. Suspected breaches and near misses belong here too. Ctrl+Shift+B logs one from any page in under a minute; “not known yet” is an answer everywhere.',
  example: {
    name: 'Review report sent to the wrong parent',
    says: 'Noticed on Friday at 16:40 by a support worker, one child and two adults, recalled within the hour. Report by Monday 16:40, or write down why not.',
  },
  series: 'BR',
  nameLabel: 'What happened',
  nameHint: 'In a few words and without the names of the people affected, so that it can stand in a list.',
  fields: BREACH_FIELDS,
  sections: [
    { title: 'What happened', fields: keysOf(EVENT_FIELDS) },
    {
      title: 'Who knew when',
      hint: 'Three times are easily taken for one another: when it happened, when somebody here first noticed, and when the organisation was reasonably certain.',
      fields: keysOf(TIME_FIELDS),
    },
    { title: 'Timeline and evidence', fields: keysOf(TIMELINE_FIELDS) },
    { title: 'People and data', fields: keysOf(EXTENT_FIELDS) },
    {
      title: 'Effects and response',
      hint: 'Facts, effects and remedial action are what the log has to hold for every breach.',
      fields: keysOf(RESPONSE_FIELDS),
    },
    {
      title: 'Five questions',
      hint: 'What they point to stands on the page “Decide”. A person decides.',
      fields: keysOf(QUESTION_FIELDS),
    },
    {
      title: 'Severity by ENISA',
      hint: 'Shown beside the decision, never deciding.',
      fields: keysOf(SEVERITY_FIELDS),
    },
    { title: 'The Commissioner', fields: keysOf(COMMISSIONER_FIELDS) },
    { title: 'The people', fields: keysOf(PEOPLE_FIELDS) },
    {
      title: 'Words for the letters',
      hint: 'What is sent to the people affected. The page “Letters” shows each letter beside these words.',
      fields: keysOf(LETTER_FIELDS),
    },
    { title: 'Controllers, processors and other bodies', fields: keysOf(OTHERS_FIELDS) },
    { title: 'Actions and lessons', fields: keysOf(AFTERWARDS_FIELDS) },
    { title: 'Decided and sent', fields: keysOf(KEPT_FIELDS) },
  ],
  list: ['status', 'noticedAt', 'people', 'cause', 'risk', 'commissionerDecision', 'nearMiss'],
  facets: [
    'status',
    'nearMiss',
    'ourRole',
    'kinds',
    'cause',
    'risk',
    'commissionerDecision',
    'peopleDecision',
    'involvesChildren',
  ],
  category: 'cause',
  status: 'status',
  isClosed: isBreachClosed,
  deadlines: breachDeadlines,
  refuses: refusalToRemove,
})
