import { known } from '#shared/answer.ts'
import { type Activity, ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { type Article15Facts, noArticle15Facts } from '#shared/registers/requests/article15-facts.ts'
import { TermId } from '#shared/registers/vocabulary/term.schema.ts'

/** Words of a library by id, for activities made up in tests. */
const TERMS: Readonly<Record<string, string>> = {
  notes: 'Case notes',
  health: 'Health records',
  school: 'School',
  council: 'The council',
}
const term = (id: string) => TermId.parse(id)

/** An activity of which everything is known that Article 15 asks for. */
export function wholeActivity(change: Partial<Activity> = {}): Activity {
  const kept = known({
    trigger: 'End of service',
    period: { amount: 6, unit: 'years' as const },
    criterion: '',
    fate: 'erase' as const,
    authority: '',
  })
  const use = {
    peopleIds: [],
    sourceIds: [term('school')],
    retention: kept,
    onlyIf: '',
    note: '',
  }
  return {
    ...newActivity(ActivityId.parse('activity-1'), 'Case recording'),
    reference: 'NF-01',
    status: 'approved',
    purposes: [newPurpose('p', 'To record the care that was given')],
    data: [
      { ...use, id: 'd1', categoryId: term('notes'), dataClass: 'ordinary' },
      { ...use, id: 'd2', categoryId: term('health'), dataClass: 'special' },
    ],
    disclosures: [
      {
        id: 'r',
        recipientId: term('council'),
        capacity: 'controller',
        purpose: '',
        agreement: known('Contract'),
        onlyIf: '',
      },
    ],
    destinations: known([]),
    automatedDecisions: known({ kind: 'none', profiling: false, explanation: '', reviewOn: null }),
    ...change,
  }
}

/** What the register knows, from some activities; their last change has the number 41 in the trail. */
export function article15FactsOf(
  activities: readonly Activity[],
  change: Partial<Article15Facts> = {},
): Article15Facts {
  return {
    ...noArticle15Facts({ id: 'request-1', personName: '' }),
    activities,
    nameOfTerm: (id) => TERMS[id],
    revisionOf: () => 41,
    ...change,
  }
}
