import { ASSESSMENT_KINDS } from '#shared/law/assessment-kinds.ts'
import { BREACH_CAUSES, BREACH_KINDS } from '#shared/law/breach-causes.ts'
import { COMMISSIONER_OUTCOMES, PEOPLE_OUTCOMES } from '#shared/law/breaches/outcomes.ts'
import { citedSources } from '#shared/law/citations.ts'
import { type CodeListEntry, FROM_MEMORY } from '#shared/law/code-list.ts'
import { LAWFUL_BASES, RECOGNISED_INTERESTS } from '#shared/law/lawful-bases.ts'
import { RETENTION_FATES } from '#shared/law/retention-words.ts'
import { RIGHTS } from '#shared/law/rights.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { legalSource } from '#shared/law/sources.ts'
import { ARTICLE_10, SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import { OUTCOME_CHOICES as TEST_OUTCOMES } from '#shared/registers/transfers/transfer.choices.ts'
import { type Concept, conceptsOf, dpvConcepts } from './concept.ts'
import { MECHANISM_PLACES, RIGHT_MATCHES } from './places.ts'

const LEGAL_BASIS = ['dpv:LegalBasis']

const BROADER_BASES: Readonly<Record<string, readonly string[]>> = {
  '6-1-a': ['dpv:Consent'],
  '6-1-b': ['dpv:Contract'],
  '6-1-c': ['dpv:LegalObligation'],
  '6-1-d': ['dpv:VitalInterest'],
  '6-1-e': ['dpv:PublicInterest', 'dpv:OfficialAuthorityOfController'],
  '6-1-f': ['dpv:LegitimateInterest'],
}

const BREACH_KIND_MATCHES: Readonly<Record<string, string>> = {
  confidentiality: 'eu-gdpr:ConfidentialityBreach',
  integrity: 'eu-gdpr:IntegrityBreach',
  availability: 'eu-gdpr:AvailabilityBreach',
}

/** What stands for each code that records keep, list by list; made from the code lists of the law. */
export const CONCEPTS = {
  /** 6(1)(ea) is a basis of its own and no kind of (f): it has no broader basis in the Data Privacy Vocabulary. */
  lawfulBases: conceptsOf(LAWFUL_BASES, 'A', (code) => ({
    isA: LEGAL_BASIS,
    broader: BROADER_BASES[code] ?? LEGAL_BASIS,
    closeMatch: code === '6-1-ea' ? [] : [`eu-gdpr:A${code}`],
  })),
  recognisedInterests: conceptsOf(
    RECOGNISED_INTERESTS.map((entry) => ({ ...entry, check: entry.check ?? entry.checkDefinition })),
    '',
    () => ({ isA: LEGAL_BASIS, broader: ['dpouk:A6-1-ea'] }),
  ),
  article9: conceptsOf(SPECIAL_CATEGORY_CONDITIONS, 'A', (code) => ({
    isA: LEGAL_BASIS,
    broader: LEGAL_BASIS,
    closeMatch: code === ARTICLE_10 ? [] : [`eu-gdpr:A${code}`],
  })),
  schedule1: conceptsOf(SCHEDULE_1_CONDITIONS, '', () => ({ isA: LEGAL_BASIS, broader: LEGAL_BASIS })),
  mechanisms: conceptsOf(TRANSFER_MECHANISMS, '', (code) => MECHANISM_PLACES[code] ?? {}),
  rights: conceptsOf(RIGHTS, '', (code) => ({
    isA: ['dpv:Right'],
    broader: ['dpv:DataSubjectRight'],
    closeMatch: RIGHT_MATCHES[code] ?? [],
  })),
  breachKinds: conceptsOf(BREACH_KINDS, 'BREACH-', (code) => ({
    broader: ['eu-gdpr:DataBreach'],
    closeMatch: [BREACH_KIND_MATCHES[code]!],
  })),
  breachCauses: conceptsOf(BREACH_CAUSES, 'CAUSE-', () => ({})),
  commissionerOutcomes: conceptsOf(COMMISSIONER_OUTCOMES.map(asEntry), 'ICO-', (code) => ({
    isA: ['eu-gdpr:DataBreachNoticeRequirement'],
    broader: [
      code === 'report' ? 'eu-gdpr:DPABreachNotificationNeeded' : 'eu-gdpr:BreachNotificationNotNeeded',
    ],
  })),
  peopleOutcomes: conceptsOf(PEOPLE_OUTCOMES.map(asEntry), 'PEOPLE-', (code) => ({
    isA: ['eu-gdpr:DataBreachNoticeRequirement'],
    ...(code === 'tell' && { broader: ['eu-gdpr:DataSubjectBreachNotificationNeeded'] }),
  })),
  assessmentKinds: conceptsOf(ASSESSMENT_KINDS.map(withNote), 'ASSESS-', (code) => ({
    broader: ['dpv:Assessment'],
    ...(code === 'LIA' && { closeMatch: ['dpv:LegitimateInterestAssessment'] }),
    ...(code === 'DPIA' && { closeMatch: ['eu-gdpr:DPIAProcedure'] }),
  })),
  testOutcomes: conceptsOf(
    TEST_OUTCOMES.map(({ value, label }) =>
      asEntry({ value, label, hint: '', citation: 'UK GDPR Art 46(1A)' }),
    ),
    'TEST-',
    () => ({ broader: ['dpouk:DataProtectionTest'] }),
  ),
  fates: conceptsOf(RETENTION_FATES, 'FATE-', (code) =>
    code === 'delete' ? { closeMatch: ['dpv:StorageDeletion'] } : {},
  ),
  dataClasses: [
    ...dpvConcepts({ ordinary: 'dpv:PersonalData', special: 'dpv:SpecialCategoryPersonalData' }),
    criminalData(),
  ],
  roles: dpvConcepts({
    controller: 'dpv:DataController',
    jointController: 'dpv:JointDataControllers',
    processor: 'dpv:DataProcessor',
    subProcessor: 'dpv:DataSubProcessor',
    recipient: 'dpv:Recipient',
  }),
  dpiaNeeds: dpvConcepts({ yes: 'eu-gdpr:DPIARequired', no: 'eu-gdpr:DPIANotRequired' }),
} as const satisfies Readonly<Record<string, readonly Concept[]>>

export type ConceptList = keyof typeof CONCEPTS

const NAMES = new Map<ConceptList, ReadonlyMap<string, string>>(
  Object.entries(CONCEPTS).map(([list, concepts]) => [
    list as ConceptList,
    new Map(concepts.map(({ code, name }) => [code, name])),
  ]),
)

/** What stands for a code; a code the list does not know is kept under a name of its own, which the shapes refuse. */
export function nameOfCode(list: ConceptList, code: string): string {
  return NAMES.get(list)?.get(code) ?? `dpouk:unlisted/${encodeURIComponent(code.toWellFormed())}`
}

function criminalData(): Concept {
  const entry = SPECIAL_CATEGORY_CONDITIONS.find(({ code }) => code === ARTICLE_10)!
  const [concept] = conceptsOf([{ ...entry, code: 'CriminalOffenceData' }], '', () => ({
    broader: ['dpv:SensitivePersonalData'],
  }))
  return { ...concept!, code: 'criminal' }
}

function asEntry(outcome: { value: string; label: string; hint: string; citation: string }): CodeListEntry {
  const { value, label, hint, citation } = outcome
  const sources = citedSources(citation).map(({ source }) => source)
  const confirmed = !sources.every((source) => source && legalSource(source.id).standing === 'from memory')
  return { code: value, label, citation, note: hint, confirmed, check: confirmed ? null : FROM_MEMORY }
}

function withNote(kind: (typeof ASSESSMENT_KINDS)[number]): CodeListEntry {
  return { ...kind, note: kind.when }
}
