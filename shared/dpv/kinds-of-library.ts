import type { Kind } from './kinds.ts'

const ONE = {} as const
const MANY = { many: true } as const
const NAMED = { needed: true } as const

function word(className: string, called: string, type: string, uses: Kind['uses'] = {}): Kind {
  return {
    className: `dpouk:${className}`,
    called,
    types: type === '' ? [] : [type],
    uses: {
      label: NAMED,
      description: ONE,
      synonym: MANY,
      closeMatch: MANY,
      deprecatedOn: ONE,
      partOf: { to: ['register'], needed: true },
      ...uses,
    },
  }
}

const WHERE = { place: ONE, hasCountry: { country: true } } as const

/** The register itself, its organisations and contracts, and the words of its library. */
export const LIBRARY_KINDS = {
  register: {
    className: 'dpouk:Register',
    called: 'register',
    types: ['dpv:ROPA'],
    uses: {
      label: NAMED,
      identifier: NAMED,
      created: NAMED,
      asAt: ONE,
      revision: NAMED,
      chainHead: NAMED,
      conformsTo: { many: true, needed: true },
    },
  },
  organisations: {
    className: 'dpouk:OrganisationRecord',
    called: 'organisation',
    types: ['dpv:LegalEntity'],
    uses: {
      name: NAMED,
      synonym: MANY,
      relation: { words: ['own', 'customer', 'partner'], needed: true },
      isSubsidiaryOf: { to: ['organisations'] },
      companyNumber: ONE,
      charityNumber: ONE,
      feeRegistration: ONE,
      nation: { words: ['england-and-wales', 'scotland', 'northern-ireland'] },
      publicAuthority: { asked: true },
      toBeDetermined: MANY,
      doesNotApply: { to: ['exclusions'], many: true },
      partOf: { to: ['register'], needed: true },
    },
  },
  contracts: {
    className: 'dpouk:ContractRecord',
    called: 'contract',
    types: [],
    uses: {
      label: NAMED,
      identifier: ONE,
      hasResponsibleEntity: { to: ['organisations'] },
      hasCustomer: { to: ['organisations'] },
      subject: ONE,
      startsOn: ONE,
      endsOn: ONE,
      roleForDataReceived: { of: 'roles', asked: true },
      roleForDataCreated: { of: 'roles', asked: true },
      toBeDetermined: MANY,
      doesNotApply: { to: ['exclusions'], many: true },
      partOf: { to: ['register'], needed: true },
    },
  },
  people: word('PeopleTerm', 'category of people', 'dpv:DataSubject'),
  data: word('DataTerm', 'category of data', 'dpv:PersonalData', { dataClass: { of: 'dataClasses' } }),
  sources: word('SourceTerm', 'source', 'dpv:DataSource'),
  recipients: word('RecipientTerm', 'recipient', 'dpv:Recipient', { ...WHERE, citation: ONE }),
  systems: word('SystemTerm', 'system or store', 'dpv:Technology', {
    ...WHERE,
    medium: { words: ['electronic', 'paper'] },
  }),
  measures: word('MeasureTerm', 'measure', 'dpv:TechnicalOrganisationalMeasure'),
  statutes: word('StatuteTerm', 'statute or instrument', 'dpv:Law', {
    citation: ONE,
    standing: { words: ['in force', 'superseded', 'guidance', 'superseded guidance', 'unspecified'] },
  }),
  functions: word('FunctionTerm', 'business function', ''),
} as const satisfies Readonly<Record<string, Kind>>
