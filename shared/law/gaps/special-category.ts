import type { Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { schedule1Condition } from '#shared/law/schedule-1-conditions.ts'
import { ARTICLE_10, specialCategoryCondition } from '#shared/law/special-category-conditions.ts'
import { type Finding, when } from './gap.ts'
import type { GapContext } from './context.ts'
import {
  activityRule,
  article9Of,
  dataOfClass,
  decidesPurposes,
  isOfPublicAuthority,
  listed,
  nameOfData,
  perPurpose,
} from './parts.ts'

/** Whether special category and criminal offence data have the conditions they need. @source UK GDPR Art 9(2), Art 10(1) */
export const SPECIAL_CATEGORY_RULES = [
  activityRule({
    id: 'article-9-missing',
    title: 'Special category data without an Article 9 condition',
    citation: 'UK GDPR Art 9(1), Art 9(2)',
    source: 'gdpr-9-2',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Using special category data is forbidden unless a condition of Article 9(2) is met, on top of the lawful basis. Choose the condition for each purpose that uses it.',
    find: (activity, context) => {
      const special = dataOfClass(activity, 'special').map((use) => nameOfData(use, context))
      const hasCondition = activity.purposes.some((purpose) => article9Of(purpose).length > 0)
      return when(
        decidesPurposes(activity) && special.length > 0 && !hasCondition,
        `Special category data (${listed(special)}) is used without an Article 9 condition.`,
      )
    },
  }),
  activityRule({
    id: 'article-9-purpose-open',
    title: 'Purpose beside special category data without a condition',
    citation: 'UK GDPR Art 9(2)',
    source: 'gdpr-9-2',
    severity: 'note',
    field: 'purposes',
    explanation:
      'Another purpose of this activity has an Article 9 condition, this one has none. Add one, or set this aside with the reason that this purpose does not use the special category data.',
    find: (activity) => {
      const someHave = activity.purposes.some((purpose) => article9Of(purpose).length > 0)
      if (!someHave || dataOfClass(activity, 'special').length === 0) return []
      return perPurpose(
        activity,
        (purpose, name) =>
          article9Of(purpose).length === 0 &&
          `${name} has no Article 9 condition; does it use the special category data?`,
      )
    },
  }),
  activityRule({
    id: 'schedule-1-missing',
    title: 'Article 9 condition without its Schedule 1 condition',
    citation: 'DPA 2018 s.10(2) to (3), Sch 1',
    source: 'dpa-10',
    severity: 'error',
    field: 'purposes',
    explanation:
      'The conditions 9(2)(b), (h), (i) and (j) hold only with a condition of Schedule 1 Part 1, and 9(2)(g) only with one of Part 2. Choose the one that is met.',
    find: (activity) =>
      perPurpose(activity, (purpose, name) => {
        const unmet = article9Of(purpose).filter((code) => !isMetInSchedule1(code, purpose))
        const short = unmet.map((code) => specialCategoryCondition(code)?.short ?? code)
        return (
          unmet.length > 0 && `${name} relies on ${listed(short)} without the Schedule 1 condition it needs.`
        )
      }),
  }),
  activityRule({
    id: 'schedule-1-does-not-fit',
    title: 'Schedule 1 condition that fits nothing here',
    citation: 'DPA 2018 Sch 1',
    source: 'dpa-sch1',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Part 1 conditions go with 9(2)(b), (h), (i) or (j), Part 2 with 9(2)(g), and Part 3 with criminal offence data only. Choose the Article 9 condition too, or remove the Schedule 1 condition.',
    find: (activity) =>
      dataOfClass(activity, 'criminal').length > 0
        ? []
        : perPurpose(activity, (purpose, name) => {
            const idle = purpose.schedule1.filter((code) => !isCalledFor(code, purpose))
            return (
              idle.length > 0 &&
              `${name} names ${listed(idle.map(shortOf))}, which no Article 9 condition here calls for.`
            )
          }),
  }),
  activityRule({
    id: 'article-10-missing',
    title: 'Criminal offence data without official authority or a Schedule 1 condition',
    citation: 'UK GDPR Art 10(1); DPA 2018 s.10(4) to (5)',
    source: 'gdpr-10-1',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Data on convictions and offences, allegations included, needs official authority or a condition of Schedule 1. Choose the condition, or record Article 10 with the authority’s task where the organisation is a public authority.',
    find: (activity, context) => {
      const criminal = dataOfClass(activity, 'criminal').map((use) => nameOfData(use, context))
      return when(
        decidesPurposes(activity) && criminal.length > 0 && !hasGroundForCriminalData(activity, context),
        `Criminal offence data (${listed(criminal)}) is used without official authority or a Schedule 1 condition.`,
      )
    },
  }),
  activityRule({
    id: 'article-9-without-special-data',
    title: 'Article 9 condition without special category data',
    citation: 'UK GDPR Art 9(1), Art 10(1)',
    source: 'gdpr-9-1',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Article 9 is about the nine special categories. Convictions and offences are not among them and fall under Article 10. Correct the class of the data, or remove the condition.',
    find: withoutSpecialData,
  }),
  activityRule({
    id: 'unknown-condition',
    title: 'Condition that is not in the lists',
    citation: 'UK GDPR Art 9(2); DPA 2018 Sch 1',
    source: 'gdpr-9-2',
    severity: 'warning',
    field: 'purposes',
    explanation: 'The code is not one of the conditions known here. Choose one from the list.',
    find: (activity) =>
      perPurpose(activity, ({ article9, schedule1 }, name) => {
        const unknown = [
          ...article9.filter((code) => !specialCategoryCondition(code)),
          ...schedule1.filter((code) => !schedule1Condition(code)),
        ]
        return unknown.length > 0 && `${name} names an unknown condition: ${listed(unknown)}.`
      }),
  }),
] as const

function withoutSpecialData(activity: Activity): readonly Finding[] {
  if (activity.data.length === 0 || dataOfClass(activity, 'special').length > 0) return []
  const onlyCriminal = dataOfClass(activity, 'criminal').length > 0
  return perPurpose(
    activity,
    (purpose, name) =>
      article9Of(purpose).length > 0 &&
      (onlyCriminal
        ? `${name} has an Article 9 condition, but the data is criminal offence data under Article 10.`
        : `${name} has an Article 9 condition, but no data here is classed as special category.`),
  )
}

function isMetInSchedule1(code: string, { schedule1 }: Purpose): boolean {
  const paragraphs = specialCategoryCondition(code)?.schedule1Paragraphs
  return !paragraphs || schedule1.some((condition) => isWithin(condition, paragraphs))
}

function isCalledFor(condition: string, purpose: Purpose): boolean {
  if (!schedule1Condition(condition)) return true
  return purpose.article9.some((code) => {
    const paragraphs = specialCategoryCondition(code)?.schedule1Paragraphs
    return paragraphs ? isWithin(condition, paragraphs) : false
  })
}

function isWithin(condition: string, [first, last]: readonly [number, number]): boolean {
  const paragraph = schedule1Condition(condition)?.paragraph ?? 0
  return paragraph >= first && paragraph <= last
}

function shortOf(condition: string): string {
  return `paragraph ${schedule1Condition(condition)?.paragraph ?? condition}`
}

function hasGroundForCriminalData(activity: Activity, context: GapContext): boolean {
  const isAuthority = isOfPublicAuthority(activity, context)
  return activity.purposes.some(
    ({ article9, schedule1 }) =>
      schedule1.some((code) => schedule1Condition(code)) || (isAuthority && article9.includes(ARTICLE_10)),
  )
}
