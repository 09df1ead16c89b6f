import { valueOf } from '#shared/answer.ts'
import type { Activity, DataUse } from '#shared/registers/activities/activity.schema.ts'
import type { DataClass } from '#shared/registers/vocabulary/term.schema.ts'
import type { LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { point, say } from '#shared/registers/letters/letter-words.ts'
import { retentionWords } from '#shared/registers/reports/data.words.ts'
import { periodInWords } from '#shared/registers/retention/disposals-due.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import {
  activityRecord,
  type Article15Facts,
  describedRecord,
  fact,
  inOneLine,
  once,
} from './article15-facts.ts'
import type { Article15Words } from './article15-words.ts'

/** What the data is used for. @source UK GDPR Art 15 */
export function purposes(facts: Article15Facts): readonly LetterParagraph[] {
  const pieces = facts.activities.flatMap((activity) => {
    const told = activity.purposes.filter(({ text }) => text.trim() !== '')
    return told.length > 0
      ? told.map(({ text }) => fact(facts, activityRecord(activity), 'purposes', 'Purpose', text))
      : [fact(facts, activityRecord(activity), 'purposes', 'What the data is used for', null)]
  })
  return once(pieces).map((piece) => point`${piece}`)
}

/** Which kinds of data, those that the law protects more apart. @source UK GDPR Art 15 */
export function categories(facts: Article15Facts, words: Article15Words): readonly LetterParagraph[] {
  const ofClass = (wanted: DataClass) => categoriesOf(facts, ({ dataClass }) => dataClass === wanted)
  const gaps = facts.activities
    .filter(({ data }) => data.length === 0)
    .map((activity) => fact(facts, activityRecord(activity), 'data', 'Kinds of data', null))
  const [ordinary, special, criminal] = [ofClass('ordinary'), ofClass('special'), ofClass('criminal')]
  return [
    ...(ordinary.length > 0 ? [point`${inOneLine(ordinary)}`] : []),
    ...(special.length > 0 ? [point`${words.special}${inOneLine(special)}`] : []),
    ...(criminal.length > 0 ? [point`${words.criminal}${inOneLine(criminal)}`] : []),
    ...gaps.map((gap) => point`${gap}`),
  ]
}

function categoriesOf(facts: Article15Facts, wanted: (use: DataUse) => boolean): readonly LetterPiece[] {
  return facts.activities.flatMap((activity) =>
    activity.data
      .filter(wanted)
      .map(({ categoryId }) =>
        fact(facts, activityRecord(activity), 'data', 'Kind of data', facts.nameOfTerm(categoryId)),
      ),
  )
}

type Kept = { readonly categories: LetterPiece[]; readonly time: LetterPiece }

/** How long each kind of data is kept, or what decides it; kinds kept alike stand together. @source UK GDPR Art 15 */
export function retention(facts: Article15Facts): readonly LetterParagraph[] {
  const groups = new Map<string, Kept>()
  for (const activity of facts.activities) {
    if (activity.data.length === 0)
      groups.set(activity.id, {
        categories: [],
        time: fact(facts, activityRecord(activity), 'data', 'How long the data is kept', null),
      })
    for (const use of activity.data) {
      const time = timeOf(facts, activity, use)
      const key = typeof time === 'object' && time.text !== null ? time.text : activity.id
      const group = groups.get(key) ?? { categories: [], time }
      const name = facts.nameOfTerm(use.categoryId)
      group.categories.push(fact(facts, activityRecord(activity), 'data', 'Kind of data', name))
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ categories: kinds, time }) =>
    kinds.length > 0 ? point`${inOneLine(kinds)}: ${time}` : point`${time}`,
  )
}

function timeOf(facts: Article15Facts, activity: Activity, use: DataUse): LetterPiece {
  const known = valueOf(use.retention)
  // Who set the time is a note for the office; the person is told the time.
  const words = known && retentionWords({ ...known, authority: '' })
  if (words) return fact(facts, activityRecord(activity), 'data', 'How long', words)
  const rule = facts.retentionRules.find((one) => coversUse(one, activity, use))
  if (rule)
    return fact(facts, describedRecord('retention', rule), 'periodAmount', 'How long', ruleWords(rule))
  return fact(facts, activityRecord(activity), 'data', 'How long the data is kept', null)
}

function coversUse(rule: ScheduleRule, { id }: Activity, { categoryId }: DataUse): boolean {
  return (
    rule.status === 'inForce' &&
    rule.activityIds.includes(id) &&
    (rule.dataIds.length === 0 || rule.dataIds.includes(categoryId)) &&
    ruleWords(rule) !== ''
  )
}

function ruleWords(rule: ScheduleRule): string {
  const period = periodInWords(rule)
  const time = period && rule.trigger.trim() ? `${period} from ${rule.trigger.trim()}` : period
  return [time, rule.criterion.trim()].filter(Boolean).join('. ')
}

/** Where the data came from. @source UK GDPR Art 15 */
export function sources(facts: Article15Facts): readonly LetterParagraph[] {
  const named = facts.activities.flatMap((activity) =>
    activity.data.flatMap(({ sourceIds }) =>
      sourceIds.map((id) => fact(facts, activityRecord(activity), 'data', 'Source', facts.nameOfTerm(id))),
    ),
  )
  const gaps = facts.activities
    .filter(({ data }) => data.length === 0 || data.some(({ sourceIds }) => sourceIds.length === 0))
    .map((activity) => {
      const open = activity.data.filter(({ sourceIds }) => sourceIds.length === 0)
      const kinds = open.map(({ categoryId }) =>
        fact(facts, activityRecord(activity), 'data', 'Kind of data', facts.nameOfTerm(categoryId)),
      )
      const gap = fact(facts, activityRecord(activity), 'data', 'Where the data came from', null)
      return kinds.length > 0 ? point`${inOneLine(kinds)}: ${gap}` : point`${gap}`
    })
  return [...once(named).map((piece) => point`${piece}`), ...gaps]
}

/** Decisions by automated means, or that there are none. @source UK GDPR Art 15, Art 22A, Art 22C */
export function automated(facts: Article15Facts, words: Article15Words): readonly LetterParagraph[] {
  const found = facts.activities.map((activity) => automatedIn(facts, activity, words))
  const [first] = facts.activities
  const isNone = found.every(({ isSettled }) => isSettled)
  const none =
    first && isNone
      ? [
          say`${fact(facts, activityRecord(first), 'automatedDecisions', 'Automated decisions', words.notAutomated)}`,
        ]
      : []
  return [...none, ...found.flatMap(({ paragraphs }) => paragraphs)]
}

/** `isSettled` where it is known that no decision is made by automated means alone. */
function automatedIn(
  facts: Article15Facts,
  activity: Activity,
  words: Article15Words,
): { readonly isSettled: boolean; readonly paragraphs: readonly LetterParagraph[] } {
  const record = activityRecord(activity)
  const made = valueOf(activity.automatedDecisions)
  if (activity.automatedDecisions.state === 'toBeDetermined')
    return {
      isSettled: false,
      paragraphs: [point`${fact(facts, record, 'automatedDecisions', 'Automated decisions', null)}`],
    }
  if (!made || made.kind === 'none') return { isSettled: true, paragraphs: [] }
  const how = fact(facts, record, 'automatedDecisions', 'How the decision is made', made.explanation)
  const isSolely = made.kind === 'solely automated'
  const after = isSolely ? words.solely : words.supported
  return { isSettled: !isSolely, paragraphs: [point`${how}`, ...after.map((text) => say`${text}`)] }
}
