import type { z } from 'zod'
import { PersonFacts } from '#shared/cases/person.ts'
import { describedAsOf } from '#shared/cases/people/labels.ts'
import { AppError } from '#shared/errors.ts'
import type { casePeopleProcedures } from '#shared/registers/cases/case-people.contract.ts'
import { recordChange, type Step } from '../changes.ts'
import { refuseWhileBusy } from '../marks/alone.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { nameOf } from './decide-person.ts'
import { takeLetter } from './letters.ts'
import { factsOf, keptFacts, labelOfRow, type PersonRow, personRow } from './person-rows.ts'

type Changes = z.output<(typeof casePeopleProcedures)['cases.changePerson']['input']>['changes']

/**
 * Changes what is weighed about somebody, in one step to undo. The label follows the role until somebody words it, and
 * goes onto all marks. Throws `rule` where somebody withheld would become the person who asks.
 */
export function changePerson(store: CaseStore, person: number, changes: Changes, who: Who): void {
  refuseWhileBusy(store)
  const row = personRow(store, person)
  const old = factsOf(row)
  const facts = PersonFacts.parse({ ...old, ...changes })
  if (facts.role === 'subject' && row.decision === 'withhold')
    throw new AppError(
      'rule',
      `${nameOf(row)} is withheld. Take that decision back first, then say whose data it is.`,
    )
  if (changes.role !== undefined && changes.describedAs === undefined && isUnworded(old))
    facts.describedAs = describedAsOf(facts.role)
  const letter = row.letter === '' && facts.role !== 'subject' ? takeLetter(store) : row.letter
  const after: PersonRow = { ...row, letter, name: facts.name, facts: keptFacts(facts) }
  const [before, now] = [labelOfRow(row), labelOfRow(after)]
  recordChange(
    store,
    { ...who, says: `Changed ${nameOf(after)}` },
    [saidStep(after), ...relabel(person, before, now)],
    [saidStep(row), ...relabel(person, now, before)],
  )
}

/** Whether the label still says what the role says of itself. */
const isUnworded = ({ describedAs, role }: PersonFacts) =>
  describedAs.trim() === '' || describedAs === describedAsOf(role)

const saidStep = ({ id, letter, name, facts }: PersonRow): Step => ({
  sql: 'update people set letter = ?, name = ?, facts = ? where id = ?',
  values: [letter, name, facts, id],
})

/** Marks that say the label say the new one; those that were worded by hand keep theirs. */
function relabel(person: number, from: string, to: string): Step[] {
  if (from === to) return []
  return [{ sql: 'update marks set label = ? where person = ? and label = ?', values: [to, person, from] }]
}
