import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportSection } from '#shared/law/breaches/report/question.ts'
import { REPORT_SECTIONS, sectionsAsked } from '#shared/law/breaches/report-questions.ts'
import {
  withNewQuestion,
  withNewSection,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withQuestionMoved,
  withSectionMoved,
  withSectionRenamed,
} from '#shared/registers/breaches/report/edit-questions.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/registers/settings/settings.schema.ts'

const codesOf = (sections: readonly ReportSection[]) =>
  sections.flatMap(({ questions }) => questions.map(({ code }) => code))
const CODES = codesOf(REPORT_SECTIONS)
const IDS = REPORT_SECTIONS.map(({ id }) => id)

describe('the questions of the report', () => {
  test('can be moved, renamed and their sections removed in any order, and none is ever lost', () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('move'), code: fc.constantFrom(...CODES), by: fc.constantFrom(-1, 1) }),
      fc.record({
        what: fc.constant('moveSection'),
        code: fc.constantFrom(...IDS),
        by: fc.constantFrom(-1, 1),
      }),
      fc.record({ what: fc.constant('dropSection'), code: fc.constantFrom(...IDS), by: fc.constant(1) }),
      fc.record({ what: fc.constant('drop'), code: fc.constantFrom(...CODES), by: fc.constant(1) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const list = steps.reduce<readonly ReportSection[]>((now, { what, code, by }) => {
          if (what === 'move') return withQuestionMoved(now, code, by as 1)
          if (what === 'moveSection') return withSectionMoved(now, code, by as 1)
          return what === 'drop' ? withoutQuestion(now, code) : withoutSection(now, code)
        }, REPORT_SECTIONS)
        expect(codesOf(list).toSorted()).toEqual(CODES.toSorted())
        expect(list.length).toBeGreaterThan(0)
        expect(Settings.shape.breachQuestions.safeParse(list).success).toBe(true)
      }),
    )
  })

  test('there and back is where it was', () => {
    for (const code of CODES.slice(1, -1))
      expect(withQuestionMoved(withQuestionMoved(REPORT_SECTIONS, code, 1), code, -1)).toEqual(
        REPORT_SECTIONS,
      )
  })

  test('one of our own is added, reworded and removed; one of the form is set aside', () => {
    const added = withNewQuestion(REPORT_SECTIONS, 'staff', 'OWN-1', 'Who trained them?')
    const reworded = withQuestion(added, 'OWN-1', { question: 'Who trained the team?' })
    expect(reworded.find(({ id }) => id === 'staff')?.questions.at(-1)?.question).toBe(
      'Who trained the team?',
    )
    expect(withoutQuestion(reworded, 'OWN-1')).toEqual(REPORT_SECTIONS)
    const without = withoutQuestion(REPORT_SECTIONS, 'B70')
    expect(codesOf(without)).toContain('B70')
    expect(codesOf(sectionsAsked(without))).not.toContain('B70')
    expect(sectionsAsked(without).map(({ title }) => title)).not.toContain('Overseas')
  })

  test('a section is added, renamed and removed again', () => {
    const added = withSectionRenamed(withNewSection(REPORT_SECTIONS, 'x', 'Ours'), 'x', 'Our own')
    expect(added.at(-1)).toEqual({ id: 'x', title: 'Our own', questions: [] })
    expect(sectionsAsked(added)).toHaveLength(REPORT_SECTIONS.length)
    expect(withoutSection(added, 'x')).toEqual(REPORT_SECTIONS)
  })

  test('settings kept before there was a list read as the list the program brings', () => {
    const { breachQuestions: _, ...older } = DEFAULT_SETTINGS
    expect(Settings.parse(older).breachQuestions).toBeNull()
  })
})
