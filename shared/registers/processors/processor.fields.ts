import type { z } from 'zod'
import {
  choice,
  country,
  day,
  items,
  line,
  link,
  links,
  number,
  passage,
  type ShapeOf,
  term,
  yesNo,
} from '#shared/described/field.ts'
import {
  AT_THE_END,
  AUTHORISATION_CHOICES,
  CLAUSE_ANSWERS,
  CLAUSE_CHOICES,
  CONTRACT_CHOICES,
  DIRECTION_CHOICES,
  JUDGEMENTS,
  OUR_PART_CHOICES,
  PART_CHOICES,
  PLACE_USES,
  RISK_CHOICES,
  STAGE_CHOICES,
} from './processor.choices.ts'

/** Who it is and what it does. */
const WHO_FIELDS = {
  kind: choice('What it is', PART_CHOICES, {
    hint: 'In most of what it does; each activity may say otherwise below.',
    citation: 'UK GDPR Art 4(7), 4(8)',
  }),
  direction: choice('Who works for whom', DIRECTION_CHOICES),
  stage: choice('Stage', STAGE_CHOICES),
  partnerId: link('Organisation in the register', 'organisations', { relation: 'other' }),
  recipientId: term('Recipient in the library', 'recipients', {
    hint: 'Activities that name this recipient are then counted as its own.',
    citation: 'UK GDPR Art 30(1)(d)',
  }),
  country: country('Country it is established in'),
  contact: line('Contact for data protection'),
  services: passage('Services, and for whom'),
  roles: items(
    'Part played in each activity',
    {
      activityIds: links('Activities', 'activities'),
      ourPart: choice('The organisation is', OUR_PART_CHOICES),
      theirPart: choice('It is', PART_CHOICES),
      what: line('With which data, for what'),
    },
    { called: 'what', hint: 'The same company may be processor in one activity and controller in another.' },
  ),
} as const

/** The contract. @source UK GDPR Art 28(3) */
const CONTRACT_FIELDS = {
  contractState: choice('Contract', CONTRACT_CHOICES, { citation: 'UK GDPR Art 28(3)' }),
  contractReference: line('Number or place of the contract'),
  contractOwner: line('Owner of the contract', { hint: 'The person here who buys, renews and ends it.' }),
  signedOn: day('Signed on'),
  startsOn: day('Runs from'),
  endsOn: day('Runs until'),
  renews: yesNo('Renews by itself'),
  noticeDays: number('Notice period in days', {
    hint: 'Notice is due this many days before it ends or renews.',
  }),
  clauses: items(
    'Article 28, clause by clause',
    {
      clause: choice('Clause', CLAUSE_CHOICES),
      answer: choice('Does the contract say so?', CLAUSE_ANSWERS),
      because: line('Because'),
      page: line('Page or clause of the contract'),
      note: line('Note'),
    },
    {
      called: 'clause',
      hint: 'Quicker on the page “Article 28”, with y, p, n and the page number.',
      citation: 'UK GDPR Art 28(2)-(4)',
    },
  ),
} as const

/** The sub-processor chain. @source UK GDPR Art 28(2), Art 28(4) */
const CHAIN_FIELDS = {
  authorisation: choice('Authorisation of sub-processors', AUTHORISATION_CHOICES, {
    citation: 'UK GDPR Art 28(2)',
  }),
  changeNoticeDays: number('Days in which to object to a change', { citation: 'UK GDPR Art 28(2)' }),
  subProcessors: items(
    'Sub-processors',
    {
      processorId: link('Sub-processor', 'processors'),
      what: line('For what'),
      authorised: yesNo('Authorised'),
      authorisedOn: day('Authorised on'),
      sameTerms: yesNo('Bound by the same terms'),
    },
    { called: 'processorId', citation: 'UK GDPR Art 28(2), 28(4)' },
  ),
  changeNotices: items(
    'Changes announced',
    {
      change: line('Change'),
      toldOn: day('Told on'),
      objectBy: day('Object by'),
      decision: line('Decision', { hint: 'Empty while it is open.' }),
    },
    { called: 'change', citation: 'UK GDPR Art 28(2)' },
  ),
} as const

/** What shows that it can be trusted. @source UK GDPR Art 28(1) */
const GUARANTEE_FIELDS = {
  checkedOn: day('Due diligence finished on', { citation: 'UK GDPR Art 28(1)' }),
  checkedBy: line('Checked by'),
  dueDiligence: items(
    'Due diligence',
    {
      question: line('Question'),
      answer: line('Answer'),
      judgement: choice('Judgement', JUDGEMENTS),
      proof: line('Proof'),
    },
    { called: 'question', citation: 'UK GDPR Art 28(1)' },
  ),
  certificates: items(
    'Certificates',
    {
      name: line('Certificate'),
      number: line('Number'),
      issuedBy: line('Issued by'),
      expiresOn: day('Expires on'),
    },
    { called: 'name' },
  ),
  locations: items(
    'Where the data is and from where it is seen',
    {
      country: country('Country'),
      use: choice('For what', PLACE_USES),
      asOf: day('As last known on'),
      note: line('Note'),
    },
    { called: 'country', hint: 'Remote support access from abroad counts too.', citation: 'UK GDPR Art 44A' },
  ),
} as const

/** Breaches, the end, and looking again. */
const LATER_FIELDS = {
  breachNoticeHours: number('Tells of a breach within (hours)', { citation: 'UK GDPR Art 33(2), 28(3)(f)' }),
  breachContact: line('Where it reports breaches to'),
  atTheEnd: choice('At the end the data is', AT_THE_END, { citation: 'UK GDPR Art 28(3)(g)' }),
  endedOn: day('Ended on'),
  endProof: line('Proof of return or deletion'),
  endProofOn: day('Proof dated'),
  risk: choice('Risk', RISK_CHOICES),
  riskReason: line('Why'),
  reviewOn: day('Review next on'),
  reviews: items(
    'Reviews so far',
    { on: day('On'), by: line('By'), outcome: line('Outcome') },
    { called: 'outcome' },
  ),
} as const

/** Every field of the register. */
export const PROCESSOR_FIELDS = {
  ...WHO_FIELDS,
  ...CONTRACT_FIELDS,
  ...CHAIN_FIELDS,
  ...GUARANTEE_FIELDS,
  ...LATER_FIELDS,
} as const

/** What is recorded of a processor or recipient besides its name. */
export type ProcessorFacts = z.infer<z.ZodObject<ShapeOf<typeof PROCESSOR_FIELDS>>>
