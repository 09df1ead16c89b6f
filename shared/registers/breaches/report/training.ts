import { formatDay, addMonths, ukDayOf } from '#shared/time/plain-date.ts'
import { type Prefilled, type ReportFacts, said } from './report-facts.ts'

/** How far back the form looks, in months. */
const MONTHS_BACK = 24

/** The training of the last two years that the register holds evidence of, the latest first. @source UK GDPR Art 39(1)(b) */
export function trainingGiven({ trainings, now }: ReportFacts): Prefilled {
  const since = addMonths(ukDayOf(now), -MONTHS_BACK)
  const counted = trainings
    .filter(({ kind, doneOn }) => kind === 'training' && doneOn !== null && doneOn >= since)
    .toSorted((one, other) => (one.doneOn! > other.doneOn! ? -1 : 1))
  return said(
    counted.map(({ name, doneOn, peopleDone, peopleExpected }) => {
      const reach =
        peopleDone === null
          ? ''
          : `: ${peopleDone}${peopleExpected === null ? '' : ` of ${peopleExpected}`} people`
      return `${name}, ${formatDay(doneOn!)}${reach}`
    }),
    counted.map(({ id, reference }) => ({
      label: `Training evidence ${reference}`,
      register: 'evidence',
      record: id,
      field: null,
    })),
  )
}
