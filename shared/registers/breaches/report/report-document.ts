import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { Entry, Fact, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { footerOf } from '#shared/registers/reports/document-stamp.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import {
  answerLines,
  changeWords,
  type PaperAnswer,
  phaseWords,
  type ReportPaper,
  SEAL_BROKEN,
  standingWords,
} from './paper.ts'

/** A report as a document to print. Pure: no fonts, no pages. Its title names the reference, never a person. */
export function reportDocument(paper: ReportPaper, stamp: Stamp): RecordDocument {
  const { breach, regulator, phase, organisation, sent, sections } = paper
  return {
    title: `Breach report ${breach.reference}: ${standingWords(paper)}`,
    subtitle: phaseWords(phase),
    basis: `Personal data breach report to the ${regulator}, UK GDPR Art 33`,
    cover: cover(paper, stamp),
    explanation: sent
      ? 'The answers are those that were kept when the report was recorded as sent; later changes of the record do not touch them. “Not known yet” may follow in phases (UK GDPR Art 33(4)). The questions are those of the Commissioner’s form in our words.'
      : 'Made from the record as it stands. “Not known yet” is an answer and may follow in phases (UK GDPR Art 33(4)). The questions are those of the Commissioner’s form in our words: notes beginning “Check” say which were not confirmed.',
    parts: [
      {
        heading: `${phaseWords(phase)}, ${breach.reference}`,
        citation: 'UK GDPR Art 33(3), 33(4)',
        organisations: [
          {
            name: organisation || 'Organisation not recorded',
            facts: [],
            entries: [...sections.map((section) => entryOf(section, paper)), ...droppedEntry(paper)],
          },
        ],
      },
    ],
    footer: footerOf(stamp),
    empty: 'No question is asked.',
  }
}

function cover(paper: ReportPaper, stamp: Stamp): readonly Fact[] {
  const { breach, organisation, sent, comparedWith, due, missing } = paper
  const fact = (label: string, ...lines: readonly string[]): Fact => ({ label, lines })
  return [
    fact('Standing', standingWords(paper)),
    fact('Reference', breach.reference),
    fact('Organisation', organisation || 'Not recorded'),
    ...(due ? [fact('The 72 hours end', formatUkMoment(due))] : []),
    ...(paper.sealHolds === false ? [fact('Warning', SEAL_BROKEN)] : []),
    ...(sent ? sentFacts(sent) : []),
    ...(comparedWith ? [fact('Compared with', `The report of ${formatUkMoment(comparedWith)}`)] : []),
    ...missing.map(({ part, words, questions }) =>
      fact(
        `Open, Art 33(3)(${part})`,
        words,
        ...questions.map(({ question, state }) => `${question}: ${STATE_WORDS[state]}`),
      ),
    ),
    fact('Made', formatInstant(stamp.madeAt)),
    fact('Register', stamp.registerName),
    fact('Chain head', stamp.chain.head.replaceAll(/(.{8})(?=.)/gu, '$1 ')),
  ]
}

const STATE_WORDS = { notKnown: 'not known yet', blank: 'no answer yet', notAsked: 'not asked' } as const

function sentFacts(sent: NonNullable<ReportPaper['sent']>): readonly Fact[] {
  const { sentBy, channel, reference, lateBecause, recordedAt, sha256 } = sent
  const facts = [
    ['Sent by', sentBy],
    ['Channel', channel],
    ['The Commissioner’s reference', reference],
    ['Reasons for the delay', lateBecause],
    ['Recorded', formatInstant(recordedAt)],
    ['Seal (SHA-256)', sha256.replaceAll(/(.{8})(?=.)/gu, '$1 ')],
  ] as const
  return facts.flatMap(([label, text]) => (text ? [{ label, lines: answerLines({ text }) }] : []))
}

function entryOf({ title, answers }: ReportPaper['sections'][number], paper: ReportPaper): Entry {
  const changed = answers.filter((answer) => changeWords(answer, paper.comparedWith) !== null).length
  const settled = answers.filter(({ state }) => state === 'answered').length
  const summary = [
    `${settled} of ${answers.length} answered`,
    ...(changed > 0 ? [`${changed} changed since the last report`] : []),
  ].join(' · ')
  const passages = answers.map((answer) => ({
    label: answer.question,
    lines: linesOf(answer, paper),
  }))
  return {
    id: title,
    reference: '',
    name: title,
    build: () => ({
      summary,
      description: '',
      groups: [{ heading: '', citation: '', blocks: [{ kind: 'facts', facts: passages }] }],
    }),
  }
}

function linesOf(answer: PaperAnswer, { sent, comparedWith }: ReportPaper): readonly string[] {
  const changed = changeWords(answer, comparedWith)
  // What is left to check on the form is for those who still fill it in.
  const check = sent ? '' : answer.check
  return [...answerLines(answer), ...(changed ? [`› ${changed}`] : []), ...(check ? [`Check: ${check}`] : [])]
}

function droppedEntry({ dropped, comparedWith }: ReportPaper): readonly Entry[] {
  if (dropped.length === 0 || !comparedWith) return []
  const facts = dropped.map(({ question, text }) => ({ label: question, lines: answerLines({ text }) }))
  return [
    {
      id: 'dropped',
      reference: '',
      name: 'No longer asked',
      build: () => ({
        summary: `What the report of ${formatUkMoment(comparedWith)} said`,
        description: '',
        groups: [{ heading: '', citation: '', blocks: [{ kind: 'facts', facts }] }],
      }),
    },
  ]
}
