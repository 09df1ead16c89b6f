import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BREACH_CASES, caseAsTold, findCase } from '#shared/law/breaches/cases.ts'
import { answered } from '#shared/law/breaches/cases/case.ts'
import { debriefOf } from '#shared/law/breaches/debrief.ts'
import { drillEndsAt, eventsBy, isDrillLate, leftInDrill, timeTakenText } from '#shared/law/breaches/drill.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import { Instant } from '#shared/time/instant.ts'

const at = (text: string) => Instant.parse(text)
const STARTED = at('2026-11-20T16:40:00.000Z')
const time = (jumpedHours = 0) => ({ startedAt: STARTED, jumpedHours })

describe('the clock of a drill', () => {
  test.each([
    [0, '2026-11-20T16:40:00.000Z', '72:00:00'],
    [0, '2026-11-20T16:40:01.000Z', '71:59:59'],
    [12, '2026-11-20T16:50:00.500Z', '59:49:59'],
    [72, '2026-11-20T16:40:00.000Z', '0:00:00'],
    [72, '2026-11-20T16:41:05.000Z', 'over by 0:01:05'],
  ])('after jumping %d hours it shows at %s: %s', (jumped, now, text) => {
    expect(leftInDrill(time(jumped), at(now)).text).toBe(text)
  })

  test('a clock set back shows no more than 72 hours', () => {
    expect(leftInDrill(time(), at('2026-11-20T16:00:00.000Z'))).toEqual({ isOver: false, text: '72:00:00' })
  })

  test('jumping ahead brings the end nearer, and what is decided after it is late', () => {
    expect(drillEndsAt(time())).toBe('2026-11-23T16:40:00.000Z')
    expect(drillEndsAt(time(24))).toBe('2026-11-22T16:40:00.000Z')
    expect(isDrillLate(time(72), STARTED)).toBe(false)
    expect(isDrillLate(time(72), at('2026-11-20T16:40:00.001Z'))).toBe(true)
  })

  test.each([
    [0, '2026-11-20T16:40:20.000Z', 'less than a minute'],
    [0, '2026-11-20T16:41:00.000Z', '1 minute'],
    [24, '2026-11-20T16:52:00.000Z', '12 minutes; by the clock of the drill 24 hours after becoming aware'],
  ])('time taken after jumping %d hours', (jumped, decided, text) => {
    expect(timeTakenText(time(jumped), at(decided))).toBe(text)
  })

  test('late events come in one after the other', () => {
    const one = findCase('S2')!
    const heard = (jumped: number) => eventsBy(one, time(jumped), STARTED).map(({ afterHours }) => afterHours)
    expect(heard(0)).toEqual([])
    expect(heard(12)).toEqual([8])
    expect(heard(24)).toEqual([8, 20])
    expect(heard(60)).toEqual([8, 20, 50])
  })
})

describe('the debrief', () => {
  const letters = findCase('16')!

  test('agrees where both decisions do', () => {
    const debrief = debriefOf(letters, { answers: letters.answers, notify: true, tell: false })
    expect(debrief.text).toBe('Agrees on both decisions.')
    expect(debrief.departed).toBe(false)
    expect(debrief.answers.every(({ same, madeTheDifference }) => same && !madeTheDifference)).toBe(true)
  })

  test('names the answer that led elsewhere, and not the one that changed nothing', () => {
    const answers = answered('trusted', 'nothing', 'limited', 'many')
    const { answers: rows, text, departed } = debriefOf(letters, { answers, notify: false, tell: false })
    expect(text).toBe('Differs on telling the Commissioner, agrees on telling the people.')
    expect(departed).toBe(false)
    expect(rows.filter(({ same }) => !same).map(({ key }) => key)).toEqual(['whoHasIt', 'howMany'])
    expect(rows.filter(({ madeTheDifference }) => madeTheDifference).map(({ key }) => key)).toEqual([
      'whoHasIt',
    ])
  })

  test('names both where two answers lead astray together', () => {
    const answers = answered('hostile', 'harm', 'grave', 'few')
    const rows = debriefOf(letters, { answers, notify: true, tell: true }).answers
    expect(rows.filter(({ madeTheDifference }) => madeTheDifference).map(({ key }) => key)).toEqual([
      'whoHasIt',
      'whatIsMissing',
      'whatHarm',
    ])
  })

  test('says when the decisions are other ones than the answers suggested', () => {
    const debrief = debriefOf(letters, { answers: letters.answers, notify: false, tell: true })
    expect(debrief.text).toBe('Differs on both decisions.')
    expect(debrief.departed).toBe(true)
  })

  test('whoever answers as the case does has no answer to blame, and else somebody is to blame exactly when it strays', () => {
    const cases = BREACH_CASES.flatMap((one) => [one, caseAsTold(one, true)])
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.constantFrom(...cases), (one, other) => {
        const taken = { answers: other.answers, notify: other.notify, tell: other.tell }
        const blamed = debriefOf(one, taken).answers.filter(({ madeTheDifference }) => madeTheDifference)
        const strays = suggestOutcome(one.answers).outcome !== suggestOutcome(other.answers).outcome
        expect(blamed.length > 0).toBe(strays)
        expect(blamed.every(({ same }) => !same)).toBe(true)
      }),
    )
  })
})
