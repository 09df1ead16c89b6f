/** What the values of a property are: another thing, a text, a day, a moment, a whole number, or yes or no. */
export type ValueKind = 'iri' | 'text' | 'day' | 'moment' | 'number' | 'yesNo'

/** A property as documents name it: the property it stands for, what it holds, and what ours mean. */
export type Property = {
  readonly name: string
  readonly is: ValueKind
  /** What a property of the extension means, and the property of another vocabulary that it narrows. */
  readonly means?: string
  readonly narrows?: string
}

const iri = (name: string): Property => ({ name, is: 'iri' })
const text = (name: string): Property => ({ name, is: 'text' })
const ours = (name: string, is: ValueKind, means: string, narrows?: string): Property => ({
  name: `dpouk:${name}`,
  is,
  means,
  ...(narrows && { narrows }),
})

/** Every property an export uses, by the key it has in the documents. */
export const PROPERTIES = {
  label: text('rdfs:label'),
  name: text('dpv:hasName'),
  identifier: text('dct:identifier'),
  description: text('dct:description'),
  synonym: text('skos:altLabel'),
  closeMatch: iri('skos:closeMatch'),
  created: { name: 'dct:created', is: 'moment' },
  conformsTo: iri('dct:conformsTo'),
  partOf: iri('dct:isPartOf'),
  related: iri('dct:relation'),
  replaces: iri('dct:replaces'),
  citation: text('dct:bibliographicCitation'),

  hasResponsibleEntity: iri('dpv:hasResponsibleEntity'),
  hasDataController: iri('dpv:hasDataController'),
  hasJointDataControllers: iri('dpv:hasJointDataControllers'),
  hasDataProcessor: iri('dpv:hasDataProcessor'),
  hasPurpose: iri('dpv:hasPurpose'),
  hasLegalBasis: iri('dpv:hasLegalBasis'),
  hasPersonalData: iri('dpv:hasPersonalData'),
  hasDataSubject: iri('dpv:hasDataSubject'),
  hasDataSource: iri('dpv:hasDataSource'),
  hasRecipient: iri('dpv:hasRecipient'),
  hasDataExporter: iri('dpv:hasDataExporter'),
  hasDataImporter: iri('dpv:hasDataImporter'),
  hasStorageCondition: iri('dpv:hasStorageCondition'),
  hasTechnicalOrganisationalMeasure: iri('dpv:hasTechnicalOrganisationalMeasure'),
  isImplementedUsingTechnology: iri('dpv:isImplementedUsingTechnology'),
  hasApplicableLaw: iri('dpv:hasApplicableLaw'),
  hasAssessment: iri('dpv:hasAssessment'),
  hasCountry: iri('dpv:hasCountry'),
  hasProcess: iri('dpv:hasProcess'),
  hasRight: iri('dpv:hasRight'),
  isSubsidiaryOf: iri('dpv:isSubsidiaryOf'),

  asAt: ours('asAt', 'day', 'The day at whose end the register is shown.'),
  revision: ours('revision', 'number', 'How many revisions the register had.'),
  chainHead: ours('chainHead', 'text', 'The last link of the chain of revisions, a SHA-256.'),
  toBeDetermined: ours(
    'toBeDetermined',
    'iri',
    'A property that should be stated here, and is not known yet.',
  ),
  doesNotApply: ours('doesNotApply', 'iri', 'A property that does not apply here, with the reason.'),
  aboutProperty: ours('aboutProperty', 'iri', 'The property that does not apply.'),
  because: ours('because', 'text', 'The reason.'),
  role: ours('role', 'iri', 'The part played by the organisation of the record, or by a recipient.'),
  relation: ours('relation', 'text', 'What an organisation is to the keeper of the register.'),
  state: ours('state', 'text', 'How far a record or a matter is, in the words of the register.'),
  nation: ours('nation', 'text', 'The part of the United Kingdom whose bank holidays count.'),
  publicAuthority: ours('publicAuthority', 'yesNo', 'Whether the organisation is a public authority.'),
  companyNumber: ours('companyNumber', 'text', 'Its number in the register of companies.'),
  charityNumber: ours('charityNumber', 'text', 'Its number in the register of charities.'),
  feeRegistration: ours(
    'feeRegistration',
    'text',
    'Its number in the Commissioner’s register of fee payers.',
  ),
  businessFunction: ours('businessFunction', 'iri', 'The business function an activity belongs to.'),
  underContract: ours('underContract', 'iri', 'The contract under which an activity takes place.'),
  hasCustomer: ours('hasCustomer', 'iri', 'The customer of a contract.', 'dpv:hasServiceConsumer'),
  subject: ours('subject', 'text', 'What a contract is about.'),
  roleForDataReceived: ours(
    'roleForDataReceived',
    'iri',
    'The own part for data that the customer hands over.',
  ),
  roleForDataCreated: ours('roleForDataCreated', 'iri', 'The own part for data created in the service.'),
  hasArticle9Condition: ours(
    'hasArticle9Condition',
    'iri',
    'The condition of UK GDPR Art 9(2) or Art 10 that is met.',
    'dpv:hasLegalBasis',
  ),
  hasSchedule1Condition: ours(
    'hasSchedule1Condition',
    'iri',
    'The condition of DPA 2018 Schedule 1 that is met.',
    'dpv:hasLegalBasis',
  ),
  hasRecognisedInterest: ours(
    'hasRecognisedInterest',
    'iri',
    'The condition of UK GDPR Annex 1 on which a recognised legitimate interest rests.',
    'dpv:hasLegalBasis',
  ),
  legitimateInterest: ours('legitimateInterest', 'text', 'The legitimate interest that is pursued.'),
  basisNote: ours('basisNote', 'text', 'How the lawful basis is met.'),
  category: ours('category', 'iri', 'The word of the library that a use of data or a recipient goes by.'),
  dataClass: ours('dataClass', 'iri', 'The class the law puts the data in.'),
  onlyIf: ours('onlyIf', 'text', 'The condition under which it takes place.'),
  agreement: ours('agreement', 'text', 'The agreement under which data is disclosed.'),
  hasTransfer: ours('hasTransfer', 'iri', 'A transfer out of the United Kingdom.'),
  place: ours('place', 'text', 'A place as it was written.'),
  safeguards: ours('safeguards', 'text', 'The document that holds the safeguards.'),
  securityDescription: ours('securityDescription', 'text', 'The security measures in general.'),
  trigger: ours('trigger', 'text', 'What the time runs from.'),
  periodAmount: ours('periodAmount', 'number', 'How many days, months or years.'),
  periodUnit: ours('periodUnit', 'text', 'Days, months or years; a month is never a number of days.'),
  criterion: ours('criterion', 'text', 'What decides where there is no fixed period.'),
  fate: ours('fate', 'text', 'What happens at the end of the time an activity sets.'),
  hasFate: ours('hasFate', 'iri', 'What happens at the end of the time the schedule sets.'),
  authority: ours('authority', 'text', 'The law, contract or policy that sets the time.'),
  authorityKind: ours('authorityKind', 'text', 'What kind of thing sets the time.'),
  automation: ours('automation', 'text', 'How far decisions about people are automated.'),
  profiling: ours('profiling', 'yesNo', 'Whether there is profiling.'),
  progress: ours('progress', 'text', 'How far an assessment is.'),
  needed: ours('needed', 'iri', 'Whether a data protection impact assessment is needed.'),
  obligation: ours('obligation', 'text', 'Whether people must provide the data.'),
  medium: ours('medium', 'text', 'How a system or store holds data.'),
  standing: ours('standing', 'text', 'Whether an instrument is law in force.'),
  deprecatedOn: ours('deprecatedOn', 'day', 'Since when a word is no longer chosen.'),
  essence: ours('essence', 'text', 'The essence of an arrangement, as people are told it.'),
  duty: ours('duty', 'text', 'A duty that joint controllers settled between them.'),
  hasDuty: ours('hasDuty', 'iri', 'Who does what under an arrangement.'),
  hasSubProcessor: ours('hasSubProcessor', 'iri', 'A processor it uses in turn.', 'dpv:hasDataProcessor'),
  contractState: ours('contractState', 'text', 'How far the contract is.'),
  signedOn: ours('signedOn', 'day', 'The day it was signed or agreed.'),
  startsOn: ours('startsOn', 'day', 'The day it begins.'),
  endsOn: ours('endsOn', 'day', 'The day it ends.'),
  reviewOn: ours('reviewOn', 'day', 'The day it is to be looked at again.'),
  madeOn: ours('madeOn', 'day', 'The day it was made.'),
  approvedOn: ours('approvedOn', 'day', 'The day it was approved.'),
  way: ours('way', 'text', 'How data gets abroad.'),
  restricted: ours('restricted', 'yesNo', 'Whether all three questions of the ICO’s test are answered yes.'),
  testMadeOn: ours('testMadeOn', 'day', 'The day the data protection test was made.'),
  testOutcome: ours('testOutcome', 'iri', 'What the data protection test found.'),
  assessmentKind: ours('assessmentKind', 'iri', 'Which kind of assessment it is.'),
  outcome: ours('outcome', 'text', 'How it ended, in the words of the register.'),
  residualRisk: ours('residualRisk', 'text', 'The risk that is left for people.'),
  receivedOn: ours('receivedOn', 'day', 'The day it came.'),
  sentOn: ours('sentOn', 'day', 'The day it was answered.'),
  closedOn: ours('closedOn', 'day', 'The day nothing more was to be done.'),
  breachKind: ours('breachKind', 'iri', 'What was lost.'),
  breachCause: ours('breachCause', 'iri', 'What caused it.'),
  risk: ours('risk', 'text', 'The risk to people.'),
  nearMiss: ours('nearMiss', 'yesNo', 'Whether it was noticed before it was a breach.'),
  commissionerDecision: ours(
    'commissionerDecision',
    'iri',
    'What was decided about telling the Commissioner.',
  ),
  peopleDecision: ours('peopleDecision', 'iri', 'What was decided about telling the people.'),
  happenedFrom: ours('happenedFrom', 'moment', 'When it happened or began.'),
  noticedAt: ours('noticedAt', 'moment', 'When it was first noticed.'),
  awareAt: ours('awareAt', 'moment', 'When the organisation became aware.'),
  containedAt: ours('containedAt', 'moment', 'When it was contained.'),
  reportedAt: ours('reportedAt', 'moment', 'When it was reported to the Commissioner.'),
  peopleToldAt: ours('peopleToldAt', 'moment', 'When the people were told.'),
  peopleFrom: ours('peopleFrom', 'number', 'How many people at least.'),
  peopleTo: ours('peopleTo', 'number', 'How many people at most.'),
} as const satisfies Readonly<Record<string, Property>>

export type PropertyKey = keyof typeof PROPERTIES

const KEYS = new Map<string, PropertyKey>(
  Object.entries(PROPERTIES).map(([key, { name }]) => [name, key as PropertyKey]),
)

/** The key a property has in the documents, or `undefined` when no export uses it. */
export function keyOfProperty(name: string): PropertyKey | undefined {
  return KEYS.get(name)
}
