import type {
  FormKind,
  PersonDecision,
  PersonLine,
  PersonCapacity,
  PersonRole,
} from '#shared/cases/person.ts'
import { countOf } from '#shared/count-words.ts'

/** Who somebody is to the person who asks, in words. */
export const ROLES: Readonly<Record<PersonRole, string>> = {
  subject: 'The person the request is about',
  child: 'Another child',
  relative: 'Relative',
  carer: 'Carer',
  socialWorker: 'Social worker',
  health: 'Health professional',
  education: 'Education worker',
  professional: 'Other professional',
  referrer: 'Referrer or reporter',
  volunteer: 'Volunteer',
  other: 'Somebody else',
}

/** In what capacity the documents speak of somebody. */
export const CAPACITIES: Readonly<Record<PersonCapacity, string>> = {
  official: 'Official: in a public role',
  paid: 'Paid for the service',
  private: 'Private',
}

/** What a form is. */
export const FORM_KINDS: Readonly<Record<FormKind, string>> = {
  name: 'Name',
  alias: 'Another name',
  email: 'E-mail',
  phone: 'Telephone',
  postcode: 'Postcode',
  address: 'Address',
  dateOfBirth: 'Date of birth',
  nhs: 'NHS number',
  nino: 'National Insurance number',
  upn: 'Unique pupil number',
  caseNumber: 'Case number',
}

/** What is decided about somebody, in a word; the person whose data it is needs no decision. */
export function decisionWord({ decision, role }: Pick<PersonLine, 'decision' | 'role'>): string {
  if (decision === null) return role === 'subject' ? 'Whose data it is' : 'Not decided'
  return decision === 'withhold' ? 'Removed' : 'Stays'
}

/** "412 times in 96 documents". */
export const timesIn = ({ hits, documents }: Pick<PersonLine, 'hits' | 'documents'>): string =>
  hits === 0 ? 'not found in the documents' : `${countOf(hits, 'time')} in ${countOf(documents, 'document')}`

/** What a decision did: "Person B is removed: 412 marks on 130 pages; 12 pages decided before are to be looked at again." */
export function doneInWords(
  name: string,
  decision: PersonDecision | null,
  { marks, pages, reopened }: { marks: number; pages: number; reopened: number },
): string {
  const again =
    reopened === 0
      ? ''
      : `; ${countOf(reopened, 'page')} decided before ${reopened === 1 ? 'is' : 'are'} to be looked at again`
  const what =
    decision === 'withhold'
      ? `is removed: ${countOf(marks, 'mark')} on ${countOf(pages, 'page')}`
      : decision === 'disclose'
        ? 'stays'
        : 'is not decided any more'
  return `${name} ${what}${again}.`
}
