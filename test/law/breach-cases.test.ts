import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  BREACH_CASES,
  caseAsTold,
  caseOutcomeText,
  caseText,
  findCase,
  GUIDELINE_CASES,
} from '#shared/law/breaches/cases.ts'
import { answered, type BreachCase } from '#shared/law/breaches/cases/case.ts'
import { SECTOR_CASES } from '#shared/law/breaches/cases/sector.ts'
import type { BreachAnswers } from '#shared/law/breaches/questions.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import type { SuggestedOutcome } from '#shared/law/breaches/suggestion.ts'

const CORPUS = new URL('../../../shared/corpora/breaches/edpb-01-2021-cases.tsv', import.meta.url)
const ANNEX_CORPUS = new URL('../../../shared/corpora/breaches/wp250-annex-b-examples.tsv', import.meta.url)
const ADAPTED = GUIDELINE_CASES.filter(({ adapted }) => adapted).map((one) => caseAsTold(one, true))

const outcomeOf = ({ notify, tell }: Pick<BreachCase, 'notify' | 'tell'>): SuggestedOutcome =>
  tell ? 'notifyAndTell' : notify ? 'notify' : 'record'

/** The case agrees with what its answers suggest, or says why not; the question it rests on decides. */
function expectToAgree(one: BreachCase) {
  const { outcome, reasons, open } = suggestOutcome(one.answers)
  expect(open).toEqual([])
  const agrees = outcome === outcomeOf(one)
  expect(agrees, one.differsBecause ?? 'no reason is given why it differs').toBe(one.differsBecause === null)
  const deciding = reasons.filter(({ decides }) => decides).map(({ question }) => question)
  expect(deciding).toContain(one.deciding)
}

describe('the guideline’s cases', () => {
  test('are its 18, in their order, and all 18 come out by the general rules', () => {
    expect(GUIDELINE_CASES.map(({ code }) => code)).toEqual(
      Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, '0')),
    )
    const differing = GUIDELINE_CASES.filter(({ differsBecause }) => differsBecause !== null)
    expect(differing.map(({ code }) => code)).toEqual([])
  })

  test.each(GUIDELINE_CASES)('$code $title', expectToAgree)

  test.each(GUIDELINE_CASES)(
    '$code says what to check exactly where it was told from memory',
    ({ check, code }) => {
      const checked = ['01', '03', '09', '10', '11', '13', '14', '16', '18']
      expect(check === null).toBe(checked.includes(code))
      if (check !== null) expect(check).toContain('look the case up')
    },
  )

  test.skipIf(!existsSync(CORPUS))('hold the facts and outcomes that were collected', () => {
    const [, ...rows] = readFileSync(CORPUS, 'utf8').trim().split('\n')
    expect(rows).toHaveLength(18)
    for (const row of rows) {
      const [code = '', group, facts = '', , notify, tell, , checkedAgainst = ''] = row.split('\t')
      const one = findCase(code)!
      expect({ code, group: one.group, notify: one.notify, tell: one.tell }).toEqual({
        code,
        group,
        notify: notify === 'yes',
        tell: tell === 'yes',
      })
      expect(one.check === null, code).toBe(!checkedAgainst.startsWith('own knowledge'))
      for (const number of facts.match(/\d[\d,]*\d/g) ?? [])
        expect(one.story.join(' '), code).toContain(number)
    }
  })
})

describe('told in children’s services', () => {
  test('every case of the guideline has such a telling', () => expect(ADAPTED).toHaveLength(18))

  test.each(ADAPTED)('$code, adapted', (one) => {
    expectToAgree(one)
    expect(one.outcomeOf).toBe('ours')
    expect(one.story).not.toEqual(findCase(one.code)!.story)
  })
})

describe('drills of our own', () => {
  test.each(SECTOR_CASES)('$code $title', (one) => {
    expectToAgree(one)
    expect(one.outcomeOf).toBe('ours')
    expect(one.events.length).toBeGreaterThanOrEqual(1)
    expect(one.events.length).toBeLessThanOrEqual(3)
    const hours = one.events.map(({ afterHours }) => afterHours)
    expect(hours).toEqual(hours.toSorted((a, b) => a - b))
    expect(hours.every((hour) => hour > 0 && hour < 72)).toBe(true)
    expect(caseAsTold(one, true)).toBe(one)
  })

  test('lead to each of the three outcomes', () => {
    expect(new Set(SECTOR_CASES.map(outcomeOf))).toEqual(new Set(['record', 'notify', 'notifyAndTell']))
  })
})

describe('a case in words', () => {
  test('is told without giving its outcome away, and with it on demand', () => {
    const one = findCase('16')!
    const told = caseText(one, { solved: false })
    expect(told).toMatch(/^16 {2}Two letters in one envelope\nSent to the wrong people\n/)
    expect(told).not.toContain(one.because)
    const solved = caseText(one, { solved: true })
    expect(solved).toContain(
      `Tell the Commissioner; not the people.\n${one.because}\nEDPB Guidelines 01/2021, case 16`,
    )
    expect(caseText(findCase('08')!, { solved: true })).toContain('from memory')
    expect(caseText(findCase('S1')!, { solved: true })).toContain('Our reading, not the guideline’s')
  })

  test('codes are theirs alone, and nobody is promised compliance', () => {
    expect(new Set(BREACH_CASES.map(({ code }) => code)).size).toBe(BREACH_CASES.length)
    expect(findCase('99')).toBeUndefined()
    for (const one of [...BREACH_CASES, ...ADAPTED])
      expect(`${caseText(one, { solved: true })}${caseOutcomeText(one)}`).not.toMatch(
        /complian|undefined|TODO/i,
      )
  })
})

/** WP250 rev.01, Annex B; where it says "depends", any answer will do. */
const ANNEX_B: ReadonlyArray<[string, BreachAnswers, readonly SuggestedOutcome[]]> = [
  ['i: encrypted USB key stolen', answered('nobody', 'nothing', 'serious', 'many'), ['record']],
  [
    'ii: data copied out of an online service',
    answered('hostile', 'nothing', 'limited', 'many'),
    ['notify', 'notifyAndTell'],
  ],
  [
    'ii: the same with severe consequences',
    answered('hostile', 'nothing', 'serious', 'many'),
    ['notifyAndTell'],
  ],
  ['iii: power cut of minutes at a call centre', answered('nobody', 'nothing', 'little', 'many'), ['record']],
  [
    'iv: ransomware without a backup',
    answered('nobody', 'harm', 'limited', 'many'),
    ['notify', 'notifyAndTell'],
  ],
  // "Only those at high risk": one wrong customer is not yet such a case.
  [
    'v: bank statement to the wrong customer',
    answered('known', 'nothing', 'serious', 'few'),
    ['notify', 'notifyAndTell'],
  ],
  [
    'vi: logins of a marketplace published',
    answered('hostile', 'nothing', 'serious', 'many'),
    ['notifyAndTell'],
  ],
  [
    'vii: accounts shown to other users by a coding error',
    answered('known', 'nothing', 'limited', 'many'),
    ['notify'],
  ],
  [
    'viii: hospital records out of reach for 30 hours',
    answered('nobody', 'harm', 'grave', 'manyAtRisk'),
    ['notifyAndTell'],
  ],
  [
    'ix: students’ data to the wrong list of 1,000',
    answered('unknown', 'nothing', 'limited', 'many'),
    ['notify', 'notifyAndTell'],
  ],
  [
    'x: addresses of a mailing shown to all',
    answered('known', 'nothing', 'little', 'many'),
    ['record', 'notify', 'notifyAndTell'],
  ],
]

describe('the examples of WP250, Annex B', () => {
  test.each(ANNEX_B)('%s', (_, answers, accepted) => {
    expect(accepted).toContain(suggestOutcome(answers).outcome)
  })

  test.skipIf(!existsSync(ANNEX_CORPUS))('are accepted as they were collected', () => {
    const [, ...rows] = readFileSync(ANNEX_CORPUS, 'utf8').trim().split('\n')
    expect(rows).toHaveLength(10)
    for (const row of rows) {
      const [number = '', , notify = '', tell = ''] = row.split('\t')
      const accepted = ANNEX_B.filter(([name]) => name.startsWith(`${number}:`)).flatMap(
        ([, , found]) => found,
      )
      expect(accepted.length, number).toBeGreaterThan(0)
      if (notify === 'no') expect(accepted, number).toEqual(['record'])
      if (notify.startsWith('yes')) expect(accepted, number).not.toContain('record')
      if (tell === 'yes') expect(accepted, number).toEqual(['notifyAndTell'])
      if (tell === 'probably not') expect(accepted, number).toEqual(['notify'])
    }
  })

  test('the last one turns with how many and what: passwords in it make it reportable', () => {
    expect(suggestOutcome(answered('known', 'nothing', 'little', 'many')).outcome).toBe('record')
    expect(suggestOutcome(answered('known', 'nothing', 'serious', 'many')).outcome).toBe('notifyAndTell')
  })
})
