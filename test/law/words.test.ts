import { describe, expect, test } from 'vitest'
import {
  CHILDREN,
  FINANCIAL,
  isAbroad,
  OFFENCES,
  OPEN_ENDED,
  SPECIAL,
  VAGUE_CONDITION,
  VAGUE_PERIOD,
  VAGUE_PLACE,
} from '#shared/law/gaps/words.ts'

type Row = readonly [what: string, pattern: RegExp, found: readonly string[], passed: readonly string[]]

const ROWS: readonly Row[] = [
  [
    'children',
    CHILDREN,
    ['Children and young people', 'Pupils', 'Looked after children', 'Care leavers'],
    ['Parents', 'Childminding staff', 'Foster carers'],
  ],
  [
    'financial data',
    FINANCIAL,
    ['Financial data', 'Bank details', 'Income'],
    ['Health data', 'Employment history'],
  ],
  [
    'offences',
    OFFENCES,
    ['DBS checks', 'Criminal convictions', 'Offences (including alleged offences)', 'Cautions'],
    ['Official records', 'Social services checks'],
  ],
  [
    'special categories',
    SPECIAL,
    ['Health and medical records', 'Ethnic origin', 'Religion or beliefs', 'Sexual orientation'],
    ['Name and address', 'Income'],
  ],
  [
    'open-ended categories',
    OPEN_ENDED,
    ['Any other personal information shared with us', 'Other information', 'Other', 'Photographs etc'],
    ['Contact details of other family members', 'Mother’s name'],
  ],
  [
    'vague periods',
    VAGUE_PERIOD,
    ['for a limited period of time', 'as long as necessary', 'as long as we have reasonable business needs'],
    ['until the child turns 75', 'six years after the last entry'],
  ],
  [
    'vague conditions',
    VAGUE_CONDITION,
    ['if necessary', 'Where appropriate.', 'only if required', 'conditionally', ' '],
    ['only if the contract requires it', 'where a court orders it'],
  ],
  [
    'vague places',
    VAGUE_PLACE,
    ['outside the EEA', 'Overseas', '', 'third countries'],
    ['France', 'International Committee of the Red Cross', 'Republic of Korea'],
  ],
]

describe.each(ROWS)('words for %s', (_, pattern, found, passed) => {
  test.each(found)('%j is one', (text) => expect(pattern.test(text)).toBe(true))
  test.each(passed)('%j is not', (text) => expect(pattern.test(text)).toBe(false))
})

test.each([
  ['United Kingdom', false],
  [' uk ', false],
  ['Scotland', false],
  ['', false],
  ['Jersey', true],
  ['United States', true],
])('%j is abroad: %s', (country, expected) => {
  expect(isAbroad(country)).toBe(expected)
})
