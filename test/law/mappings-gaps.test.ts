import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import { DESCRIBED } from '#shared/described/all.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { aRecord, contextWith, ruleIds, type RuleCase, rulesRaised } from './raised.ts'
import { aContext, activityId, anActivity, aTerm } from './world.ts'

const column = (change: object) => ({
  id: 'c1',
  column: 'email',
  called: '',
  about: '',
  whose: 'person',
  provenance: 'provided',
  basis: '6-1-a',
  means: 'automated',
  ...change,
})
const one = (change: object = {}) => ({ columns: [column(change)] })

const CASES: readonly RuleCase[] = [
  ['mapping-column-undecided', one({ whose: null }), one()],
  ['mapping-column-undecided', one({ basis: null }), one({ whose: 'nobody', basis: null })],
  ['mapping-without-columns', {}, one()],
  [
    'mapping-column-twice',
    { columns: [column({}), column({ id: 'c2', column: ' EMAIL' })] },
    { columns: [column({}), column({ id: 'c2', column: 'name' })] },
  ],
  ['mapping-without-match-column', { matchColumns: [' '] }, { matchColumns: ['email'] }],
  [
    'mapping-match-column-unknown',
    { ...one(), matchColumns: ['carer_id'] },
    { ...one(), matchColumns: ['Email '] },
  ],
  [
    'mapping-others-undecided',
    one({ whose: 'others' }),
    { ...one({ whose: 'others' }), rowsNamingOthers: 'cutRow' },
  ],
  ['mapping-others-undecided', one({ whose: 'others' }), one({ whose: 'personAndOthers' })],
  ['mapping-without-system', { systemId: 's' }, { systemId: 's', activityId: 'a' }],
]

const PURPOSES = [
  { ...newPurpose('p1', 'Keep accounts'), basis: known('6-1-a' as const) },
  { ...newPurpose('p2', 'Run surveys'), basis: known('6-1-b' as const), article9: ['9-2-a'] },
]
const accounts = anActivity({ id: activityId('accounts'), name: 'Keep online accounts', purposes: PURPOSES })
const mixed = anActivity({
  ...accounts,
  purposes: [...PURPOSES, { ...newPurpose('p3', 'Improve'), basis: known('6-1-f' as const) }],
})
const unknown = anActivity({ ...accounts, purposes: [newPurpose('p4', 'Nobody said')] })

const raised = (change: object, activities: Parameters<typeof contextWith>[1]) =>
  gapsOfRecord(
    'mappings',
    DESCRIBED.mappings.schema.parse(aRecord('mappings', { activityId: 'accounts', ...change })) as never,
    contextWith({}, activities),
  )
const idsOf = (gaps: ReturnType<typeof raised>) => gaps.map(({ ruleId }) => ruleId)

describe('the rules about exports of systems', () => {
  test.each(CASES)('%s is raised, and settled', (rule, raises, settled) => {
    expect(rulesRaised('mappings', raises)).toContain(rule)
    expect(rulesRaised('mappings', settled)).not.toContain(rule)
  })

  test('an undecided column is named with what is open, beside its entry', () => {
    const [gap] = gapsOfRecord('mappings', aRecord('mappings', one({ whose: null, means: null })), aContext())
    expect(gap).toMatchObject({
      item: 'c1',
      message: '“email”: Not decided yet: whose data it holds and whether it is processed by computer.',
    })
  })

  test('what rests on Article 20(4) says that it is to be checked', () => {
    const gaps = gapsOfRecord('mappings', aRecord('mappings', {}), aContext())
    expect(gaps.find(({ ruleId }) => ruleId === 'mapping-without-match-column')?.check).toContain('check')
    expect(gaps.find(({ ruleId }) => ruleId === 'mapping-without-columns')?.check).toBeNull()
  })

  test('a portable basis that no purpose of the activity names is a gap of the register', () => {
    const gaps = raised(one({ basis: '6-1-b' }), {
      activities: [anActivity({ ...accounts, purposes: [PURPOSES[0]!] })],
    })
    expect(gaps.find(({ ruleId }) => ruleId === 'mapping-basis-not-of-activity')?.message).toBe(
      '“The case” has columns on UK GDPR Art 6(1)(b); no purpose of “Keep online accounts” rests on it.',
    )
    for (const basis of ['6-1-a', '6-1-b', '9-2-a', '6-1-f'])
      expect(idsOf(raised(one({ basis }), { activities: [accounts] }))).not.toContain(
        'mapping-basis-not-of-activity',
      )
    // Beside one record alone nobody knows the activity.
    expect(rulesRaised('mappings', { ...one({ basis: '6-1-b' }), activityId: 'accounts' })).not.toContain(
      'mapping-basis-not-of-activity',
    )
  })

  test('columns left out for their basis are a gap where the activity rests on consent and contract alone', () => {
    const withheld = one({ basis: '6-1-f' })
    const gaps = raised(withheld, { activities: [accounts] })
    expect(gaps.find(({ ruleId }) => ruleId === 'mapping-basis-withheld')?.message).toBe(
      '“email”: left out for the basis, but every purpose of “Keep online accounts” rests on consent or contract.',
    )
    for (const activity of [mixed, unknown])
      expect(idsOf(raised(withheld, { activities: [activity] }))).not.toContain('mapping-basis-withheld')
    const scored = one({ basis: '6-1-f', provenance: 'inferred' })
    expect(idsOf(raised(scored, { activities: [accounts] }))).not.toContain('mapping-basis-withheld')
  })

  test('a system on paper whose columns are said to be processed by computer is a gap', () => {
    const terms = [
      aTerm('systems', 'Paper files', { medium: 'paper' }),
      aTerm('systems', 'Portal', { medium: 'electronic' }),
    ]
    const of = (systemId: string, means: string) => idsOf(raised({ ...one({ means }), systemId }, { terms }))
    expect(of('paper-files', 'automated')).toContain('mapping-system-on-paper')
    expect(of('paper-files', 'paper')).not.toContain('mapping-system-on-paper')
    expect(of('portal', 'automated')).not.toContain('mapping-system-on-paper')
  })

  test('each rule has its case', () => {
    const tried = new Set([
      ...CASES.map(([rule]) => rule),
      'mapping-basis-not-of-activity',
      'mapping-basis-withheld',
      'mapping-system-on-paper',
    ])
    expect([...ruleIds('mappings')].toSorted()).toEqual([...tried].toSorted())
  })
})
