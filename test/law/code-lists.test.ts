import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  ADEQUATE_COUNTRIES,
  adequateCountry,
  adequateCountryNamed,
  HOME_COUNTRY,
} from '#shared/law/adequate-countries.ts'
import {
  CONTROLLER_COLUMNS,
  CONTROLLER_HEADER,
  controllerColumnAt,
  PROCESSOR_COLUMNS,
  PROCESSOR_HEADER,
} from '#shared/law/ico-ropa-columns.ts'
import {
  LAWFUL_BASES,
  lawfulBasis,
  RECOGNISED_INTERESTS,
  recognisedInterestLabel,
} from '#shared/law/lawful-bases.ts'
import { RIGHTS, rightLabel } from '#shared/law/rights.ts'
import { SCHEDULE_1_CONDITIONS, schedule1Label } from '#shared/law/schedule-1-conditions.ts'
import {
  conditionLabel,
  SPECIAL_CATEGORIES,
  SPECIAL_CATEGORY_CONDITIONS,
} from '#shared/law/special-category-conditions.ts'
import { mechanismLabel, TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'

type Item = Readonly<Record<string, unknown>> & { readonly code: string; readonly label: string }
type List = { readonly items: readonly Item[]; readonly [part: string]: unknown }

/** The working lists these modules were written from lie beside the checkout, where there is one. */
const FOLDER = new URL('../../../shared/law/codelists/', import.meta.url)
const isThere = existsSync(FOLDER)

const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as List
const plain = (text: unknown) => String(text).replaceAll('’', "'")
const pick = (items: readonly object[], names: readonly string[]) =>
  items.map((item) => Object.fromEntries(names.map((name) => [name, textOf((item as Item)[name])])))
const textOf = (value: unknown) => (typeof value === 'string' ? plain(value) : value)

describe.skipIf(!isThere)(
  `the lists hold what their working copies hold${isThere ? '' : ' (skipped: there are none beside this checkout)'}`,
  () => {
    const same = ['code', 'label', 'confirmed']

    test('lawful bases, with the rights that hang on them', () => {
      const list = read('art6-lawful-bases.json')
      expect(pick(LAWFUL_BASES, same)).toEqual(pick(list.items, same))
      expect(pick(RECOGNISED_INTERESTS, same)).toEqual(
        pick(list['recognised_legitimate_interests'] as Item[], same),
      )
      for (const { code, rights } of list.items) {
        const { portability, object } = rights as { portability: boolean; object: boolean }
        expect(lawfulBasis(LawfulBasisCode.parse(code)).rights).toMatchObject({ portability, object })
      }
    })

    test('conditions for special category data', () => {
      const list = read('art9-conditions.json')
      expect(pick(SPECIAL_CATEGORY_CONDITIONS, same)).toEqual(pick(list.items, same))
      expect(SPECIAL_CATEGORY_CONDITIONS.map(({ needsSchedule1 }) => needsSchedule1)).toEqual(
        list.items.map((item) => item['needs_dpa_sch1']),
      )
      expect(SPECIAL_CATEGORIES).toEqual(list['special_categories'])
    })

    test('Schedule 1 conditions', () => {
      const { items } = read('dpa2018-sch1-conditions.json')
      expect(pick(SCHEDULE_1_CONDITIONS, [...same, 'part', 'citation'])).toEqual(
        pick(items, [...same, 'part', 'citation']),
      )
      expect(
        SCHEDULE_1_CONDITIONS.map((ours) => [
          ours.policyDocumentRequired,
          ours.expressPublicInterest,
          ours.usableFor,
        ]),
      ).toEqual(
        items.map((item) => [
          item['policy_document_required'],
          item['express_substantial_public_interest'],
          item['usable_for'],
        ]),
      )
    })

    test('transfer mechanisms', () => {
      const { items } = read('transfer-mechanisms.json')
      expect(pick(TRANSFER_MECHANISMS, same)).toEqual(pick(items, same))
      expect(TRANSFER_MECHANISMS.map(({ needsTra }) => needsTra)).toEqual(
        items.map((item) => item['needs_tra']),
      )
    })

    test('approved countries', () => {
      const list = read('adequacy-countries.json')
      expect(pick(ADEQUATE_COUNTRIES, [...same, 'group'])).toEqual(pick(list.items, [...same, 'group']))
      expect(ADEQUATE_COUNTRIES.map(({ scope }) => scope === 'full')).toEqual(
        list.items.map((item) => item['scope'] === 'full'),
      )
      expect(HOME_COUNTRY).toBe(list['home'])
    })

    test('columns of the ICO’s templates', () => {
      const controller = read('ico-ropa-controller-columns.json')
      expect(pick(CONTROLLER_COLUMNS, [...same, 'column', 'group'])).toEqual(
        pick(controller.items, [...same, 'column', 'group']),
      )
      expect(CONTROLLER_COLUMNS.map(({ legallyRequired }) => legallyRequired)).toEqual(
        controller.items.map((item) => item['legally_required']),
      )
      expect(controller['header_block']).toMatchObject({ ...CONTROLLER_HEADER })

      const processor = read('ico-ropa-processor-columns.json')
      expect(pick(PROCESSOR_COLUMNS, [...same, 'column'])).toEqual(pick(processor.items, [...same, 'column']))
      expect(PROCESSOR_COLUMNS.map(({ legallyRequired }) => legallyRequired)).toEqual(
        processor.items.map((item) => item['legally_required']),
      )
      expect(processor['header_block']).toMatchObject({ ...PROCESSOR_HEADER })
    })

    test('rights', () => {
      expect(pick(RIGHTS, same)).toEqual(pick(read('rights.json').items, same))
    })
  },
)

describe('the lists by themselves', () => {
  test('every lawful basis a record can hold is explained', () => {
    expect(LAWFUL_BASES.map(({ code }) => code)).toEqual(LawfulBasisCode.options)
  })

  test.each([
    ['lawful bases', LAWFUL_BASES],
    ['recognised interests', RECOGNISED_INTERESTS],
    ['Article 9 and 10', SPECIAL_CATEGORY_CONDITIONS],
    ['Schedule 1', SCHEDULE_1_CONDITIONS],
    ['mechanisms', TRANSFER_MECHANISMS],
    ['countries', ADEQUATE_COUNTRIES],
    ['controller columns', CONTROLLER_COLUMNS],
    ['processor columns', PROCESSOR_COLUMNS],
    ['rights', RIGHTS],
  ])('%s: no code twice', (_, list) => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
  })

  test('the controller’s columns run from A to AD without a hole', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
    expect(CONTROLLER_COLUMNS.map(({ column }) => column)).toEqual([...letters, 'AA', 'AB', 'AC', 'AD'])
    expect(controllerColumnAt('P')?.label).toBe('Rights available to individuals')
    expect(controllerColumnAt('AE')).toBeUndefined()
  })

  test('a policy document is needed for condition 1, all of Part 2 but 13, and 35 to 37', () => {
    const paragraphs = SCHEDULE_1_CONDITIONS.filter((entry) => entry.policyDocumentRequired).map(
      ({ paragraph }) => paragraph,
    )
    expect(paragraphs).toEqual([
      1,
      6,
      7,
      8,
      9,
      10,
      11,
      12,
      ...Array.from({ length: 15 }, (_, index) => index + 14),
      35,
      36,
      37,
    ])
  })

  test('labels are readable, and an unknown code is shown as it is', () => {
    expect(conditionLabel('9-2-g')).toBe('9(2)(g) Substantial public interest')
    expect(schedule1Label('SCH1-18')).toBe('Sch 1 para 18 Safeguarding children and individuals at risk')
    expect(mechanismLabel('IDTA')).toBe('International Data Transfer Agreement')
    expect(recognisedInterestLabel('RLI-5')).toBe('Safeguarding a vulnerable individual')
    expect(rightLabel('R-PORT')).toBe('Portability')
    for (const label of [conditionLabel, schedule1Label, mechanismLabel, recognisedInterestLabel, rightLabel])
      expect(label('X-1')).toBe('X-1')
  })

  test.each([
    ['FR', 'FR'],
    [' france ', 'FR'],
    ['USA', 'US'],
    ['South Korea', 'KR'],
    ['India', undefined],
    ['', undefined],
  ])('%j names the approved place %s', (text, code) => {
    expect(adequateCountryNamed(text)?.code).toBe(code)
  })

  test('the home country is no place of transfer', () => {
    expect(adequateCountry(HOME_COUNTRY)).toBeUndefined()
  })
})
