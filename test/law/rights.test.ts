import { describe, expect, test } from 'vitest'
import { rightsAvailable, rightsPassage } from '#shared/law/rights.ts'
import type { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'

type Row = readonly [
  bases: LawfulBasisCode[],
  conditions: string[],
  erase: string,
  port: string,
  object: string,
  withdraw: string,
]

const ROWS: readonly Row[] = [
  [['6-1-a'], [], 'yes', 'yes', 'no', 'yes'],
  [['6-1-b'], [], 'yes', 'yes', 'no', 'no'],
  [['6-1-c'], [], 'no', 'no', 'no', 'no'],
  [['6-1-d'], [], 'yes', 'no', 'no', 'no'],
  [['6-1-e'], [], 'no', 'no', 'yes', 'no'],
  [['6-1-ea'], [], 'yes', 'no', 'yes', 'no'],
  [['6-1-f'], [], 'yes', 'no', 'yes', 'no'],
  [['6-1-e', '6-1-a'], [], 'in part', 'in part', 'in part', 'in part'],
  [['6-1-e', '6-1-f'], [], 'in part', 'no', 'yes', 'no'],
  [['6-1-e'], ['9-2-a'], 'no', 'in part', 'yes', 'in part'],
  [['6-1-e'], ['9-2-g'], 'no', 'no', 'yes', 'no'],
  [[], [], 'undetermined', 'undetermined', 'undetermined', 'undetermined'],
]

const applies = (rights: ReturnType<typeof rightsAvailable>, code: string) =>
  rights.find((right) => right.code === code)?.applies

describe('rights available to individuals', () => {
  test.each(ROWS)(
    'on %j with %j: erasure %s, portability %s, objection %s, withdrawal %s',
    (bases, conditions, ...expected) => {
      const rights = rightsAvailable(bases, conditions)
      expect(['R-ERASE', 'R-PORT', 'R-OBJECT', 'R-WITHDRAW'].map((code) => applies(rights, code))).toEqual(
        expected,
      )
    },
  )

  test('access, complaint and court stand on every basis, each with a reason and a citation', () => {
    for (const [bases, conditions] of ROWS) {
      const rights = rightsAvailable(bases, conditions)
      for (const code of [
        'R-INFO',
        'R-ACCESS',
        'R-RECT',
        'R-RESTRICT',
        'R-MKT',
        'R-CPL',
        'R-CPL-ICO',
        'R-COURT',
      ])
        expect(applies(rights, code)).toBe('yes')
      for (const { reason, citation } of rights) expect([reason, citation]).not.toContain('')
    }
  })

  test.each([
    [true, 'yes'],
    [false, 'no'],
    [undefined, 'undetermined'],
  ])('solely automated decisions %s: safeguards %s', (solelyAutomated, expected) => {
    expect(applies(rightsAvailable(['6-1-f'], [], { solelyAutomated }), 'R-ADM')).toBe(expected)
  })

  test('the passage for the record names what applies and says why where it is only in part', () => {
    const passage = rightsPassage(rightsAvailable(['6-1-e', '6-1-a'], [], { solelyAutomated: false }))
    expect(passage).toContain('Access (SAR)')
    expect(passage).toContain('Object (in part: for what rests on 6(1)(e))')
    expect(passage).not.toContain('automated')
  })
})
