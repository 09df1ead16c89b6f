import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/described/register.ts'
import { COMPLAINT_RULES } from '#shared/law/gaps/complaints.ts'
import type { GapContext } from '#shared/law/gaps/context.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import { complaints } from '#shared/registers/complaints/complaint.register.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { aContext, day } from './world.ts'

const context: GapContext = { ...aContext(), settings: DEFAULT_SETTINGS }

/** A complaint about which everything is said. */
function aComplaint(change: Partial<ComplaintRecord>): AnyRecord {
  const record: ComplaintRecord = {
    ...(complaints.blank('0190b000-0000-7000-8000-000000000001', 'Complaint') as ComplaintRecord),
    kind: 'dataProtection',
    receivedOn: day('2026-11-09'),
    complainantKind: 'self',
    ...change,
  }
  return record as unknown as AnyRecord
}

const told: Partial<ComplaintRecord> = {
  toldOn: day('2026-11-20'),
  outcome: 'partlyUpheld',
  reasons: 'The copy was late.',
  remedy: 'Reminders are set.',
  commissionerTold: true,
}
const enquiry = { id: 'e1', what: 'Why?', askedOf: 'Team', askedOn: null, answeredOn: null, found: '' }

const CASES: readonly {
  readonly rule: string
  readonly raises: Partial<ComplaintRecord>
  readonly message: RegExp
  readonly but: Partial<ComplaintRecord>
}[] = [
  { rule: 'complaint-received-missing', raises: { receivedOn: null }, message: /30 days/, but: {} },
  { rule: 'complaint-kind-missing', raises: { kind: null }, message: /decided/, but: {} },
  {
    rule: 'complaint-acknowledgement-late',
    raises: { receivedOn: day('2026-10-20') },
    message: /had to be acknowledged by Thu 19 November 2026/,
    but: { receivedOn: day('2026-10-23') },
  },
  {
    rule: 'complaint-acknowledgement-late',
    raises: { receivedOn: day('2026-10-20'), acknowledgedOn: day('2026-11-20') },
    message: /acknowledged on Fri 20 November 2026/,
    but: { receivedOn: day('2026-10-20'), ...told, toldOn: day('2026-11-19') },
  },
  {
    rule: 'complaint-acknowledgement-late',
    raises: { kind: null, receivedOn: day('2026-10-20') },
    message: /had to be/,
    but: { kind: 'service', receivedOn: day('2026-10-20') },
  },
  {
    rule: 'complaint-without-next-step',
    raises: { acknowledgedOn: day('2026-11-10') },
    message: /no day is set/,
    but: { acknowledgedOn: day('2026-11-10'), nextUpdateOn: day('2026-12-01') },
  },
  {
    rule: 'complaint-outcome-without-reasons',
    raises: { ...told, reasons: '' },
    message: /reasons are not recorded/,
    but: told,
  },
  {
    rule: 'complaint-outcome-without-reasons',
    raises: { ...told, outcome: 'notUpheld' },
    message: /no enquiry/,
    but: { ...told, outcome: 'notUpheld', enquiries: [enquiry] },
  },
  { rule: 'complaint-upheld-without-remedy', raises: { ...told, remedy: '' }, message: /upheld/, but: told },
  {
    rule: 'complaint-commissioner-not-told',
    raises: { ...told, commissionerTold: null },
    message: /Commissioner/,
    but: { ...told, kind: 'service', commissionerTold: null },
  },
  {
    rule: 'complaint-authority-missing',
    raises: { complainantKind: 'body' },
    message: /authority/,
    but: { complainantKind: 'body', authorityHow: 'Signed letter' },
  },
  {
    rule: 'complaint-other-procedure-unlinked',
    raises: { kind: 'both' },
    message: /other procedure/,
    but: { kind: 'both', otherProcedure: 'representations', otherReference: 'CA-7' },
  },
]

const found = (change: Partial<ComplaintRecord>) => gapsOfRecord('complaints', aComplaint(change), context)

describe('rules about complaints', () => {
  test.each(CASES)('$rule is raised, and is not when put right', ({ rule, raises, message, but }) => {
    const gaps = found(raises).filter(({ ruleId }) => ruleId === rule)
    expect(gaps.map((gap) => gap.message).join(' ')).toMatch(message)
    expect(found(but).map(({ ruleId }) => ruleId)).not.toContain(rule)
  })

  test('each has a case', () => {
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(COMPLAINT_RULES.map(({ id }) => id)))
  })

  test('a complaint about which everything is said raises none', () => {
    expect(found({})).toEqual([])
  })
})
