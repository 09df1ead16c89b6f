import { describe, expect, test } from 'vitest'
import { type RuleCase, ruleIds, rulesRaised } from './raised.ts'
import { aContext } from './world.ts'

const finding = (change: object) => ({
  findings: [
    {
      id: 'f',
      finding: 'Shared account',
      action: 'Own accounts',
      dueOn: '2026-12-01',
      doneOn: null,
      ...change,
    },
  ],
})

const CASES: readonly RuleCase[] = [
  [
    'training-overdue',
    { kind: 'training', dueAgainOn: '2026-11-21' },
    { kind: 'training', dueAgainOn: '2026-11-22' },
  ],
  [
    'training-incomplete',
    { kind: 'training', peopleExpected: 45, peopleDone: 42 },
    { kind: 'training', peopleExpected: 45, peopleDone: 45 },
  ],
  [
    'training-incomplete',
    { kind: 'confidentiality', peopleExpected: 2, peopleDone: 0 },
    { kind: 'test', peopleExpected: 2, peopleDone: 0 },
  ],
  [
    'training-reach-unknown',
    { kind: 'training', peopleExpected: 45 },
    { kind: 'training', peopleExpected: 45, peopleDone: 45 },
  ],
  [
    'evidence-overdue',
    { kind: 'access', dueAgainOn: '2026-11-21' },
    { kind: 'training', dueAgainOn: '2026-11-21' },
  ],
  ['evidence-never-shown', {}, { dueAgainOn: '2026-12-01' }],
  ['evidence-proof-missing', { status: 'done' }, { status: 'done', document: 'Intranet' }],
  [
    'finding-overdue',
    finding({ dueOn: '2026-11-21' }),
    finding({ dueOn: '2026-11-21', doneOn: '2026-11-20' }),
  ],
  ['finding-without-action', finding({ action: ' ' }), finding({})],
  ['finding-without-action', finding({ dueOn: null }), finding({ dueOn: null, doneOn: '2026-11-02' })],
]

describe('the rules about training and access evidence', () => {
  test.each(CASES)('%s is raised, and content once it is settled', (rule, raises, settled) => {
    expect(rulesRaised('evidence', raises, aContext())).toContain(rule)
    expect(rulesRaised('evidence', settled, aContext())).not.toContain(rule)
  })

  test('every rule has a case', () => {
    const tried = new Set(CASES.map(([rule]) => rule))
    expect(ruleIds('evidence').filter((id) => !tried.has(id))).toEqual([])
  })
})
