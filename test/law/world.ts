import { known, notApplicable } from '#shared/answer.ts'
import { gapContext, type GapContext, type GapRecords } from '#shared/law/gaps/context.ts'
import type { Gap } from '#shared/law/gaps/gap.ts'
import { gapsOf } from '#shared/law/gaps/rules.ts'
import { noDescribedRecords } from '#shared/records/register-content.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { newPurpose, type Purpose, type RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import {
  type Activity,
  ActivityId,
  type DataUse,
  type Destination,
  type Disclosure,
  newActivity,
} from '#shared/registers/activities/activity.schema.ts'
import {
  ContractId,
  type CustomerContract,
  newContract,
} from '#shared/registers/contracts/contract.schema.ts'
import {
  newOrganisation,
  type Organisation,
  OrganisationId,
} from '#shared/registers/organisations/organisation.schema.ts'
import { newTerm, type Term, TermId, type VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The day on which all cases play. */
export const TODAY = day('2026-11-22')

export function day(text: string): PlainDate {
  return PlainDate.parse(text)
}

export const organisationId = (id: string) => OrganisationId.parse(id)
export const contractId = (id: string) => ContractId.parse(id)
export const termId = (id: string) => TermId.parse(id)
export const activityId = (id: string) => ActivityId.parse(id)

/** A term; its id is its name in small letters with dashes. */
export function aTerm(vocabulary: VocabularyName, name: string, change: Partial<Term> = {}): Term {
  return { ...newTerm(termId(name.toLowerCase().replaceAll(/\W+/g, '-')), vocabulary, name), ...change }
}

const TERMS: readonly Term[] = [
  aTerm('people', 'Parents'),
  aTerm('people', 'Children'),
  aTerm('people', 'Residents', { synonyms: ['Looked-after children'] }),
  aTerm('data', 'Name and address'),
  aTerm('data', 'Health data', { dataClass: 'special' }),
  aTerm('data', 'Convictions', { dataClass: 'criminal' }),
  aTerm('data', 'DBS checks'),
  aTerm('data', 'Income and bank details'),
  aTerm('data', 'Disability benefits', { dataClass: 'special' }),
  aTerm('data', 'Any other information'),
  aTerm('sources', 'The person'),
  aTerm('recipients', 'Courts', { country: 'United Kingdom' }),
  aTerm('recipients', 'Mail service', { country: 'United States' }),
  aTerm('systems', 'Case system', { location: 'London', locationAsOf: day('2026-01-10') }),
  aTerm('systems', 'Old archive', { location: 'UK data centres', locationAsOf: day('2018-05-01') }),
  aTerm('systems', 'Survey tool'),
  aTerm('measures', 'Access control'),
  aTerm('statutes', 'Children Act 1989', { standing: 'in force' }),
  aTerm('statutes', 'Working Together 2015', { standing: 'superseded guidance' }),
  aTerm('statutes', 'Social protection law'),
]

/** A body about which everything is said. */
export function anOrganisation(id: string, change: Partial<Organisation> = {}): Organisation {
  return {
    ...newOrganisation(organisationId(id), `The ${id}`, 'own'),
    address: '1 High Street',
    email: `${id}@example.org`,
    icoRegistration: known({ number: 'Z1234567', expiresOn: day('2027-06-01') }),
    publicAuthority: known(false),
    charity: known(false),
    dataProtectionOfficer: known({
      role: 'DPO',
      name: '',
      email: 'dpo@example.org',
      telephone: '',
      address: '',
    }),
    ...change,
  }
}

/** A contract with a customer about which everything is said. */
export function aContract(id: string, change: Partial<CustomerContract> = {}): CustomerContract {
  return {
    ...newContract(contractId(id), `Contract ${id}`),
    organisationId: organisationId('provider'),
    customerId: organisationId('council'),
    roleForDataReceived: known('processor'),
    roleForDataCreated: known('controller'),
    retentionAfterClosure: known('Six years, then returned'),
    instructions: known('Schedule 4'),
    ...change,
  }
}

const RECORDS: GapRecords = {
  organisations: [
    anOrganisation('provider'),
    anOrganisation('council', { publicAuthority: known(true) }),
    anOrganisation('stranger', { address: '', email: '', telephone: '' }),
  ],
  contracts: [
    aContract('fostering'),
    aContract('ended', { endsOn: day('2026-03-31') }),
    aContract('open', {
      instructions: { state: 'toBeDetermined' },
      retentionAfterClosure: { state: 'toBeDetermined' },
    }),
    aContract('controllers', {
      roleForDataReceived: known('controller'),
      roleForDataCreated: known('controller'),
    }),
  ],
  terms: TERMS,
  activities: [],
  described: noDescribedRecords(),
  settings: DEFAULT_SETTINGS,
}

/** What the rules may know in the cases, with records added to it. */
export function aContext(more: Partial<GapRecords> = {}): GapContext {
  return gapContext(
    {
      organisations: [...RECORDS.organisations, ...(more.organisations ?? [])],
      contracts: [...RECORDS.contracts, ...(more.contracts ?? [])],
      terms: [...RECORDS.terms, ...(more.terms ?? [])],
      activities: more.activities ?? [],
      described: more.described ?? noDescribedRecords(),
      settings: more.settings ?? DEFAULT_SETTINGS,
    },
    TODAY,
  )
}

/** A purpose that rests on consent, as everything asks that consent asks. */
export function aPurpose(change: Partial<Purpose> = {}): Purpose {
  return {
    ...newPurpose('purpose-1', 'Send the newsletter'),
    basis: known('6-1-a'),
    basisNote: 'People sign up.',
    ...change,
  }
}

export const SIX_YEARS: RetentionRule = {
  trigger: 'end of service',
  period: { amount: 6, unit: 'years' },
  criterion: '',
  fate: 'erase',
  authority: 'Limitation Act 1980',
}

export function aDataUse(change: Partial<DataUse> = {}): DataUse {
  return {
    id: 'data-1',
    categoryId: termId('name-and-address'),
    dataClass: 'ordinary',
    peopleIds: [],
    sourceIds: [termId('the-person')],
    retention: known(SIX_YEARS),
    onlyIf: '',
    note: '',
    ...change,
  }
}

export function aDisclosure(change: Partial<Disclosure> = {}): Disclosure {
  return {
    id: 'disclosure-1',
    recipientId: termId('courts'),
    capacity: 'controller',
    purpose: '',
    agreement: { state: 'toBeDetermined' },
    onlyIf: '',
    ...change,
  }
}

export function aDestination(change: Partial<Destination> = {}): Destination {
  return {
    id: 'destination-1',
    place: 'France',
    recipientId: null,
    mechanism: known('ADEQUACY'),
    safeguards: { state: 'toBeDetermined' },
    note: '',
    ...change,
  }
}

/** An activity of a private provider about which everything is said: no rule is raised. */
export function anActivity(change: Partial<Activity> = {}): Activity {
  return {
    ...newActivity(activityId('newsletter'), 'Newsletter'),
    organisationId: organisationId('provider'),
    owner: 'Head of communications',
    reviewOn: day('2027-05-01'),
    purposes: [aPurpose()],
    peopleIds: [termId('parents')],
    data: [aDataUse()],
    disclosures: [aDisclosure()],
    destinations: known([]),
    systemIds: [termId('case-system')],
    measureIds: [termId('access-control')],
    automatedDecisions: known({
      kind: 'none',
      profiling: false,
      explanation: '',
      reviewOn: day('2027-05-01'),
    }),
    dpia: known({ needed: false, progress: 'not needed', reference: '', reason: 'Low risk' }),
    consentRecord: known('Mailing list'),
    obligationToProvide: notApplicable('Nobody has to subscribe'),
    retentionPolicy: known({ document: 'Retention schedule', followed: true, reasonsIfNot: '' }),
    breaches: known({ occurred: false, reference: '' }),
    ...change,
  }
}

/** The ids of the rules an activity raises, those set aside left out. */
export function raisedBy(activity: Activity, context: GapContext = aContext()): readonly string[] {
  return gapsOf(activity, context)
    .filter(({ waived }) => waived === null)
    .map(({ ruleId }) => ruleId)
}

/** The gaps one rule raised. */
export function gapsFrom(rule: string, gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ ruleId }) => ruleId === rule)
}
