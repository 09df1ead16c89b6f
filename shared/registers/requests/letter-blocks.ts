import { findCode } from '#shared/law/code-list.ts'
import { plainReason } from '#shared/law/exemptions/plain-reasons.ts'
import { REFUSAL_EXEMPTIONS, REFUSAL_GROUNDS } from '#shared/law/request-words.ts'
import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { point, say, taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import { article15Enclosed, article15Paragraphs } from './article15.ts'
import { complainToRegulator, complainToUs, goToCourt } from './letter-complaints.ts'
import { whatWasDone, whatWasDoneInPart } from './letter-done.ts'
import type { RequestLetterFacts } from './letter-facts.ts'
import type { ParagraphsName } from './templates/placeholders.ts'

type Block = (facts: RequestLetterFacts) => readonly LetterParagraph[]

/**
 * The paragraphs that stand in a letter for each placeholder of its own.
 *
 * @source UK GDPR Art 12, Art 12A, Art 15; DPA 2018 ss.164A, 165, 167
 */
export const LETTER_BLOCKS: Readonly<Record<ParagraphsName, Block>> = {
  whenAnswered,
  questions,
  searched,
  reasons,
  whatWasDone,
  whatWasDoneInPart,
  article15: ({ record, article15, version }) =>
    isAboutAccess(record) ? article15Paragraphs(article15, version) : [],
  article15Enclosed: ({ record, version }) => (isAboutAccess(record) ? article15Enclosed(version) : []),
  complainToUs: ({ world, version }) => complainToUs(world, version),
  complainToRegulator: ({ world, version }) => complainToRegulator(world, version),
  goToCourt: ({ version }) => goToCourt(version),
}

const isAboutAccess = ({ right }: RequestLetterFacts['record']) => right === 'R-ACCESS' || right === null

function whenAnswered({ clock, version }: RequestLetterFacts): readonly LetterParagraph[] {
  if (clock === null)
    return version === 'standard'
      ? [say`We will do what you ask without undue delay, and tell you when it is done.`]
      : [say`We do what you ask as soon as we can.`, say`We tell you when it is done.`]
  if (clock.waiting)
    return [
      say`The law gives us one month. ${
        clock.waiting.for === 'clarification'
          ? 'That time stands still until we have your answer.'
          : 'That time begins on the day on which we have what we asked you for.'
      }`,
    ]
  const due = takenDay('Last day for the answer', 'the clock', clock.due)
  return version === 'standard'
    ? [say`We will answer without undue delay, and by ${due} at the latest.`]
    : [say`We will answer by ${due}.`, say`We will answer sooner if we can.`]
}

function questions({ record: { clarifications } }: RequestLetterFacts): readonly LetterParagraph[] {
  const label = 'Question about what is asked for'
  const open = clarifications.filter(({ answeredOn }) => answeredOn === null)
  return open.length > 0
    ? open.map(({ what }) => point`${taken(label, 'clarifications', what)}`)
    : [point`${taken(label, 'clarifications', null)}`]
}

/** The search record where there is one, or else what the request says; a right without a search has none. */
function searched({ record, searchStatement }: RequestLetterFacts): readonly LetterParagraph[] {
  if (searchStatement) return searchStatement
  if (record.searched.trim() === '' && !isAboutAccess(record) && record.outcome !== 'noData') return []
  return [say`We searched:`, say`${taken('What was searched', 'searched', record.searched)}`]
}

/** Reasons, in the words of the record, with the grounds and exemptions they rest on. */
function reasons({ record }: RequestLetterFacts): readonly LetterParagraph[] {
  const grounds = record.grounds.flatMap((code) => {
    const ground = findCode(REFUSAL_GROUNDS, code)
    return ground ? [`${ground.label} (${ground.citation})`] : []
  })
  const exemptions = record.exemptions.flatMap((code) => {
    const exemption = findCode(REFUSAL_EXEMPTIONS, code)
    if (!exemption || record.exemptionsUnsaid.includes(code)) return []
    const { label, citation } = exemption
    return [`${plainReason(code) ?? `${label}.`} (${label}: ${citation})`]
  })
  return [
    say`${taken('Reasons', 'reasons', record.reasons)}`,
    ...grounds.map((ground) => point`${taken('Ground', 'grounds', ground)}`),
    ...exemptions.map((exemption) => point`${taken('Exemption', 'exemptions', exemption)}`),
  ]
}
