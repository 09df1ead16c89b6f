import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ADEQUATE_COUNTRIES } from '#shared/law/adequate-countries.ts'
import { citedSources } from '#shared/law/citations.ts'
import { GAP_RULES } from '#shared/law/gaps/rules.ts'
import { CONTROLLER_COLUMNS, PROCESSOR_COLUMNS } from '#shared/law/ico-ropa-columns.ts'
import { LAWFUL_BASES, RECOGNISED_INTERESTS } from '#shared/law/lawful-bases.ts'
import { RIGHTS } from '#shared/law/rights.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { LEGAL_SOURCES, legalSource } from '#shared/law/sources.ts'
import { SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'

const SHARED = new URL('../../shared/', import.meta.url)
const FILES = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
const CITED = FILES.flatMap((name) =>
  [...readFileSync(new URL(name, SHARED), 'utf8').matchAll(/@source (.*?)\s*(?:\*\/|$)/gm)].map(
    ([, text = '']) => ({ name, text }),
  ),
)
const LISTS = [
  ...LAWFUL_BASES,
  ...RECOGNISED_INTERESTS,
  ...SPECIAL_CATEGORY_CONDITIONS,
  ...SCHEDULE_1_CONDITIONS,
  ...TRANSFER_MECHANISMS,
  ...ADEQUATE_COUNTRIES,
  ...CONTROLLER_COLUMNS,
  ...PROCESSOR_COLUMNS,
  ...RIGHTS,
]

const unlisted = (text: string) => citedSources(text).filter(({ source }) => source === null)

describe('legal sources', () => {
  test('shared/ was read: there is something to check', () => {
    expect(FILES.length).toBeGreaterThan(40)
    expect(CITED.length).toBeGreaterThan(60)
  })

  test.each(CITED)('$name: @source $text is listed', ({ text }) => {
    expect(citedSources(text).length).toBeGreaterThan(0)
    expect(unlisted(text)).toEqual([])
  })

  test('ids are theirs alone, links lead to a public page, and the day of consulting is given', () => {
    expect(new Set(LEGAL_SOURCES.map(({ provision }) => provision)).size).toBe(LEGAL_SOURCES.length)
    for (const source of LEGAL_SOURCES) {
      expect(source.link).toMatch(
        /^https:\/\/(www\.legislation\.gov\.uk|ico\.org\.uk|www\.(edpb|enisa)\.europa\.eu|www\.gov\.uk|www\.datadictionary\.nhs\.uk)\/[\w/-]+$/,
      )
      expect(source.link).not.toContain('undefined')
      expect(source.consultedOn).toBe('2026-11-22')
      expect(legalSource(source.id)).toEqual(source)
    }
  })

  test.each([
    ['gdpr-30-1-a', 'https://www.legislation.gov.uk/eur/2016/679/article/30'],
    ['gdpr-22a', 'https://www.legislation.gov.uk/eur/2016/679/article/22A'],
    ['gdpr-annex-1', 'https://www.legislation.gov.uk/eur/2016/679/annex/1'],
    ['dpa-sch1-41', 'https://www.legislation.gov.uk/ukpga/2018/12/schedule/1/paragraph/41'],
    ['dpa-119a', 'https://www.legislation.gov.uk/ukpga/2018/12/section/119A'],
    ['duaa-70', 'https://www.legislation.gov.uk/ukpga/2025/18/section/70'],
  ] as const)('the link of %s', (id, link) => {
    expect(legalSource(id).link).toBe(link)
  })

  test.each([
    ['UK GDPR Art 30(1)(a), 30(2)(a)', ['gdpr-30-1-a', 'gdpr-30-2-a']],
    ['UK GDPR Art 30(1) and 30(2)', ['gdpr-30-1', 'gdpr-30-2']],
    ['UK GDPR Art 4(7)-(8)', ['gdpr-4-7', 'gdpr-4-8']],
    ['DPA 2018 ss.164A, 165; UK GDPR Art 82', ['dpa-164a', 'dpa-165', 'gdpr-82']],
    ['DPA 2018 Sch 1 paras 38 to 41', ['dpa-sch1-38', 'dpa-sch1-41']],
    ['DPA 2018 Sch 1 Pt 2 para 18', ['dpa-sch1']],
    ['UK GDPR Art 9(1): special categories of personal data', ['gdpr-9-1']],
    ['UK GDPR Art 3', [null]],
    ['UK GDPR Art 300', [null]],
  ])('%s names %j', (text, ids) => {
    expect(citedSources(text).map(({ source }) => source?.id ?? null)).toEqual(ids)
  })
})

describe('what cites the law', () => {
  test.each(GAP_RULES)('rule $id cites its source', ({ citation, source }) => {
    expect(unlisted(citation)).toEqual([])
    expect(citedSources(citation).map((cited) => cited.source?.id)).toContain(source)
  })

  test.each(GAP_RULES)('rule $id shows a note to check where its law is from memory', ({ source, check }) => {
    if (legalSource(source).standing === 'from memory') expect(check).toMatch(/check|memory/i)
    expect(check).not.toBe('')
  })

  test('rules are told apart, explained, and never speak of being compliant', () => {
    expect(new Set(GAP_RULES.map(({ id }) => id)).size).toBe(GAP_RULES.length)
    for (const { id, title, explanation } of GAP_RULES) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(explanation).toMatch(/[.]$/)
      expect(`${title} ${explanation}`).not.toMatch(/complian|\bwe\b|TODO/i)
    }
  })

  test.each(LISTS)(
    '$code cites a listed source, and says what to check when unconfirmed',
    ({ citation, confirmed, check }) => {
      expect(unlisted(citation)).toEqual([])
      expect(confirmed).toBe(check === null)
    },
  )
})
