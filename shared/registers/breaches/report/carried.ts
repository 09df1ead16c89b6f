import { type Prefilled, type ReportFacts, said } from './report-facts.ts'

/**
 * What was typed for an earlier breach in answer to a question about the organisation, not about the breach: the size
 * or sector seldom change. Blank when there is nothing to take over.
 */
export function carriedFrom({ others }: ReportFacts, code: string): Prefilled {
  const typed = others
    .toSorted((one, other) => (one.reference > other.reference ? -1 : 1))
    .flatMap(({ id, reference, reportAnswers }) =>
      reportAnswers
        .filter((item) => item.id === code && item.answer.trim() !== '' && item.state !== 'notKnown')
        .map(({ answer }) => ({ id, reference, answer })),
    )[0]
  if (!typed) return said([], [])
  return said(
    [typed.answer],
    [
      {
        label: `Typed for ${typed.reference}`,
        register: 'breaches',
        record: typed.id,
        field: 'reportAnswers',
      },
    ],
  )
}
