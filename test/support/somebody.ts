import { NO_FACTS } from '#engine/cases/people/person-rows.ts'
import { CasePerson } from '#shared/cases/person.ts'

/** Somebody of a case about whom nothing is recorded yet, but for what is said. */
export function somebody(said: Partial<CasePerson>): CasePerson {
  return {
    ...CasePerson.parse({
      ...NO_FACTS,
      id: 1,
      name: 'Nora Field',
      letter: 'C',
      label: 'Person C',
      decision: null,
      exemption: '',
      because: '',
      decidedAt: null,
      decidedBy: '',
      forms: [],
    }),
    ...said,
  }
}
