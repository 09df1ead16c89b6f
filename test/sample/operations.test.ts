import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { gapContext } from '#shared/law/gaps/context.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { NO_NOTICES, readNotices } from './notices.ts'
import { noticeOf } from './seeds-map.ts'

const sample = buildSample()
const context = gapContext(sample, PlainDate.parse('2026-11-22'))
const REGISTERS = ['breaches', 'retention', 'disposals', 'consents', 'preferences', 'suppressions'] as const
const records = REGISTERS.flatMap((register) =>
  sample.described[register].map((record) => ({ register, record })),
)

/** What the notices say of retention, breaches and marketing: row, notice, words, and the register that holds it. */
const ROWS: readonly (readonly [row: number, notice: string, quote: string, register: DescribedName])[] = [
  [146, '000', 'Retention timescales set by customers', 'retention'],
  [147, '000', 'for as long as someone might legally bring a claim against us', 'retention'],
  [148, '000', 'based on our legal and regulatory requirements', 'retention'],
  [149, '001', 'For as long as we have reasonable business needs', 'retention'],
  [150, '004', 'kept on our live system for up to 1 years', 'retention'],
  [151, '004', 'required to keep records for a longer period', 'retention'],
  [152, '003', 'retained for a limited period of time, depending on the service', 'retention'],
  [153, '002', 'How long we will hold your information', 'retention'],
  [154, '000', 'it can no longer be associated with you', 'disposals'],
  [
    176,
    '000',
    'accidentally lost, used or accessed in an unauthorised way, altered or disclosed',
    'breaches',
  ],
  [177, '000', 'procedures to deal with any suspected data security breach', 'breaches'],
  [178, '001', 'processes to deal with any suspected personal data breaches', 'breaches'],
  [179, '003', 'training for our staff allows us to make them aware', 'breaches'],
  [180, '003', 'how and when to report when something goes wrong', 'breaches'],
  [181, '004', 'secure electronic and paper records and access is restricted', 'breaches'],
  [182, '001', 'they are subject to a duty of confidentiality', 'breaches'],
  [183, '001', 'you have not opted out of receiving that marketing', 'preferences'],
  [184, '001', 'this will not apply to personal data provided to us as a result', 'preferences'],
  [185, '001', 'periodically send promotional emails about new products', 'preferences'],
  [186, '001', 'Our website uses cookie', 'consents'],
  [187, '001', 'Enter a competition, promotion or survey', 'consents'],
  [188, '003', 'ask us to stop sending you information about our services', 'preferences'],
  [189, '004', 'Receiving communications from us by Email/text/Phone/Post', 'preferences'],
  [190, '004', 'explicitly provided your prior consent', 'preferences'],
  [191, '004', 'clicking the unsubscribe link at the end of our marketing emails', 'preferences'],
  [192, '004', 'marketing communications by post unless you have told us', 'preferences'],
  [193, '004', 'Your details will be kept on a list so that we can contact you', 'suppressions'],
  [194, '004', 'YOU NEED TO ADD RELEVANT BOXES', 'preferences'],
  [195, '004', 'how you can withdraw your consent if you change your mind', 'consents'],
  [196, '004', 'contact details and background information of other members of your family', 'consents'],
]

describe('retention, breaches and marketing in the sample', () => {
  test.each(ROWS)('row %i of notice %s is held: %s (%s)', (_, notice, quote, register) => {
    const proofs = sample.described[register].flatMap(({ evidence }) => evidence)
    expect(
      proofs.filter((proof) => proof.quote === quote && noticeOf(proof.document) === notice),
    ).toHaveLength(1)
  })

  test('quotes are literal and short', ({ skip }) => {
    const proofs = records.flatMap(({ record }) => record.evidence)
    expect(proofs.filter(({ quote }) => quote.split(/\s+/).length > 25)).toEqual([])
    if (NO_NOTICES) return skip(NO_NOTICES)
    const notices = readNotices()
    expect(
      proofs.filter(({ document, quote }) => !notices.get(noticeOf(document) ?? '')?.includes(quote)),
    ).toEqual([])
  })

  test('invented people are marked as invented', () => {
    const cases = records.filter(({ register }) => register !== 'retention')
    const unmarked = cases.filter(({ record }) => !/invented|to be determined/.test(record.notes))
    expect(unmarked.map(({ record }) => record.name)).toEqual([])
  })

  test.each([
    ['retention', 'Information about people who use the service', 'schedule-without-limit'],
    ['retention', 'Records of Children’s Services', 'schedule-without-limit'],
    ['retention', 'Case records on the live system', 'schedule-kept-too-long'],
    [
      'breaches',
      'Unknown sign-ins to an account that holds a council’s referrals',
      'breach-controller-untold',
    ],
    ['consents', 'Story for a leaflet, family F-118', 'consent-withdrawal-not-acted-on'],
    ['preferences', 'Newsletter reader P-77', 'preference-suppressed'],
    ['preferences', 'Family F-131', 'preference-family-soft-opt-in'],
    ['suppressions', 'Robin Model', 'suppression-kept-unexplained'],
  ] as const)('%s “%s” raises %s', (register, name, rule) => {
    const record = sample.described[register].find((one) => one.name === name)!
    expect(gapsOfRecord(register, record, context).map(({ ruleId }) => ruleId)).toContain(rule)
  })
})
