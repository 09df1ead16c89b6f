import { horizontalBars } from '#shared/charts/chart.ts'
import { DESCRIBED } from '#shared/described/all.ts'
import { type Deadline, type DeadlineContext, dayOf } from '#shared/described/deadline.ts'
import { DescribedName } from '#shared/described/names.ts'
import { assessments } from '#shared/registers/assessments/assessment.register.ts'
import { deadlinesOfActivity } from '#shared/registers/activities/activity.deadlines.ts'
import { deadlinesOfContract } from '#shared/registers/contracts/contract.deadlines.ts'
import { deadlinesOfOrganisation } from '#shared/registers/organisations/organisation.deadlines.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { AnnualPart } from './annual-part.ts'
import { isIn, lastDay, type Period } from './period.ts'
import { counted, share } from './sums.ts'

/** The clocks that have parts of their own. */
const ELSEWHERE: readonly DescribedName[] = ['requests', 'complaints', 'breaches']

/** How the registers were kept up: what was approved, what is due for review and was not looked at. */
export function upkeepPart(
  content: RegisterContent,
  period: Period,
  today: PlainDate,
  context: DeadlineContext,
): AnnualPart {
  const end = lastDay(period, today)
  const dated = datesByRegister(content, context)
  const overdue = dated.map(({ label, deadlines }) => ({
    label,
    value: deadlines.filter((deadline) => dayOf(deadline) < end).length,
  }))
  const { activities } = content
  const approved = activities.filter(({ status }) => status === 'approved').length
  const made = content.described.assessments.filter((record) =>
    isIn(period, assessments.schema.parse(record).approvedOn),
  )
  return {
    heading: 'How the records are kept',
    citation: 'UK GDPR Articles 5(2), 24, 30 and 35',
    figures: [
      ['Processing activities', counted(activities.length)],
      ['Approved', share(approved, activities.length)],
      ['Assessments approved in the period', counted(made.length)],
      ...DescribedName.options
        .filter((name) => !ELSEWHERE.includes(name))
        .map((name) => [DESCRIBED[name].label, counted(content.described[name].length)] as const),
      [
        'Dates that have passed and still stand open',
        counted(overdue.reduce((sum, { value }) => sum + value, 0)),
      ],
    ],
    compared: [],
    charts: [
      horizontalBars(
        { title: 'Reviews and other dates that have passed', unit: 'dates', heading: 'Register' },
        overdue.filter(({ value }) => value > 0),
      ),
    ],
    late: [],
  }
}

type Dated = { readonly label: string; readonly deadlines: readonly Deadline[] }

function datesByRegister(content: RegisterContent, context: DeadlineContext): readonly Dated[] {
  const described = DescribedName.options
    .filter((name) => !ELSEWHERE.includes(name))
    .map((name) => ({
      label: DESCRIBED[name].label,
      deadlines: content.described[name].flatMap(
        (record) => DESCRIBED[name].deadlines?.(record, context) ?? [],
      ),
    }))
  return [
    { label: 'Processing activities', deadlines: content.activities.flatMap(deadlinesOfActivity) },
    { label: 'Contracts', deadlines: content.contracts.flatMap(deadlinesOfContract) },
    { label: 'Organisations', deadlines: content.organisations.flatMap(deadlinesOfOrganisation) },
    ...described,
  ]
}
