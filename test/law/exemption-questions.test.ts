import { describe, expect, test } from 'vitest'
import { EXEMPTIONS } from '#shared/law/exemptions/exemptions.ts'
import { missingAnswers, questionsOf, unanswered } from '#shared/law/exemptions/questions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { somebody } from '../support/somebody.ts'

const today = PlainDate.parse('2026-11-22')
const MARKABLE = EXEMPTIONS.filter(
  ({ test: how }) => !['disclose', 'timeLimit', 'request', 'search'].includes(how),
)

/** Answers that nothing forbids. */
const goodAnswers = (code: string) =>
  Object.fromEntries(
    questionsOf(code).map(({ code: question, kind, forbiddenBy }) => [
      question,
      kind === 'yesNo'
        ? forbiddenBy === 'no'
          ? 'yes'
          : 'no'
        : kind === 'date'
          ? '2026-10-01'
          : 'because of this',
    ]),
  )

describe('questions of exemptions', () => {
  test('each has a code of its own, and belongs to an exemption of the library', () => {
    const codes = EXEMPTIONS.flatMap(({ code }) => questionsOf(code).map((question) => question.code))
    expect(codes.length).toBeGreaterThan(50)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(MARKABLE)('$code may be used once its questions are answered, and not before', ({ code }) => {
    expect(missingAnswers(code, goodAnswers(code), { today })).toEqual([])
    expect(missingAnswers(code, {}, { today })).toHaveLength(questionsOf(code).length)
    for (const { code: question, forbiddenBy } of questionsOf(code)) {
      const { [question]: _left, ...others } = goodAnswers(code)
      expect(unanswered(code, others, { today })).not.toBeNull()
      if (forbiddenBy !== null)
        expect(missingAnswers(code, { ...others, [question]: forbiddenBy }, { today })).toMatchObject([
          { code: question, isForbidden: true },
        ])
    }
  })

  test.each(['TP-17S', 'TP-17H', 'TP-17E', 'EX-25B', 'MU-12-5', 'RP-15-1A', 'no such code'])(
    '%s is no ground for a mark',
    (code) => {
      expect(missingAnswers(code, {})).toMatchObject([{ isForbidden: true }])
    },
  )

  test('SW-11 is only for bodies of Schedule 3 paragraph 8, and the refusal names a way out', () => {
    const answers = { ...goodAnswers('SW-11'), 'sw11-body': '' }
    expect(unanswered('SW-11', answers, { isScheduleThreeBody: true })).toBeNull()
    expect(unanswered('SW-11', { ...answers, 'sw11-body': 'yes' }, { isScheduleThreeBody: false })).toContain(
      'TP-16',
    )
    expect(unanswered('SW-11', answers)).toContain('paragraph 8')
  })

  test('HE-5 wants a health professional’s opinion of the last six months', () => {
    const good = goodAnswers('HE-5')
    expect(unanswered('HE-5', { ...good, 'he5-on': '2026-05-23' }, { today })).toBeNull()
    expect(unanswered('HE-5', { ...good, 'he5-on': '2026-05-22' }, { today })).toContain('six months')
    expect(unanswered('HE-5', { ...good, 'he5-on': '2026-11-23' }, { today })).toContain('six months')
    expect(unanswered('HE-5', { ...good, 'he5-on': 'in May' }, { today })).toContain('On which day')
    expect(unanswered('HE-5', { ...good, 'he5-by': 'Ann, a social worker' }, { today })).toContain(
      'no health professional',
    )
    expect(unanswered('HE-5', { 'he5-harm': 'to the child' }, { isHealthProfessional: true })).toBeNull()
    const person = somebody({
      harmOpinionBy: 'Dr Khan',
      harmOpinionOn: PlainDate.parse('2026-10-01'),
      harmOpinionSays: 'met',
    })
    expect(unanswered('HE-5', { 'he5-harm': 'to the child' }, { today, person })).toBeNull()
  })

  test('TP-16 asks nothing twice where the mark is about somebody who was weighed', () => {
    const factors = {
      factorInformation: 'a',
      factorConfidence: 'b',
      factorSteps: 'c',
      factorCapable: 'd',
      factorRefusal: 'e',
    }
    expect(unanswered('TP-16', {}, { person: somebody({ ...factors, decision: 'withhold' }) })).toBeNull()
    expect(unanswered('TP-16', {}, { person: somebody({ ...factors, decision: null }) })).not.toBeNull()
    expect(unanswered('TP-16', {}, { person: somebody({ decision: 'withhold' }) })).not.toBeNull()
  })
})
