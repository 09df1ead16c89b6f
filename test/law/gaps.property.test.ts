import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSettled, known, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Gap } from '#shared/law/gaps/gap.ts'
import { findGapRule, gapRule, gapsOf, gapsOfContract, gapsOfOrganisation } from '#shared/law/gaps/rules.ts'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { ANSWERS, anyActivity, aDay, aWaiver } from './arbitraries.ts'
import { aContext, aContract, anOrganisation, contractId, day } from './world.ts'

const CONTEXT = aContext()
const FIELDS = Object.keys(Activity.shape)
const MISSING_ANSWER = {
  destinations: 'transfers-undetermined',
  jointArrangement: 'joint-arrangement-missing',
  automatedDecisions: 'automated-decisions-undetermined',
  dpia: 'impact-assessment-undecided-children',
  consentRecord: 'consent-record-missing',
  obligationToProvide: 'obligation-to-provide-undetermined',
  retentionPolicy: 'retention-policy-missing',
  breaches: 'breaches-undetermined',
} as const satisfies Record<keyof typeof ANSWERS, string>

describe('whatever an activity holds', () => {
  test('its gaps are found, well formed, explained, and beside a field it has', () => {
    fc.assert(
      fc.property(anyActivity, (activity) => {
        for (const gap of gapsOf(activity, CONTEXT)) {
          expect(Gap.parse(gap)).toEqual(gap)
          expect(FIELDS).toContain(gap.field)
          expect(gap.message).toMatch(/\S.*[.?]$|^Not settled/s)
          expect(gap.message).not.toMatch(/undefined|null|NaN|\[object|complian/i)
          expect(gapRule(gap.ruleId).id).toBe(gap.ruleId)
        }
      }),
    )
  })

  test('the same record gives the same gaps', () => {
    fc.assert(
      fc.property(anyActivity, (activity) => {
        expect(gapsOf(structuredClone(activity), aContext())).toEqual(gapsOf(activity, CONTEXT))
      }),
    )
  })

  test('looking changes nothing', () => {
    fc.assert(
      fc.property(anyActivity, (activity) => {
        const before = structuredClone(activity)
        gapsOf(activity, CONTEXT)
        expect(activity).toEqual(before)
      }),
    )
  })

  test('a waiver never removes a gap, it marks it', () => {
    fc.assert(
      fc.property(anyActivity, aWaiver, (activity, waiver) => {
        const bare = gapsOf({ ...activity, waivers: [] }, CONTEXT)
        const waived = gapsOf(Activity.parse({ ...activity, waivers: [waiver] }), CONTEXT)
        const names = waived.map(({ ruleId, item, message }) => ({ ruleId, item, message }))
        for (const { ruleId, item, message } of bare) {
          // The approval rule counts what is left open, so its own sentence may change or fall away.
          if (ruleId !== 'approved-with-errors') expect(names).toContainEqual({ ruleId, item, message })
        }
        for (const gap of waived)
          expect(gap.waived?.rule ?? null).toBe(gap.ruleId === waiver.rule ? waiver.rule : null)
      }),
    )
  })

  test.each(Object.entries(MISSING_ANSWER) as [keyof typeof ANSWERS, string][])(
    'answering %s never raises %s, and leaves it unraised once settled',
    (field, rule) => {
      const count = (activity: Activity) =>
        gapsOf(activity, CONTEXT).filter(({ ruleId }) => ruleId === rule).length
      fc.assert(
        fc.property(
          anyActivity,
          ANSWERS[field] as fc.Arbitrary<Activity['destinations']>,
          (activity, answer) => {
            const open = Activity.parse({ ...activity, [field]: TO_BE_DETERMINED })
            const answered = Activity.parse({ ...activity, [field]: answer })
            expect(count(answered)).toBeLessThanOrEqual(count(open))
            if (isSettled(answer) && field !== 'consentRecord') expect(count(answered)).toBe(0)
          },
        ),
      )
    },
  )
})

describe('any day in an organisation or a contract', () => {
  test('is looked at without failing', () => {
    fc.assert(
      fc.property(aDay, (text) => {
        const context = aContext()
        const registered = anOrganisation('own', {
          icoRegistration: known({ number: 'Z1', expiresOn: day(text) }),
        })
        expect(gapsOfOrganisation(registered, context).length).toBeLessThanOrEqual(1)
        expect(
          gapsOfContract({ ...aContract('own'), id: contractId('own'), endsOn: day(text) }, context),
        ).toEqual([])
      }),
    )
  })
})

describe('a rule by its name', () => {
  test('is found, and a name that no rule has is not', () => {
    expect(findGapRule('basis-missing')?.title).toBe('Purpose without a lawful basis')
    expect(findGapRule('no-such-rule')).toBeUndefined()
    expect(() => gapRule('no-such-rule')).toThrow('no-such-rule')
  })
})
