import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import { NO_NOTICES, readNotices } from './notices.ts'
import { noticeOf } from './seeds-map.ts'

const { requests, complaints } = buildSample().described
const cases = [...requests, ...complaints]

/** What the notices say about rights and complaints, row by row of the map of the notices, and which case holds it. */
const ROWS = [
  [
    155,
    '000',
    'The right to request the transfer of your personal information to another party',
    /telephone/,
  ],
  [156, '000', 'we will explain at that time if it applies or not', /five volumes/],
  [157, '000', 'in writing stating clearly who you are and what you wish', /telephone/],
  [158, '001', 'to check that we are lawfully processing it', /solicitor/],
  [159, '001', 'we may need to verify the accuracy of the new data', /Correction/],
  [160, '001', 'we may not always be able to comply with your request of erasure', /Erasure of an enquiry/],
  [161, '001', 'compelling legitimate grounds to process your information', /Objection/],
  [162, '001', 'suspend the processing of your personal data in the following scenarios', /Restriction/],
  [163, '001', 'structured, commonly used and machine readable format', /Portability/],
  [164, '001', 'another legal basis or legitimate interest that overrides this consent', /withdrawn/],
  [165, '003', 'personal information that is in both paper and electronic records', /daughter of 13/],
  [166, '003', 'share what we record about you with you when we assess your needs', /daughter of 13/],
  [167, '003', 'you have removed your consent for us to use your information', /taken back/],
  [168, '000', 'keep us informed if your personal information changes', /change of address/],
  [169, '000', 'stating clearly who you are', /telephone/],
  [170, '002', 'Your information rights', /in care/],
  [171, '004', 'your rights under data protection laws', /Marketing/],
  [172, '000', 'right to make a complaint at any time to the ICO', /wrong address/],
  [173, '001', 'appreciate the chance to deal with any concerns before you approach', /late copy/],
  [174, '003', 'worries or complaints you have about your services', /support worker/],
  [175, '004', 'any concerns or queries about why we require certain information', /income/],
] as const

describe('requests and complaints of the sample', () => {
  test.each(ROWS)('row %i of the notices is held by a case', (_, notice, quote, name) => {
    const holders = cases.filter((held) =>
      held.evidence.some((proof) => noticeOf(proof.document) === notice && proof.quote.includes(quote)),
    )
    expect(holders.map((held) => held.name)).toContainEqual(expect.stringMatching(name))
  })

  test('say that they are invented', () => {
    expect(cases.length).toBeGreaterThan(15)
    for (const { notes } of cases)
      expect(notes).toMatch(/^Worked example: the people and dates are invented\./)
  })

  test('quote the notices literally, in 25 words or fewer', ({ skip }) => {
    const quotes = cases.flatMap(({ evidence }) => evidence)
    expect(quotes.filter(({ quote }) => quote.split(/\s+/).length > 25)).toEqual([])
    if (NO_NOTICES) return skip(NO_NOTICES)
    const notices = readNotices()
    const strange = quotes.filter(
      ({ document, quote }) => !notices.get(noticeOf(document) ?? '')?.includes(quote),
    )
    expect(strange).toEqual([])
  })
})
