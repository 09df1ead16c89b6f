import { known, TO_BE_DETERMINED } from '#shared/answer.ts'
import { aDisclosure, aPurpose, contractId, day, termId } from '#test/law/world.ts'
import {
  type Case,
  council,
  special,
  fostering,
  recognised,
  safeguarding,
  processor,
  joint,
  automated,
  purposes,
  data,
  goes,
} from './case.ts'

/** One case for each rule about recipients, transfers, places, roles, transparency and reviews. */
export const SHARING_CASES: readonly Case[] = [
  {
    rule: 'processor-without-agreement',
    raises: { disclosures: [aDisclosure({ capacity: 'processor' })] },
    message: /“Courts” is a processor/,
    but: { disclosures: [aDisclosure({ capacity: 'processor', agreement: known('DPA 7') })] },
  },
  {
    rule: 'joint-recipient-without-agreement',
    raises: { disclosures: [aDisclosure({ capacity: 'jointController' })] },
    message: /joint controller/,
    but: {},
  },
  {
    rule: 'recipient-capacity-unknown',
    raises: { disclosures: [aDisclosure({ capacity: 'unknown' })] },
    message: /controller or processor/,
    but: {},
  },
  {
    rule: 'abroad-without-destination',
    raises: { disclosures: [aDisclosure({ recipientId: termId('mail-service') })] },
    message: /United States/,
    but: {
      disclosures: [aDisclosure({ recipientId: termId('mail-service') })],
      ...goes({ place: 'United States of America', mechanism: known('US-BRIDGE') }),
    },
  },
  {
    rule: 'destination-place-vague',
    raises: goes({ place: 'outside the EEA' }),
    message: /outside the EEA/,
    but: goes({}),
  },
  {
    rule: 'mechanism-missing',
    raises: goes({ mechanism: TO_BE_DETERMINED }),
    message: /France/,
    but: goes({}),
  },
  {
    rule: 'safeguards-document-missing',
    raises: goes({ place: 'India', mechanism: known('IDTA') }),
    message: /India/,
    but: goes({ place: 'India', mechanism: known('IDTA'), safeguards: known('IDTA 2') }),
  },
  {
    rule: 'exception-without-document',
    raises: goes({ place: 'India', mechanism: known('D49-cli') }),
    message: /exceptional/,
    but: goes({ place: 'India', mechanism: known('D49-e') }),
  },
  {
    rule: 'approval-not-listed',
    raises: goes({ place: 'India' }),
    message: /India is not on the list/,
    but: goes({ place: 'usa', mechanism: known('US-BRIDGE'), note: 'On the list' }),
  },
  {
    rule: 'approval-partial',
    raises: goes({ place: 'Canada' }),
    message: /PIPEDA/,
    but: goes({ place: 'Canada', note: 'Checked' }),
  },
  {
    rule: 'exception-for-authority',
    raises: { organisationId: council, ...goes({ place: 'India', mechanism: known('D49-a') }) },
    message: /public powers/,
    but: goes({ place: 'India', mechanism: known('D49-a') }),
  },
  { rule: 'systems-missing', raises: { systemIds: [] }, message: /held/, but: {} },
  {
    rule: 'system-location-missing',
    raises: { systemIds: [termId('survey-tool')] },
    message: /Survey tool/,
    but: {},
  },
  { rule: 'location-old', raises: { systemIds: [termId('old-archive')] }, message: /1 May 2018/, but: {} },
  {
    rule: 'joint-arrangement-missing',
    raises: { ...joint, jointArrangement: TO_BE_DETERMINED },
    message: /No arrangement/,
    but: joint,
  },
  {
    rule: 'joint-arrangement-empty',
    raises: {
      ...joint,
      jointArrangement: known({ essence: '', contactPoint: '', document: '', agreedOn: null }),
    },
    message: /essence/,
    but: joint,
  },
  {
    rule: 'processor-without-contract',
    raises: { ...processor, contractIds: [] },
    message: /No contract/,
    but: processor,
  },
  {
    rule: 'processor-without-instructions',
    raises: { ...processor, contractIds: [contractId('open')] },
    message: /Contract open/,
    but: processor,
  },
  {
    rule: 'role-differs-from-contract',
    raises: { ...processor, contractIds: [contractId('controllers')] },
    message: /says processor.*says controller/,
    but: processor,
  },
  {
    rule: 'contracts-all-ended',
    raises: { contractIds: [contractId('ended')] },
    message: /has ended/,
    but: { contractIds: [contractId('ended'), contractId('fostering')] },
  },
  {
    rule: 'condition-contract-missing',
    raises: { onlyIf: 'Only if the contract requires it' },
    message: /no contract is linked/,
    but: { onlyIf: 'Only if the contract requires it', contractIds: fostering },
  },
  {
    rule: 'automated-decisions-undetermined',
    raises: { automatedDecisions: TO_BE_DETERMINED },
    message: /automated/,
    but: { ...processor, automatedDecisions: TO_BE_DETERMINED },
  },
  {
    rule: 'automated-decisions-unexplained',
    raises: { automatedDecisions: automated('solely automated') },
    message: /not explained/,
    but: { automatedDecisions: automated('decision support') },
  },
  {
    rule: 'automated-on-recognised-interest',
    raises: { automatedDecisions: automated('solely automated', 'Score'), ...purposes(recognised) },
    message: /recognised/,
    but: { automatedDecisions: automated('decision support', 'Score'), ...purposes(recognised) },
  },
  {
    rule: 'automated-on-special-data',
    raises: {
      automatedDecisions: automated('solely automated', 'Score'),
      ...data(special),
      ...purposes(aPurpose({ article9: ['9-2-h'] })),
    },
    message: /special category/,
    but: {
      automatedDecisions: automated('solely automated', 'Score'),
      ...data(special),
      ...purposes(safeguarding),
    },
  },
  {
    rule: 'automated-decisions-review-overdue',
    raises: {
      automatedDecisions: known({
        kind: 'none',
        profiling: false,
        explanation: '',
        reviewOn: day('2026-11-21'),
      }),
    },
    message: /21 November 2026/,
    but: {
      automatedDecisions: known({
        kind: 'none',
        profiling: false,
        explanation: '',
        reviewOn: day('2026-11-22'),
      }),
    },
  },
  {
    rule: 'obligation-to-provide-undetermined',
    raises: { obligationToProvide: TO_BE_DETERMINED },
    message: /must give/,
    but: { ...processor, obligationToProvide: TO_BE_DETERMINED },
  },
  {
    rule: 'statute-not-in-force',
    raises: purposes(aPurpose({ statuteIds: [termId('working-together-2015')] })),
    message: /superseded guidance/,
    but: purposes(aPurpose({ statuteIds: [termId('children-act-1989')] })),
  },
  {
    rule: 'statute-unchecked',
    raises: purposes(aPurpose({ statuteIds: [termId('social-protection-law')] })),
    message: /Social protection law/,
    but: purposes(aPurpose({ statuteIds: [termId('children-act-1989')] })),
  },
  { rule: 'owner-missing', raises: { owner: ' ' }, message: /No owner/, but: {} },
  { rule: 'review-date-missing', raises: { reviewOn: null }, message: /No review date/, but: {} },
  {
    rule: 'review-overdue',
    raises: { reviewOn: day('2026-11-21') },
    message: /21 November 2026/,
    but: { reviewOn: day('2026-11-22') },
  },
  {
    rule: 'condition-without-words',
    raises: { onlyIf: 'if necessary' },
    message: /“if necessary”/,
    but: { onlyIf: 'only if a court orders it' },
  },
  {
    rule: 'approved-with-errors',
    raises: { status: 'approved', purposes: [], peopleIds: [] },
    message: /2 errors remain/,
    but: { status: 'approved' },
  },
]
