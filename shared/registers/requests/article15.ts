import { noticeItemLabel } from '#shared/law/notice-items.ts'
import type { Letter, LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { frameOf, type LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { point, say, taken } from '#shared/registers/letters/letter-words.ts'
import type { Article15Facts } from './article15-facts.ts'
import { automated, categories, purposes, retention, sources } from './article15-items.ts'
import { isGivenOut, isUntold, mechanismChecks, recipients, transfers } from './article15-recipients.ts'
import { ARTICLE_15_WORDS, type Article15Words } from './article15-words.ts'
import { waysToComplain } from './letter-complaints.ts'
import type { RequestRecord } from './request.fields.ts'
import type { RequestLetterVersion } from './templates/template.schema.ts'

type Item = {
  /** The code of the same item in the list of what privacy notices tell people. */
  readonly code: string
  readonly heading: string
  readonly paragraphs: readonly LetterParagraph[]
}

/**
 * How the data of a person is used, item by item: each fact from the register, with the record, field and revision it
 * came from. What the register does not know is a gap, and nothing is made up.
 *
 * @source UK GDPR Art 15, Art 22A, Art 22C, Art 46
 */
export function article15Items(facts: Article15Facts, version: RequestLetterVersion): readonly Item[] {
  const words = ARTICLE_15_WORDS[version]
  const item = (code: string, heading: string, paragraphs: readonly LetterParagraph[]): Item[] => [
    { code, heading, paragraphs },
  ]
  const known =
    facts.activities.length === 0
      ? item('N03', words.purposes, [
          say`${taken('How the data is used: choose the activities it is used in', 'activityIds', null)}`,
        ])
      : [
          ...item('N03', words.purposes, purposes(facts)),
          ...item('N05', words.categories, categories(facts, words)),
          ...item('N07', words.recipients, recipients(facts, words)),
          ...item('N09', words.retention, retention(facts)),
          ...item('N14', words.source, sources(facts)),
          ...item('N16', words.automated, automated(facts, words)),
          ...item('N08', words.transfers, transfers(facts, words)),
        ]
  return [
    ...known,
    ...item(
      'N10',
      words.rights,
      words.rightsAre.map((text) => say`${text}`),
    ),
  ]
}

/** The information as paragraphs of a letter that names the ways to complain itself. @source UK GDPR Art 15 */
export function article15Paragraphs(
  facts: Article15Facts,
  version: RequestLetterVersion,
): readonly LetterParagraph[] {
  return [
    say`${ARTICLE_15_WORDS[version].lead}`,
    ...article15Items(facts, version).flatMap(({ heading, paragraphs }) => [headed(heading), ...paragraphs]),
  ]
}

/**
 * The information as a sheet of its own, with both ways to complain: to the organisation first, then to the regulator.
 *
 * @source UK GDPR Art 15; DPA 2018 ss.164A, 165
 */
export function article15Sheet(
  facts: Article15Facts,
  record: Pick<RequestRecord, 'requesterName' | 'personName' | 'sendTo' | 'reference'>,
  world: LetterWorld,
  version: RequestLetterVersion = 'standard',
): Letter {
  const words = ARTICLE_15_WORDS[version]
  const addressee = {
    name: record.requesterName || record.personName,
    nameField: 'requesterName',
    address: record.sendTo,
  }
  const { dated, reference, from } = frameOf(world, addressee, record.reference)
  return {
    subject: 'How the data is used',
    dated,
    reference,
    from,
    to: [],
    greeting: [],
    paragraphs: [
      ...article15Paragraphs(facts, version),
      headed(words.complaints),
      ...(version === 'standard' ? [say`You can:`] : []),
      ...waysToComplain(world, version),
    ],
    signature: [],
    ...(version === 'easierRead' && { large: true }),
    basis: 'UK GDPR Art 15(1), Art 15(2); DPA 2018 ss.164A, 165',
    checks: [...article15Checks(facts)],
  }
}

/** What a letter says that has the sheet beside it. @source UK GDPR Art 15 */
export function article15Enclosed(version: RequestLetterVersion): readonly LetterParagraph[] {
  const words = ARTICLE_15_WORDS[version]
  const told: readonly (keyof Article15Words)[] = [
    'purposes',
    'categories',
    'recipients',
    'retention',
    'source',
    'automated',
    'transfers',
    'rights',
  ]
  return [
    version === 'standard'
      ? say`With it comes a sheet that tells you how the data is used:`
      : say`A sheet comes with this letter. It tells you:`,
    ...told.map((key) => point`${words[key] as string}`),
  ]
}

/** What to look at before this information goes out. @source UK GDPR Art 15; DPA 2018 Sch 2 */
export function article15Checks(facts: Article15Facts): readonly string[] {
  const { activities, disclosures, transfers: recorded } = facts
  const named = (records: readonly { readonly reference: string; readonly name: string }[]) =>
    records.map(({ reference, name }) => reference || name).join(', ')
  const untold = disclosures.filter((one) => isGivenOut(one) && isUntold(one))
  const open = disclosures.filter(({ decision }) => decision === null || decision === 'pending')
  const processor = activities.filter(({ role }) => role === 'processor')
  const retired = activities.filter(({ status }) => status === 'retired')
  const possible = recorded.filter(({ stage }) => stage === 'possible')
  return [
    ...(untold.length > 0
      ? [
          `${named(untold)} is left out under “${noticeItemLabel('N07')}”: the record says that the person is not told, or not yet. Leave it out only where an exemption holds.`,
        ]
      : []),
    ...(open.length > 0 ? [`${named(open)} is not decided yet: see whether anything was given out.`] : []),
    ...(processor.length > 0
      ? [
          `${named(processor)} is done for somebody else, who is the controller: the answer is theirs to give.`,
        ]
      : []),
    ...(retired.length > 0 ? [`${named(retired)} is retired: say how the data is used now.`] : []),
    ...(possible.length > 0
      ? [`${named(possible)} is noted as a possible transfer and is left out: find out whether it happens.`]
      : []),
    ...mechanismChecks(facts),
  ]
}

function headed(words: string): LetterParagraph {
  return { kind: 'heading', pieces: [words] }
}
