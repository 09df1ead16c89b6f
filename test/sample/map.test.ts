import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import { gapContext } from '#shared/law/gaps/context.ts'
import { DescribedName } from '#shared/described/names.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { gapsOf, gapsOfOrganisation } from '#shared/law/gaps/rules.ts'
import type { Notice } from '#shared/registers/notices/notice.register.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { NO_NOTICES, readNotices, readWrittenRows } from './notices.ts'
import { noticeOf, quotesAt, recordOf, SEEDS_MAP } from './seeds-map.ts'

const sample = buildSample()
const context = gapContext(sample, PlainDate.parse('2026-11-22'))

const allQuotes = [
  ...sample.organisations.flatMap(({ evidence, commitments, questions }) => [
    ...evidence,
    ...commitments,
    ...questions,
  ]),
  ...sample.contracts.flatMap(({ evidence }) => evidence),
  ...sample.activities.flatMap(({ evidence }) => evidence),
  ...DescribedName.options.flatMap((register) =>
    sample.described[register].flatMap(({ evidence }) => evidence),
  ),
]
/** What the sample quotes where a notice says what it has to say. */
const pointQuotes = sample.described.notices.flatMap((notice) => {
  const { contents, evidence } = notice as unknown as Notice
  const document = evidence[0]?.document ?? ''
  return contents.flatMap(({ where }) => (where ? [{ document, quote: where }] : []))
})

describe('what the notices make a register hold', () => {
  test('has a row for each of the 204 facts', () => {
    expect(SEEDS_MAP.map(({ row }) => row)).toEqual(Array.from({ length: 204 }, (_, index) => index + 1))
  })

  test.each(SEEDS_MAP)('row $row is in the sample: $fact', ({ notice, quote, heldBy }) => {
    for (const holder of heldBy) {
      expect(
        recordOf(sample, holder.register, holder.name),
        `${holder.register} ${holder.name}`,
      ).toBeDefined()
      if (holder.where === 'field') continue
      const proofs = quotesAt(sample, holder)?.filter(
        (held) => held.notice === notice && held.quote.includes(quote),
      )
      expect(proofs, `${holder.where} of ${holder.name}`).not.toEqual([])
    }
    expect(heldBy.filter(({ where }) => where !== 'field')).not.toEqual([])
  })

  test.each(SEEDS_MAP.filter(({ fact }) => /\b(gap|flag)\b/i.test(fact)))(
    'row $row is also put as a question: $fact',
    ({ heldBy }) => {
      expect(heldBy.map(({ where }) => where)).toContain('question')
    },
  )

  test.each(SEEDS_MAP.flatMap(({ row, raisedBy }) => (raisedBy ?? []).map((raised) => ({ row, ...raised }))))(
    'row $row is raised by the rule $rule on $name',
    ({ rule, name }) => {
      expect(rulesOn(name)).toContain(rule)
    },
  )
})

describe('the gaps worth showing on the first day', () => {
  test.each([
    [
      '003 names no controller and no address',
      'organisation-without-contact',
      ['Support service (controller not named in its notice)'],
    ],
    [
      '003 gives no contact for its officer',
      'officer-without-contact',
      ['Support service (controller not named in its notice)'],
    ],
    ['003 states no lawful basis', 'basis-missing', all('SS-')],
    ['003 keeps data for a limited time that depends', 'retention-vague', ['SS-01', 'SS-04', 'SS-07']],
    ['002 promises retention periods that are not there', 'retention-missing', all('WCC-')],
    ['002 relies on editions of guidance as laws', 'statute-not-in-force', ['WCC-01', 'WCC-02', 'WCC-11']],
    ['004 has no officer', 'officer-missing', ['Home-Start Ashford & District']],
    ['001 puts financial data under special category', 'financial-classed-special', ['PC-02', 'PC-10']],
    [
      '001 and 004 put convictions under special category',
      'offences-not-classed-criminal',
      ['PC-02', 'HS-01', 'HS-16'],
    ],
    ['000 claims a public task of its customers', 'public-task-of-another', ['PCS-01', 'PCS-03', 'PCS-05']],
    ['000 dates its hosting to May 2018', 'location-old', ['PCS-16']],
    [
      '001 names partners abroad without a transfer',
      'abroad-without-destination',
      ['PC-13', 'PC-14', 'PC-22'],
    ],
    ['001 lists bases without matching them to purposes', 'basis-missing', ['PC-02', 'PC-05', 'PC-10']],
    ['no notice mentions a policy document', 'policy-document-missing', ['HS-01', 'HS-03']],
    ['002 monitors children online', 'impact-assessment-undecided-children', ['WCC-11']],
  ])('%s: rule %s', (_, rule, names) => {
    for (const name of names) expect(rulesOn(name), name).toContain(rule)
  })

  test.each([
    ['Polaris Childrens Services Limited', 'right to complain to the controller'],
    ['Polaris Childrens Services Limited', 'Requests are asked for in writing'],
    ['Polaris Childrens Services Limited', 'European Economic Area'],
    ['Polaris Community', 'right to complain to the controller'],
    ['Polaris Community', 'withdrawal of consent may be overridden'],
    ['Polaris Community', 'no special category data is knowingly collected'],
    ["Worcestershire County Council Children's Services", 'Rights are promised'],
    ["Worcestershire County Council Children's Services", 'right to complain to the controller'],
    ['Support service (controller not named in its notice)', 'no right to complain'],
    ['Support service (controller not named in its notice)', 'wider than Article 15'],
    ['Home-Start Ashford & District', 'no section on rights, on complaints'],
    ['Home-Start Ashford & District', 'unfinished note of a template'],
  ])('%s has an open question: %s', (name, words) => {
    const organisation = sample.organisations.find(({ legalName }) => legalName === name)
    const open = organisation?.questions.filter(({ settledBy }) => settledBy === '') ?? []
    expect(open.map(({ question }) => question)).toContainEqual(expect.stringContaining(words))
  })
})

describe('the five notices, point by point', () => {
  const five = sample.described.notices.filter((notice) => (notice as unknown as Notice).contents.length > 0)

  test('are all there, and none says that people can complain to the controller', () => {
    expect(five.map(({ evidence }) => noticeOf(evidence[0]!.document))).toEqual([
      '000',
      '001',
      '002',
      '003',
      '004',
    ])
    for (const notice of five)
      expect(
        gapsOfRecord('notices', notice, context).map(({ ruleId }) => ruleId),
        notice.name,
      ).toContain('notice-controller-complaint-missing')
  })

  test('are silent on it without a gap before it was asked for', () => {
    const before = gapContext(sample, PlainDate.parse('2026-06-18'))
    for (const notice of five)
      expect(
        gapsOfRecord('notices', notice, before).map(({ ruleId }) => ruleId),
        notice.name,
      ).not.toContain('notice-controller-complaint-missing')
  })
})

describe('the words of the notices', () => {
  test('are quoted in 25 words or fewer, from a document with a number', () => {
    expect([...allQuotes, ...pointQuotes].filter(({ quote }) => quote.split(/\s+/).length > 25)).toEqual([])
    expect(allQuotes.filter(({ document }) => noticeOf(document) === undefined)).toEqual([])
  })

  test('are quoted literally', ({ skip }) => {
    if (NO_NOTICES) return skip(NO_NOTICES)
    const notices = readNotices()
    expect(pointQuotes.length).toBeGreaterThan(50)
    const strange = [...allQuotes, ...pointQuotes].filter(
      ({ document, quote }) => !notices.get(noticeOf(document) ?? '')?.includes(quote),
    )
    expect(strange).toEqual([])
    expect(SEEDS_MAP.filter(({ notice, quote }) => !notices.get(notice)?.includes(quote))).toEqual([])
  })

  test('are mapped row by row', ({ skip }) => {
    if (NO_NOTICES) return skip(NO_NOTICES)
    const mapped = SEEDS_MAP.map(({ row, section, fact, notice, quote }) => ({
      row,
      section,
      fact,
      notice,
      quote,
    }))
    expect(mapped).toEqual(readWrittenRows())
  })
})

function rulesOn(name: string): readonly string[] {
  const activity = sample.activities.find(({ reference }) => reference === name)
  if (activity) return gapsOf(activity, context).map(({ ruleId }) => ruleId)
  const organisation = sample.organisations.find(({ legalName }) => legalName === name)
  if (organisation) return gapsOfOrganisation(organisation, context).map(({ ruleId }) => ruleId)
  return DescribedName.options.flatMap((register) => {
    const record = sample.described[register].find((one) => one.name === name)
    return record ? gapsOfRecord(register, record, context).map(({ ruleId }) => ruleId) : []
  })
}

function all(prefix: string): readonly string[] {
  return sample.activities
    .map(({ reference }) => reference)
    .filter((reference) => reference.startsWith(prefix))
}
