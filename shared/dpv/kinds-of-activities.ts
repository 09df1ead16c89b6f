import type { Kind } from './kinds.ts'

const ONE = {} as const
const MANY = { many: true } as const
const NAMED = { needed: true } as const
const OPEN = {
  toBeDetermined: MANY,
  doesNotApply: { to: ['exclusions'], many: true },
} as const

const to = (...kinds: readonly string[]) => ({ to: kinds, many: true }) as const

/** Activities, and the parts of which they are made. */
export const ACTIVITY_KINDS = {
  activities: {
    className: 'dpouk:ActivityRecord',
    called: 'processing activity',
    types: ['dpv:Process'],
    uses: {
      label: NAMED,
      identifier: ONE,
      description: ONE,
      state: { words: ['draft', 'in review', 'approved', 'retired'], needed: true },
      role: { of: 'roles', needed: true },
      hasResponsibleEntity: { to: ['organisations'], asked: true },
      hasDataController: to('organisations'),
      hasJointDataControllers: to('organisations'),
      hasDataProcessor: to('organisations'),
      businessFunction: { to: ['functions'] },
      underContract: to('contracts'),
      hasPurpose: to('purposes'),
      hasDataSubject: to('people'),
      hasPersonalData: to('uses'),
      hasRecipient: to('disclosures'),
      hasTransfer: { ...to('destinations'), asked: true },
      isImplementedUsingTechnology: to('systems'),
      hasTechnicalOrganisationalMeasure: to('measures'),
      securityDescription: ONE,
      automation: { words: ['none', 'decision support', 'solely automated'], asked: true },
      profiling: ONE,
      needed: { of: 'dpiaNeeds', asked: true },
      progress: { words: ['not started', 'under way', 'completed', 'not needed'] },
      obligation: { words: ['statutory', 'contractual', 'optional', 'mixed'], asked: true },
      essence: ONE,
      hasRight: { of: 'rights', many: true },
      onlyIf: ONE,
      reviewOn: ONE,
      related: to('activities'),
      partOf: { to: ['register'], needed: true },
      ...OPEN,
    },
  },
  purposes: {
    className: 'dpouk:PurposeRecord',
    called: 'purpose',
    types: ['dpv:Purpose'],
    uses: {
      description: ONE,
      hasLegalBasis: { of: 'lawfulBases', asked: true },
      basisNote: ONE,
      hasRecognisedInterest: { of: 'recognisedInterests' },
      legitimateInterest: ONE,
      hasApplicableLaw: to('statutes'),
      hasArticle9Condition: { of: 'article9', many: true },
      hasSchedule1Condition: { of: 'schedule1', many: true },
      ...OPEN,
    },
  },
  uses: {
    className: 'dpouk:DataUse',
    called: 'use of data',
    types: ['dpv:PersonalData'],
    uses: {
      category: { to: ['data'] },
      dataClass: { of: 'dataClasses', needed: true },
      hasDataSubject: to('people'),
      hasDataSource: to('sources'),
      hasStorageCondition: { to: ['periods'], asked: true },
      onlyIf: ONE,
      ...OPEN,
    },
  },
  periods: {
    className: 'dpouk:RetentionPeriod',
    called: 'retention period',
    types: ['dpv:StorageCondition'],
    uses: {
      trigger: ONE,
      periodAmount: ONE,
      periodUnit: { words: ['days', 'months', 'years'] },
      criterion: ONE,
      fate: {
        words: ['erase', 'anonymise', 'archive', 'return to customer', 'review', 'unknown'],
        needed: true,
      },
      authority: ONE,
    },
  },
  disclosures: {
    className: 'dpouk:DisclosureRecord',
    called: 'disclosure',
    types: ['dpv:Recipient'],
    uses: {
      category: { to: ['recipients'] },
      role: { of: 'roles', asked: true },
      description: ONE,
      agreement: { asked: true },
      onlyIf: ONE,
      ...OPEN,
    },
  },
  destinations: {
    className: 'dpouk:Destination',
    called: 'transfer of an activity',
    types: [],
    uses: {
      place: ONE,
      hasCountry: { country: true, asked: true },
      hasDataImporter: { to: ['recipients'] },
      hasLegalBasis: { of: 'mechanisms', asked: true },
      safeguards: { asked: true },
      ...OPEN,
    },
  },
  exclusions: {
    className: 'dpouk:DoesNotApply',
    called: 'property that does not apply',
    types: [],
    uses: { aboutProperty: NAMED, because: NAMED },
  },
} as const satisfies Readonly<Record<string, Kind>>
