import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/described/register.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { noticeItemsFor } from '#shared/law/notice-items.ts'
import { aRecord, type Change, contextWith, type RuleCase, ruleIds, rulesRaised } from './raised.ts'
import { aContext } from './world.ts'

const said = (item: string, answer: string | null, where = '') => ({
  id: item,
  item,
  said: answer,
  where,
  note: '',
})
const ALL = noticeItemsFor('both').map(({ code }) => said(code, 'yes'))
const IN_USE: Change = { status: 'inUse', version: '3', dataFrom: 'both', contents: ALL }
const withPoint = (code: string, answer: string, where = ''): Change => ({
  ...IN_USE,
  contents: [...ALL.filter(({ item }) => item !== code), said(code, answer, where)],
})
const FOR_CHILDREN: Change = { ...IN_USE, audience: ['children'] }
const given = (givenOn: string) => [{ id: 'g', toWhom: 'Family', givenOn, how: '', event: 'obtained' }]

const CASES: readonly RuleCase[] = [
  ['notice-controller-complaint-missing', withPoint('N12', 'no'), IN_USE],
  [
    'notice-controller-complaint-missing',
    withPoint('N12', 'partly'),
    { ...withPoint('N12', 'no'), status: 'superseded' },
  ],
  ['notice-officer-contact-missing', withPoint('N02', 'no'), withPoint('N02', 'notApplicable')],
  ['notice-basis-missing', withPoint('N04', 'partly'), IN_USE],
  ['notice-retention-missing', withPoint('N09', 'no'), IN_USE],
  ['notice-rights-missing', withPoint('N10', 'no'), IN_USE],
  ['notice-point-missing', withPoint('N08', 'no'), withPoint('N08', 'notApplicable')],
  ['notice-point-missing', withPoint('N14', 'partly'), { ...withPoint('N14', 'partly'), dataFrom: 'person' }],
  ['notice-unchecked', { ...IN_USE, contents: [] }, IN_USE],
  ['notice-unchecked', { ...IN_USE, contents: ALL.slice(1) }, { ...IN_USE, status: 'draft', contents: [] }],
  ['notice-child-version-missing', FOR_CHILDREN, { ...FOR_CHILDREN, childVersionId: 'child' }],
  [
    'notice-child-version-missing',
    { ...IN_USE, audience: ['youngPeople'] },
    { ...FOR_CHILDREN, forChildren: true },
  ],
  [
    'notice-template-note',
    withPoint('N20', 'yes', 'boxes (YOU NEED TO ADD RELEVANT BOXES) you can tick'),
    IN_USE,
  ],
  [
    'notice-template-note',
    withPoint('N01', 'yes', 'We are [insert name], a charity'),
    withPoint('N01', 'yes', 'We are a charity'),
  ],
  ['notice-changes-untold', { ...IN_USE, changesUntold: true }, { ...IN_USE, changesUntold: false }],
  [
    'notice-version-missing',
    { ...IN_USE, version: '' },
    { ...IN_USE, version: '', publishedOn: '2018-05-25' },
  ],
  ['notice-review-overdue', { ...IN_USE, reviewOn: '2026-11-21' }, { ...IN_USE, reviewOn: '2026-11-22' }],
  ['notice-article-14-late', { obtainedOn: '2026-10-16' }, { obtainedOn: '2026-11-12' }],
  [
    'notice-article-14-late',
    { obtainedOn: '2026-09-01', given: given('2026-11-02') },
    { obtainedOn: '2026-09-01', given: given('2026-09-20') },
  ],
]

describe('the rules about privacy notices', () => {
  test.each(CASES)('%s is raised, and content once it is settled', (rule, raises, settled) => {
    expect(rulesRaised('notices', raises, aContext())).toContain(rule)
    expect(rulesRaised('notices', settled, aContext())).not.toContain(rule)
  })

  test('the right to complain to the controller is asked for from 19 June 2026 on', () => {
    const raisedOn = (today: string) =>
      rulesRaised('notices', withPoint('N12', 'no'), { ...aContext(), today: today as never })
    expect(raisedOn('2026-06-18')).not.toContain('notice-controller-complaint-missing')
    expect(raisedOn('2026-06-19')).toContain('notice-controller-complaint-missing')
  })

  test('a version for children that is not in use yet is no version', () => {
    const child = (status: string): AnyRecord => ({
      ...aRecord('notices', { status, forChildren: true }),
      id: 'child',
      name: 'For you',
    })
    const notice = aRecord('notices', { ...FOR_CHILDREN, childVersionId: 'child' })
    const raised = (status: string) =>
      gapsOfRecord('notices', notice, contextWith({ notices: [child(status)] })).map(({ message }) => message)
    expect(raised('draft')).toContainEqual(expect.stringContaining('“For you”, is not in use'))
    expect(raised('inUse')).not.toContainEqual(expect.stringContaining('not in use'))
  })

  test('a gap names the point, and where its law is from memory says so', () => {
    const messages = gapsOfRecord('notices', aRecord('notices', withPoint('N14', 'no')), aContext())
    expect(messages.map(({ message, item }) => [item, message])).toContainEqual([
      'N14',
      expect.stringMatching(/^Missing: Source of the data.*check the cited provision/),
    ])
  })

  test('every rule has a case', () => {
    const tried = new Set(CASES.map(([rule]) => rule))
    expect(ruleIds('notices').filter((id) => !tried.has(id))).toEqual([])
  })
})
