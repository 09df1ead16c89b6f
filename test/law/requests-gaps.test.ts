import { describe, expect, test } from 'vitest'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { REQUEST_RULES } from '#shared/law/gaps/requests.ts'
import type { GapContext } from '#shared/law/gaps/context.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { aContext, day } from './world.ts'

const context: GapContext = { ...aContext(), settings: DEFAULT_SETTINGS }
const ID = '0190b000-0000-7000-8000-000000000001'

/** A request about which everything is said. */
function aRequest(change: Partial<RequestRecord>): AnyRecord {
  const record: RequestRecord = {
    ...(requests.blank(ID, 'Access request') as RequestRecord),
    right: 'R-ACCESS',
    receivedOn: day('2026-11-02'),
    requesterKind: 'self',
    holdSetOn: day('2026-11-02'),
    ...change,
  }
  return record as unknown as AnyRecord
}

const item = { id: 'i1', what: 'Which years?', answer: '' }
const refused: Partial<RequestRecord> = {
  outcome: 'refused',
  grounds: ['EXCESSIVE'],
  reasons: 'The fourth time this month, nothing changed.',
  stated: ['REASONS', 'CPL', 'CPL-ICO', 'COURT'],
  sentOn: day('2026-11-20'),
  searched: 'Nothing',
}
const child: Partial<RequestRecord> = { requesterKind: 'child', personKind: 'child', childAge: 14 }
const judged: Partial<RequestRecord> = {
  childUnderstands: 'yes',
  childJudgedBy: 'Social worker',
  childBasis: 'Spoke with her',
}
const parent: Partial<RequestRecord> = {
  ...child,
  ...judged,
  requesterKind: 'parent',
  authoritySeen: 'seen',
  authorityHow: 'Birth certificate',
}
const extended: Partial<RequestRecord> = {
  extensionNoticeOn: day('2026-11-20'),
  extensionGround: 'complex',
  extensionReasons: 'Eleven volumes',
}
const erased: Partial<RequestRecord> = {
  right: 'R-ERASE',
  outcome: 'granted',
  sentOn: day('2026-11-20'),
  recipientsTold: [{ id: 'r1', recipient: 'The council', toldOn: day('2026-11-20'), whyNot: '' }],
}

type Case = {
  readonly rule: string
  readonly raises: Partial<RequestRecord>
  readonly message: RegExp
  readonly but: Partial<RequestRecord>
}

const CASES: readonly Case[] = [
  { rule: 'request-received-missing', raises: { receivedOn: null }, message: /no last day/, but: {} },
  { rule: 'request-right-missing', raises: { right: null }, message: /not recorded/, but: {} },
  {
    rule: 'request-hold-missing',
    raises: { holdSetOn: null },
    message: /deleted by routine/,
    but: { holdSetOn: null, right: 'R-RECT' },
  },
  {
    rule: 'request-identity-without-doubt',
    raises: { identityAskedOn: day('2026-11-03') },
    message: /no reasonable doubt/,
    but: { identityAskedOn: day('2026-11-03'), identityDoubted: true },
  },
  {
    rule: 'request-pause-not-access',
    raises: { right: 'R-ERASE', clarifications: [{ ...item, askedOn: day('2026-11-06'), answeredOn: null }] },
    message: /only an access request/,
    but: { clarifications: [{ ...item, askedOn: day('2026-11-06'), answeredOn: null }] },
  },
  {
    rule: 'request-fee-without-ground',
    raises: { feeAskedOn: day('2026-11-03') },
    message: /without a ground/,
    but: { feeAskedOn: day('2026-11-03'), feeGround: 'furtherCopies', feeWhy: 'Postage' },
  },
  {
    rule: 'request-extension-late',
    raises: { ...extended, extensionNoticeOn: day('2026-12-03') },
    message: /Thu 3 December 2026 came after/,
    but: { ...extended, extensionNoticeOn: day('2026-12-02') },
  },
  {
    rule: 'request-extension-without-reasons',
    raises: { ...extended, extensionReasons: ' ' },
    message: /reasons are not recorded/,
    but: extended,
  },
  {
    rule: 'request-late-without-reason',
    raises: { sentOn: day('2026-12-03') },
    message: /after Wed 2 December 2026/,
    but: { sentOn: day('2026-12-03'), lateReason: 'The file was in store' },
  },
  {
    rule: 'request-late-without-reason',
    raises: { sentOn: day('2026-12-03') },
    message: /Thu 3 December 2026/,
    but: { sentOn: day('2026-12-02') },
  },
  {
    rule: 'request-authority-unseen',
    raises: { requesterKind: 'solicitor' },
    message: /has not been seen/,
    but: { requesterKind: 'solicitor', authoritySeen: 'seen', authorityHow: 'Signed form' },
  },
  {
    rule: 'request-answered-without-authority',
    raises: { requesterKind: 'solicitor', sentOn: day('2026-11-20'), outcome: 'granted' },
    message: /without authority on record/,
    but: { requesterKind: 'self', sentOn: day('2026-11-20'), outcome: 'granted' },
  },
  {
    rule: 'request-child-not-judged',
    raises: child,
    message: /No age decides/,
    but: { ...child, childNation: 'Scotland' },
  },
  {
    rule: 'request-child-not-judged',
    raises: { ...child, ...judged, childBasis: '' },
    message: /Who judged/,
    but: { ...child, ...judged },
  },
  {
    rule: 'request-parent-over-child',
    raises: parent,
    message: /neither the child’s views/,
    but: { ...parent, childViews: 'Wants her mother to have it' },
  },
  {
    rule: 'request-refusal-without-reasons',
    raises: { ...refused, grounds: [] },
    message: /ground/,
    but: refused,
  },
  {
    rule: 'request-exemption-unnamed',
    raises: { ...refused, grounds: ['EXEMPT'] },
    message: /which one/,
    but: refused,
  },
  {
    rule: 'request-refusal-incomplete',
    raises: { ...refused, stated: ['REASONS', 'CPL-ICO'] },
    message: /complain to the controller; the right to seek/,
    but: refused,
  },
  {
    rule: 'request-search-missing',
    raises: { sentOn: day('2026-11-20'), outcome: 'granted' },
    message: /what was searched/,
    but: { sentOn: day('2026-11-20'), outcome: 'granted', searched: 'Case system and paper file' },
  },
  {
    rule: 'request-recipients-not-told',
    raises: { ...erased, recipientsTold: [] },
    message: /recipients were told/,
    but: erased,
  },
  {
    rule: 'request-recipients-not-told',
    raises: { ...erased, recipientsTold: [{ id: 'r1', recipient: 'The council', toldOn: null, whyNot: '' }] },
    message: /The council has not been told/,
    but: { ...erased, right: 'R-ACCESS', recipientsTold: [] },
  },
]

const found = (change: Partial<RequestRecord>) => gapsOfRecord('requests', aRequest(change), context)

describe('rules about rights requests', () => {
  test.each(CASES)('$rule is raised, and is not when put right', ({ rule, raises, message, but }) => {
    const gap = found(raises).find(({ ruleId }) => ruleId === rule)
    expect(gap?.message).toMatch(message)
    expect(found(but).map(({ ruleId }) => ruleId)).not.toContain(rule)
  })

  test('each has a case', () => {
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(REQUEST_RULES.map(({ id }) => id)))
  })

  test('a request about which everything is said raises none', () => {
    expect(found({})).toEqual([])
  })
})
