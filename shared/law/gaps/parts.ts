import { Temporal } from 'temporal-polyfill'
import type { Answer } from '#shared/answer.ts'
import { valueOf } from '#shared/answer.ts'
import type { LawfulBasisCode, Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { Activity, DataUse } from '#shared/registers/activities/activity.schema.ts'
import { addMonths, type PlainDate } from '#shared/time/plain-date.ts'
import { schedule1Condition } from '#shared/law/schedule-1-conditions.ts'
import { ARTICLE_10 } from '#shared/law/special-category-conditions.ts'
import { about, type Finding, ruleAbout } from './gap.ts'
import type { GapContext } from './context.ts'
import { isBlank } from './words.ts'

/** Writes a rule about activities. */
export const activityRule = ruleAbout<Activity>('activity')

const LONGEST_NAME = 80

/** Shortens a text to what fits in a sentence. */
export function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…`
}

/** A purpose as a sentence names it: its words, or its place in the list. */
export function nameOfPurpose(activity: Activity, purpose: Purpose): string {
  const place = activity.purposes.indexOf(purpose) + 1
  return isBlank(purpose.text) ? `Purpose ${place}` : `The purpose “${shortened(purpose.text)}”`
}

/** A term's name, or words that say it is gone. */
export function nameOfTerm(id: string, context: GapContext): string {
  return context.term(id)?.name ?? 'a term that is no longer in the vocabulary'
}

/** A category of data as a sentence names it. */
export function nameOfData(use: DataUse, context: GapContext): string {
  return `“${shortened(nameOfTerm(use.categoryId, context))}”`
}

/** Several names in a sentence: "“A”, “B” and 3 more". */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

/** What a rule has to say about one part of a record; nothing when all is well. */
export type Sentence = string | null | false | undefined

/** One finding per purpose for which a test gives words; nothing for an activity carried out as processor. */
export function perPurpose(
  activity: Activity,
  sentence: (purpose: Purpose, name: string) => Sentence,
): readonly Finding[] {
  if (!decidesPurposes(activity)) return []
  return activity.purposes.flatMap((purpose) => {
    const message = sentence(purpose, nameOfPurpose(activity, purpose))
    return message ? [about(purpose.id, message)] : []
  })
}

/** One finding per category of data for which a test gives words. */
export function perData(
  activity: Activity,
  context: GapContext,
  sentence: (use: DataUse, name: string) => Sentence,
): readonly Finding[] {
  return activity.data.flatMap((use) => {
    const message = sentence(use, nameOfData(use, context))
    return message ? [about(use.id, message)] : []
  })
}

/** Whether the organisation decides why and how: alone or jointly. */
export function decidesPurposes({ role }: Activity): boolean {
  return role !== 'processor'
}

/** The categories of data of one class. */
export function dataOfClass(activity: Activity, dataClass: DataUse['dataClass']): readonly DataUse[] {
  return activity.data.filter((use) => use.dataClass === dataClass)
}

/** The Article 9(2) conditions of a purpose, Article 10 left aside. */
export function article9Of(purpose: Purpose): readonly string[] {
  return purpose.article9.filter((code) => code !== ARTICLE_10)
}

/** Whether a purpose rests on a Schedule 1 condition that asks for a policy document. */
export function needsPolicyDocument(purpose: Purpose): boolean {
  return purpose.schedule1.some((code) => schedule1Condition(code)?.policyDocumentRequired)
}

/** Whether an answer holds text that says something. */
export function saysSomething(answer: Answer<string>): boolean {
  return !isBlank(valueOf(answer) ?? '')
}

/** Whether a day lies more than a number of months before today. */
export function isOlderThan(day: PlainDate, months: number, today: PlainDate): boolean {
  return day < addMonths(today, -months)
}

/** The day a number of days after another. */
export function daysAfter(day: PlainDate, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Whether a purpose rests on a lawful basis. */
export function restsOn({ basis }: Purpose, code: LawfulBasisCode): boolean {
  return valueOf(basis) === code
}

/** Whether the organisation whose record this is, is known to be a public authority. */
export function isOfPublicAuthority({ organisationId }: Activity, context: GapContext): boolean {
  const owner = context.organisation(organisationId)
  return owner !== undefined && valueOf(owner.publicAuthority) === true
}
