import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { gapContext } from '#shared/law/gaps/context.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { standingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { NO_NOTICES, readNotices } from './notices.ts'
import { noticeOf, SEEDS_MAP } from './seeds-map.ts'

const TODAY = PlainDate.parse('2026-11-22')
const sample = buildSample()
const context = gapContext(sample, TODAY)
const REGISTERS = ['processors', 'transfers', 'arrangements', 'disclosures'] as const
const records = REGISTERS.flatMap((register) =>
  sample.described[register].map((record) => ({ register, record })),
)
const quotes = records.flatMap(({ record }) => record.evidence)

/** Rows of the map that speak of recipients, processors, transfers and joint controllers, and who holds them. */
const HELD: readonly (readonly [number, (typeof REGISTERS)[number]])[] = [
  [7, 'arrangements'],
  [8, 'processors'],
  [9, 'processors'],
  [10, 'processors'],
  ...[114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 131, 132].map(
    (row) => [row, 'processors'] as const,
  ),
  [121, 'disclosures'],
  [130, 'arrangements'],
  [130, 'processors'],
  [132, 'disclosures'],
  [133, 'disclosures'],
  ...[133, 134, 135, 136, 137, 138].map((row) => [row, 'processors'] as const),
  [139, 'disclosures'],
  ...[140, 141, 142, 143, 144, 145].map((row) => [row, 'transfers'] as const),
  [140, 'processors'],
  [143, 'processors'],
  [144, 'processors'],
]

describe('recipients, transfers, arrangements and disclosures of the sample', () => {
  test.each(HELD)('row %i of the map is held by a record of %s', (row, register) => {
    const { notice, quote } = SEEDS_MAP.find((one) => one.row === row)!
    const proofs = sample.described[register].flatMap(({ evidence }) => evidence)
    const found = proofs.filter((one) => noticeOf(one.document) === notice && one.quote.includes(quote))
    expect(found).not.toEqual([])
  })

  test('are quoted literally, in 25 words or fewer', ({ skip }) => {
    expect(quotes.length).toBeGreaterThan(60)
    expect(quotes.filter(({ quote }) => quote.split(/\s+/).length > 25)).toEqual([])
    if (NO_NOTICES) return skip(NO_NOTICES)
    const notices = readNotices()
    expect(
      quotes.filter(({ document, quote }) => !notices.get(noticeOf(document) ?? '')?.includes(quote)),
    ).toEqual([])
  })

  test('say of each record without a notice that it is a worked example', () => {
    const bare = records.filter(({ record }) => record.evidence.length === 0)
    expect(bare.length).toBeGreaterThan(5)
    for (const { record } of bare) expect(record.notes, record.name).toContain('Worked example')
  })

  test.each([
    ['Hosting in data centres in the United Kingdom', 'home'],
    ['Website statistics and marketing to Meta Platforms, Inc.', 'nothing'],
    ['Website statistics and marketing to Google Ireland Limited', 'adequate'],
    ['Support from India for the case system', 'mechanismInDate'],
    ['Surveys after support calls, in the United States', 'mechanismWithoutTest'],
    ['Translation of letters in Canada', 'adequate'],
    ['Transcription of interviews in the Philippines', 'nothing'],
  ])('“%s” stands as %s', (name, standing) => {
    const transfer = sample.described.transfers.find((one) => one.name === name) as unknown as Transfer
    expect(standingOf(transfer, TODAY)?.standing).toBe(standing)
  })

  test.each([
    ['processors', 'Supplier of the case system', 'processor-clause-missing'],
    ['processors', 'Supplier of the case system', 'sub-processor-not-authorised'],
    ['processors', 'Supplier of the case system', 'processor-certificate-expired'],
    ['processors', 'Supplier of the case system', 'recipient-abroad-without-transfer'],
    ['processors', 'Provider of esafe monitoring on council laptops', 'processor-contract-missing'],
    ['processors', 'Former scanning company', 'processor-end-without-proof'],
    ['processors', 'Meta Platforms, Inc.', 'recipient-part-not-settled'],
    ['transfers', 'Website statistics and marketing to Meta Platforms, Inc.', 'transfer-us-unchecked'],
    ['transfers', 'Hosting in data centres in the United Kingdom', 'transfer-location-old'],
    ['transfers', 'Surveys after support calls, in the United States', 'transfer-test-overdue'],
    ['arrangements', 'Services delivered jointly with a customer', 'arrangement-essence-missing'],
  ] as const)('%s “%s” raises %s', (register, name, rule) => {
    expect(rulesOn(register, name)).toContain(rule)
  })

  test('the arrangement that is whole raises nothing', () => {
    expect(rulesOn('arrangements', 'Family support with the county')).toEqual([])
  })
})

function rulesOn(register: DescribedName, name: string): readonly string[] {
  const record = sample.described[register].find((one) => one.name === name)!
  return gapsOfRecord(register, record, context).map(({ ruleId }) => ruleId)
}
