import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ARTICLE_28_TERMS, article28TermLabel } from '#shared/law/article-28-terms.ts'
import { ASSESSMENT_KINDS } from '#shared/law/assessment-kinds.ts'
import { BREACH_CAUSES, BREACH_KINDS, CLOCK_MOMENT, KNOWLEDGE_MOMENTS } from '#shared/law/breach-causes.ts'
import { REPORT_SECTIONS, shippedQuestion } from '#shared/law/breaches/report-questions.ts'
import { citedSources } from '#shared/law/citations.ts'
import { type CodeListEntry, labelOf } from '#shared/law/code-list.ts'
import { COMPLAINT_OUTCOMES, COMPLAINT_STEPS } from '#shared/law/complaint-outcomes.ts'
import { EXEMPTIONS, exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import { MARKETING_CHANNELS, SOFT_OPT_IN_CONDITIONS } from '#shared/law/marketing-channels.ts'
import { NOTICE_ITEMS, noticeItemsFor } from '#shared/law/notice-items.ts'
import { CHANNELS, REQUESTER_KINDS } from '#shared/law/request-people.ts'
import {
  handledRight,
  REFUSAL_EXEMPTIONS,
  REFUSAL_GROUNDS,
  REFUSAL_STATES,
  RIGHTS_HANDLED,
} from '#shared/law/request-words.ts'
import { RETENTION_FATES, RETENTION_TRIGGERS } from '#shared/law/retention-words.ts'
import { legalSource } from '#shared/law/sources.ts'

const LISTS: readonly (readonly [name: string, list: readonly CodeListEntry[]])[] = [
  ['Article 28 terms', ARTICLE_28_TERMS],
  ['notice items', NOTICE_ITEMS],
  ['exemptions', EXEMPTIONS],
  ['rights handled', RIGHTS_HANDLED],
  ['refusal grounds', REFUSAL_GROUNDS],
  ['what a refusal states', REFUSAL_STATES],
  ['channels', CHANNELS],
  ['requesters', REQUESTER_KINDS],
  ['breach causes', BREACH_CAUSES],
  ['breach kinds', BREACH_KINDS],
  ['moments of knowledge', KNOWLEDGE_MOMENTS],
  ['complaint outcomes', COMPLAINT_OUTCOMES],
  ['complaint steps', COMPLAINT_STEPS],
  ['retention triggers', RETENTION_TRIGGERS],
  ['retention fates', RETENTION_FATES],
  ['marketing channels', MARKETING_CHANNELS],
  ['soft opt-in conditions', SOFT_OPT_IN_CONDITIONS],
  ['kinds of assessment', ASSESSMENT_KINDS],
]
const ENTRIES = LISTS.flatMap(([name, list]) => list.map((entry) => ({ name, ...entry })))

describe('the lists of the registers', () => {
  test.each(LISTS)('%s: no code twice, and each has its words', (_, list) => {
    expect(list.length).toBeGreaterThan(2)
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
    for (const { label } of list) expect(label).not.toMatch(/^$|'|compliant|\bwe\b/i)
  })

  test.each(ENTRIES)('$name: $code cites listed sources', ({ citation }) => {
    const cited = citedSources(citation)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter(({ source }) => source === null)).toEqual([])
  })

  test.each(ENTRIES)('$name: $code says what to check when it is unconfirmed', (entry) => {
    expect(entry.confirmed).toBe(entry.check === null)
    if (!entry.confirmed) expect(entry.check).toMatch(/\w{4,}.*[.]$/)
  })

  test.each(ENTRIES)('$name: $code is not called confirmed on sources from memory alone', (entry) => {
    const standings = citedSources(entry.citation).map(
      ({ source }) => source && legalSource(source.id).standing,
    )
    if (standings.every((standing) => standing === 'from memory')) expect(entry.check).not.toBeNull()
  })

  test('an unknown code is shown as it is', () => {
    for (const [, list] of LISTS) expect(labelOf(list, 'X-1')).toBe('X-1')
    expect(article28TermLabel('28-3-c')).toBe('Art 32 security measures')
    expect(exemptionLabel('CR-24')).toBe('Confidential references')
  })
})

describe('requests', () => {
  test.each([
    ['R-ACCESS', 'oneMonth', true, true],
    ['R-RECT', 'oneMonth', true, false],
    ['R-ERASE', 'oneMonth', true, false],
    ['R-RESTRICT', 'oneMonth', true, false],
    ['R-OBJECT', 'oneMonth', true, false],
    ['R-MKT', 'stop', true, false],
    ['R-PORT', 'oneMonth', true, false],
    ['R-WITHDRAW', 'withoutUndueDelay', false, false],
    ['R-ADM', 'oneMonth', true, false],
  ] as const)('%s: %s, extendable %s, paused by clarification %s', (code, rule, extendable, pauses) => {
    const right = handledRight(code)
    expect(right?.clock).toEqual({
      rule,
      extendableByTwoMonths: extendable,
      identityMovesStart: true,
      clarificationPauses: pauses,
    })
    expect(right?.label).not.toBe(code)
  })

  test('there are nine kinds, and a complaint is none of them', () => {
    expect(RIGHTS_HANDLED).toHaveLength(9)
    expect(handledRight('R-CPL')).toBeUndefined()
  })

  test('a refusal tells reasons and three ways on; no rule against redacting is a ground of refusal', () => {
    expect(REFUSAL_STATES.map(({ code }) => code)).toEqual(['REASONS', 'CPL', 'CPL-ICO', 'COURT'])
    const codes = REFUSAL_EXEMPTIONS.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['TP-16', 'LPP-19', 'SW-11', 'CA-21', 'HE-6']))
    for (const code of ['TP-17H', 'TP-17S', 'TP-17E', 'EX-25B', 'OS-PD', 'MU-12-5'])
      expect(codes).not.toContain(code)
  })
})

test('the clock of a breach runs from one moment: when the controller became aware', () => {
  expect(KNOWLEDGE_MOMENTS.filter(({ startsClock }) => startsClock).map(({ code }) => code)).toEqual([
    CLOCK_MOMENT,
  ])
  expect(BREACH_KINDS.map(({ code }) => code)).toEqual(['confidentiality', 'integrity', 'availability'])
  expect(shippedQuestion('B24')?.options).toContain('Children')
})

test('a notice for data from others names the source; one for data from the person says whether it must be given', () => {
  const codes = (from: 'person' | 'others' | 'both') => noticeItemsFor(from).map(({ code }) => code)
  expect(codes('person')).not.toContain('N14')
  expect(codes('person')).toContain('N15')
  expect(codes('others')).toContain('N14')
  expect(codes('others')).not.toContain('N15')
  expect(codes('both')).toHaveLength(NOTICE_ITEMS.length)
})

/** The working lists these modules were written from lie beside the checkout, where there is one. */
const FOLDER = new URL('../../../shared/law/codelists/', import.meta.url)
const isThere = existsSync(FOLDER)
type Item = Readonly<Record<string, unknown>> & { readonly code: string }

describe.skipIf(!isThere)(
  `they hold what their working copies hold${isThere ? '' : ' (skipped: there are none beside this checkout)'}`,
  () => {
    const items = (name: string) =>
      (JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as { items: Item[] }).items
    const same = (entries: readonly object[]) =>
      entries
        .map((entry) => entry as Item)
        .map(({ code, label, confirmed }) => ({ code, label: String(label).replaceAll("'", '’'), confirmed }))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))

    test.each([
      ['art28-terms.json', ARTICLE_28_TERMS],
      ['art13-14-notice-items.json', NOTICE_ITEMS],
      ['sar-exemptions.json', EXEMPTIONS],
    ] as const)('%s', (name, list) => {
      expect(same(list)).toEqual(same(items(name)))
    })

    test('what the Commissioner’s report asks and offers', () => {
      const form = items('ico-breach-form-fields.json')
      const said = (text: unknown) => String(text).replaceAll("'", '’')
      const asked = REPORT_SECTIONS.flatMap(({ title, questions }) =>
        questions.map(({ code, options, check, isRequired, citation }) => ({
          code,
          section: title,
          options,
          isConfirmed: check === '',
          isRequired,
          citation,
        })),
      )
      expect(asked).toEqual(
        form.map(({ code, section, options = [], confirmed, mandatory = false, citation }) => ({
          code,
          section,
          options: (options as string[]).map(said),
          isConfirmed: confirmed,
          isRequired: mandatory,
          citation: citation === '-' ? '' : citation,
        })),
      )
    })
  },
)
