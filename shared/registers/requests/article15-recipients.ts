import { valueOf } from '#shared/answer.ts'
import { mechanismLabel, transferMechanism } from '#shared/law/transfer-mechanisms.ts'
import type { Activity, Destination } from '#shared/registers/activities/activity.schema.ts'
import type { Disclosure } from '#shared/registers/disclosures/disclosure.register.ts'
import type { LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { point, say } from '#shared/registers/letters/letter-words.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import { activityRecord, type Article15Facts, describedRecord, fact, once } from './article15-facts.ts'
import type { Article15Words } from './article15-words.ts'

/** Whether something was given out. */
export function isGivenOut({ decision }: Pick<Disclosure, 'decision'>): boolean {
  return decision === 'disclosed' || decision === 'inPart'
}

/** Whether the record says that the person is not to know of a disclosure, or not yet. */
export function isUntold({ told }: Pick<Disclosure, 'told'>): boolean {
  return told === 'later' || told === 'not'
}

/** Who had the data in fact, then who has such data in the ordinary course, said apart. @source UK GDPR Art 15 */
export function recipients(facts: Article15Facts, words: Article15Words): readonly LetterParagraph[] {
  const given = facts.disclosures.filter((one) => isGivenOut(one) && !isUntold(one))
  const ordinary = facts.activities.flatMap((activity) => recipientsOf(facts, activity, words))
  const listed = once(ordinary).map((piece) => point`${piece}`)
  if (given.length === 0) return listed.length > 0 ? [say`${words.nobody}`, ...listed] : []
  return [
    say`${words.given}`,
    ...given.map((one) => disclosed(facts, one)),
    ...(listed.length > 0 ? [say`${words.ordinarily}`, ...listed] : []),
  ]
}

function disclosed(facts: Article15Facts, disclosure: Disclosure): LetterParagraph {
  const record = describedRecord('disclosures', disclosure)
  const { recipientId, askedBy, disclosedAt, what } = disclosure
  const name = (recipientId && facts.nameOfTerm(recipientId)) || askedBy
  const day = disclosedAt && formatDay(ukDayOf(disclosedAt))
  const to = fact(facts, record, 'recipientId', 'To whom', name)
  const on = fact(facts, record, 'disclosedAt', 'When it was given out', day)
  return what.trim()
    ? point`${to}, on ${on}: ${fact(facts, record, 'what', 'What was given out', what)}`
    : point`${to}, on ${on}`
}

function recipientsOf(
  facts: Article15Facts,
  activity: Activity,
  words: Article15Words,
): readonly LetterPiece[] {
  const record = activityRecord(activity)
  const named = activity.disclosures.map(({ recipientId, capacity }) => {
    const name = facts.nameOfTerm(recipientId)
    const isProcessor = capacity === 'processor'
    return fact(
      facts,
      record,
      'disclosures',
      'Recipient',
      name && `${name}${isProcessor ? words.processor : ''}`,
    )
  })
  const processors = facts.processors
    .filter(
      ({ stage, roles, recipientId }) =>
        stage !== 'considered' &&
        !activity.disclosures.some((one) => one.recipientId === recipientId) &&
        roles.some(({ activityIds }) => activityIds.includes(activity.id)),
    )
    .map((processor) => {
      const isProcessor = processor.kind === 'processor' || processor.kind === 'subProcessor'
      const name = `${processor.name}${isProcessor ? words.processor : ''}`
      return fact(facts, describedRecord('processors', processor), 'roles', 'Recipient', name)
    })
  const all = [...named, ...processors]
  return all.length > 0 ? all : [fact(facts, record, 'disclosures', 'Who has the data', null)]
}

/** What leaves the United Kingdom, and what protects it there. @source UK GDPR Art 15, Art 44A, Art 45A, Art 46 */
export function transfers(facts: Article15Facts, words: Article15Words): readonly LetterParagraph[] {
  const recorded = facts.transfers.filter(
    ({ stage, mechanism }) =>
      stage !== 'stopped' && stage !== 'possible' && mechanism !== 'NONE-NOT-RESTRICTED',
  )
  const points = [
    ...recorded.map((transfer) => {
      const record = describedRecord('transfers', transfer)
      const country = transfer.country && facts.nameOfCountry(transfer.country)
      const partner = transfer.processorId && facts.nameOfPartner(transfer.processorId)
      const where = [country, partner].filter(Boolean).join(', ')
      const protection = transfer.mechanism && protectionWords(transfer.mechanism, transfer.document)
      return point`${fact(facts, record, 'country', 'Country', where)}: ${fact(facts, record, 'mechanism', 'What protects the data there', protection)}`
    }),
    ...facts.activities.flatMap((activity) => destinationsOf(facts, activity)),
  ]
  if (points.length > 0) return points
  const [first] = facts.activities
  return first
    ? [say`${fact(facts, activityRecord(first), 'destinations', 'Data sent abroad', words.notAbroad)}`]
    : []
}

function destinationsOf(facts: Article15Facts, activity: Activity): readonly LetterParagraph[] {
  const record = activityRecord(activity)
  const answer = activity.destinations
  if (answer.state === 'toBeDetermined')
    return [point`${fact(facts, record, 'destinations', 'Whether data is sent abroad', null)}`]
  return (valueOf(answer) ?? [])
    .filter(({ mechanism }) => valueOf(mechanism) !== 'NONE-NOT-RESTRICTED')
    .map((destination) => {
      const recipient = destination.recipientId && facts.nameOfTerm(destination.recipientId)
      const where = [destination.place, recipient].filter(Boolean).join(', ')
      return point`${fact(facts, record, 'destinations', 'Country', where)}: ${fact(facts, record, 'destinations', 'What protects the data there', protectionOf(destination))}`
    })
}

function protectionOf({ mechanism, safeguards }: Destination): string | null {
  const code = valueOf(mechanism)
  return code ? protectionWords(code, valueOf(safeguards) ?? '') : (valueOf(safeguards) ?? null)
}

function protectionWords(code: string, document: string): string {
  return [mechanismLabel(code), document.trim()].filter(Boolean).join(', ')
}

/** What is to be checked about the mechanisms that the letter names: what is known from memory only. */
export function mechanismChecks(facts: Article15Facts): readonly string[] {
  const codes = [
    ...facts.transfers.map(({ mechanism }) => mechanism),
    ...facts.activities.flatMap(({ destinations }) =>
      (valueOf(destinations) ?? []).map(({ mechanism }) => valueOf(mechanism)),
    ),
  ]
  return [...new Set(codes)].flatMap((code) => {
    const found = code ? transferMechanism(code) : undefined
    return found?.check ? [`${found.label} (${found.citation}): ${found.check}`] : []
  })
}
