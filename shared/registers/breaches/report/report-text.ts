import {
  answerLines,
  changeWords,
  phaseWords,
  type ReportPaper,
  SEAL_BROKEN,
  standingWords,
} from './paper.ts'

type Section = ReportPaper['sections'][number]

/** A section to paste: each question, then its answer, nothing else. */
export function sectionText({
  title,
  answers,
}: {
  readonly title: string
  readonly answers: readonly Pick<Section['answers'][number], 'question' | 'text'>[]
}): string {
  const asked = answers.flatMap((answer) => ['', answer.question, ...answerLines(answer)])
  return `${[title, ...asked].join('\n')}\n`
}

/** The whole report as plain text, section by section; what changed since the last report is said under the answer. */
export function reportText(paper: ReportPaper): string {
  const { breach, organisation, regulator, phase, sent, sections, dropped, comparedWith } = paper
  const head = [
    `Personal data breach report ${breach.reference}`,
    `${phaseWords(phase)} to the ${regulator}`,
    standingWords(paper),
    ...(paper.sealHolds === false ? [SEAL_BROKEN] : []),
    ...(organisation ? [organisation] : []),
    ...(sent?.reference ? [`The Commissioner’s reference: ${sent.reference}`] : []),
  ]
  const body = sections.flatMap(({ title, answers }) => [
    '',
    '',
    title,
    '='.repeat(title.length),
    ...answers.flatMap((answer) => {
      const changed = changeWords(answer, comparedWith)
      return ['', answer.question, ...answerLines(answer), ...(changed ? [`[${changed}]`] : [])]
    }),
  ])
  const gone = dropped.flatMap(({ question, text }) => ['', question, ...answerLines({ text })])
  const tail = gone.length > 0 ? ['', '', 'No longer asked; the last report said', ...gone] : []
  return `${[...head, ...body, ...tail].join('\n')}\n`
}
