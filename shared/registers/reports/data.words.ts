import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type { Activity, DataUse } from '#shared/registers/activities/activity.schema.ts'
import { answerLines, joined, type Lines, oneLine, orOpen } from './answer.words.ts'
import type { Directory } from './directory.ts'

const CLASS_WORDS = { ordinary: '', special: 'special category', criminal: 'criminal offence data' } as const

/** "Health records (special category; only if the contract asks for it)". */
export function dataLine({ categoryId, dataClass, onlyIf }: DataUse, directory: Directory): string {
  const detail = joined([CLASS_WORDS[dataClass], onlyIf && `only if: ${oneLine(onlyIf)}`], '; ')
  return `${directory.termName(categoryId)}${detail && ` (${detail})`}`
}

/** Retention by category of data. @source UK GDPR Art 30(1)(f) */
export function retentionLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.data.map(
      ({ categoryId, retention }) =>
        `${directory.termName(categoryId)}: ${answerLines(retention, (rule) => [retentionWords(rule)]).join('; ')}`,
    ),
  )
}

const FATE_WORDS = {
  erase: 'then erased',
  anonymise: 'then anonymised',
  archive: 'then archived',
  'return to customer': 'then returned to the customer',
  review: 'then reviewed',
  unknown: '',
} as const

/** "6 years after end of service, then erased. The longer of two rules. Set by the retention schedule". */
export function retentionWords({ trigger, period, criterion, fate, authority }: RetentionRule): string {
  const unit = period && period.amount === 1 ? period.unit.replace(/s$/u, '') : period?.unit
  const time = period
    ? joined([`${period.amount} ${unit}`, trigger && `after ${withinSentence(trigger)}`], ' ')
    : ''
  const from = period || !trigger ? '' : `From ${withinSentence(trigger)}`
  const first = joined([time || from, FATE_WORDS[fate]])
  return joined([first, oneLine(criterion), authority && `Set by ${authority}`], '. ')
}

/** Where each category comes from. @source UK GDPR Art 14(2)(f) */
export function sourceLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.data.map(
      ({ categoryId, sourceIds }) =>
        `${directory.termName(categoryId)}: ${sourceIds.map(directory.termName).join(', ') || 'source to be determined'}`,
    ),
  )
}

/** "End of service" as "end of service"; what begins with capitals or a name of one letter stays. */
function withinSentence(text: string): string {
  return /^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
