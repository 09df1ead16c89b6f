import { describe, expect, test } from 'vitest'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import { ACTIVITY_RULES, gapsOf, openGaps } from '#shared/law/gaps/rules.ts'
import { waiverKey } from '#shared/law/gaps/apply.ts'
import { newActivity } from '#shared/registers/activities/activity.schema.ts'
import { DATA_CASES } from '#test/law/cases/data-cases.ts'
import { RECORD_CASES } from '#test/law/cases/record-cases.ts'
import { SHARING_CASES } from '#test/law/cases/sharing-cases.ts'
import { aContext, activityId, anActivity, aDataUse, day, gapsFrom, raisedBy, termId } from './world.ts'

const CASES = [...RECORD_CASES, ...DATA_CASES, ...SHARING_CASES]

describe('rules about activities', () => {
  test('a record about which everything is said raises no rule', () => {
    expect(raisedBy(anActivity())).toEqual([])
  })

  test('every rule has a case', () => {
    expect(CASES.map(({ rule }) => rule).toSorted()).toEqual(ACTIVITY_RULES.map(({ id }) => id).toSorted())
  })

  test.each(CASES)(
    '$rule is raised, names the thing and its law, and can be set aside',
    ({ rule, raises, message }) => {
      const activity = anActivity(raises)
      const [gap] = gapsFrom(rule, gapsOf(activity, aContext()))
      expect(gap?.message).toMatch(message)
      expect(gap?.citation).not.toBe('')

      const waiver = { rule, reason: 'Looked at', waivedOn: day('2026-11-01'), waivedBy: 'DPO' }
      const waived = gapsFrom(rule, gapsOf({ ...activity, waivers: [waiver] }, aContext()))
      expect(waived).toEqual(
        gapsFrom(rule, gapsOf(activity, aContext())).map((found) => ({ ...found, waived: waiver })),
      )
    },
  )

  test.each(CASES)('$rule is not raised where there is no cause', ({ rule, but }) => {
    expect(raisedBy(anActivity(but))).not.toContain(rule)
  })

  test('a record of which only the name is known raises what Article 30 asks for', () => {
    const raised = raisedBy(newActivity(activityId('new'), 'New'))
    for (const rule of [
      'organisation-missing',
      'purpose-missing',
      'people-missing',
      'data-missing',
      'recipients-missing',
    ])
      expect(raised).toContain(rule)
  })

  test('a waiver may name one finding and leave the others of its rule', () => {
    const activity = anActivity({
      data: [
        aDataUse({ retention: TO_BE_DETERMINED }),
        aDataUse({ id: 'data-2', retention: TO_BE_DETERMINED }),
      ],
    })
    const [first] = gapsFrom('retention-missing', gapsOf(activity, aContext()))
    const waiver = { rule: waiverKey(first!), reason: 'Pilot', waivedOn: day('2026-11-01'), waivedBy: 'DPO' }
    const after = gapsFrom('retention-missing', gapsOf({ ...activity, waivers: [waiver] }, aContext()))
    expect(after.map(({ waived }) => waived)).toEqual([waiver, null])
    expect(openGaps(after)).toHaveLength(1)
  })

  test('ids are short enough for a waiver to name one finding', () => {
    for (const { id } of ACTIVITY_RULES)
      expect(id.length + 1 + '00000000-0000-0000-0000-000000000000'.length).toBeLessThanOrEqual(80)
  })

  test('errors that were set aside do not count against an approval', () => {
    const waiver = { rule: 'purpose-missing', reason: 'Old', waivedOn: day('2026-11-01'), waivedBy: 'DPO' }
    const approved = anActivity({ status: 'approved', purposes: [] })
    expect(raisedBy(approved)).toContain('approved-with-errors')
    expect(raisedBy({ ...approved, waivers: [waiver] })).toEqual([])
  })

  test('a retired activity raises only what matters while its data is kept', () => {
    const retired = anActivity({
      status: 'retired',
      owner: '',
      purposes: [],
      data: [aDataUse({ retention: TO_BE_DETERMINED })],
    })
    expect(raisedBy(retired)).toEqual(['retention-missing'])
  })

  test('words for children are found in names and in synonyms', () => {
    for (const people of ['children', 'residents'])
      expect(raisedBy(anActivity({ dpia: TO_BE_DETERMINED, peopleIds: [termId(people)] }))).toEqual([
        'impact-assessment-undecided-children',
      ])
  })
})
