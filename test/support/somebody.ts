import { CasePerson } from '#shared/cases/person.ts'

/** Somebody of a case about whom nothing is recorded yet, but for what is said. */
export function somebody(said: Partial<CasePerson>): CasePerson {
  return {
    ...CasePerson.parse({
      id: 1,
      name: 'Nora Field',
      letter: 'C',
      label: 'Person C',
      role: null,
      capacity: null,
      describedAs: '',
      consentAskedOn: null,
      consentAnswer: null,
      consentOn: null,
      consentNote: '',
      knownAlready: '',
      factorInformation: '',
      factorConfidence: '',
      factorSteps: '',
      factorCapable: '',
      factorRefusal: '',
      harmOpinionBy: '',
      harmOpinionOn: null,
      harmOpinionSays: null,
      isProtected: false,
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
