import { describe, expect, test } from 'vitest'
import { type Deadline, type DeadlineContext, isOffered } from '#shared/described/deadline.ts'
import { complaintDeadlines } from '#shared/registers/complaints/complaint.deadlines.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import { complaints } from '#shared/registers/complaints/complaint.register.ts'
import { clockOfRequest, factsOfRequest, mayExtend } from '#shared/registers/requests/request-clock.ts'
import { requestDeadlines } from '#shared/registers/requests/request.deadlines.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const ID = '0190b000-0000-7000-8000-000000000001'
const context: DeadlineContext = {
  nationOf: () => 'england-and-wales',
  extraHolidays: [],
  targetDays: 28,
}

const aRequest = (change: Partial<RequestRecord>): RequestRecord => ({
  ...(requests.blank(ID, 'Access request') as RequestRecord),
  right: 'R-ACCESS',
  receivedOn: day('2026-11-02'),
  ...change,
})
const asked = (askedOn: string, answeredOn: string | null) => ({
  id: `c${askedOn}`,
  what: 'Which years?',
  askedOn: day(askedOn),
  answeredOn: answeredOn === null ? null : day(answeredOn),
  answer: '',
})
const keys = (deadlines: readonly Deadline[]) => deadlines.map(({ key }) => key)
const answerOf = (change: Partial<RequestRecord>) =>
  requestDeadlines(aRequest(change), context).find(({ key }) => key === 'answer')

describe('what is due for a request', () => {
  test.each([
    ['one month', {}, '2026-12-02'],
    [
      'a holiday in Scotland by the case’s own nation',
      { receivedOn: day('2026-10-31'), nation: 'scotland' },
      '2026-12-01',
    ],
    ['the same day in England', { receivedOn: day('2026-10-31') }, '2026-11-30'],
    [
      'identity moves the start',
      { identityAskedOn: day('2026-11-10'), identityReceivedOn: day('2026-11-20') },
      '2026-12-21',
    ],
    [
      'a fee moves the start',
      { receivedOn: day('2026-10-05'), feeAskedOn: day('2026-10-06'), feePaidOn: day('2026-10-19') },
      '2026-11-19',
    ],
    ['an answered question pauses', { clarifications: [asked('2026-11-06', '2026-11-16')] }, '2026-12-14'],
    [
      'not for a correction',
      { right: 'R-RECT', clarifications: [asked('2026-11-06', '2026-11-16')] },
      '2026-12-02',
    ],
    [
      'nor while the right is unknown',
      { right: null, clarifications: [asked('2026-11-06', '2026-11-16')] },
      '2026-12-02',
    ],
    ['an extension told in time', { extensionNoticeOn: day('2026-12-02') }, '2027-02-02'],
    ['an extension told too late extends nothing', { extensionNoticeOn: day('2026-12-03') }, '2026-12-02'],
  ] as const)('%s', (_, change, due) => {
    expect(answerOf(change as Partial<RequestRecord>)?.due).toBe(due)
  })

  test.each([
    ['identity', { identityAskedOn: day('2026-11-10') }, '2026-11-10'],
    ['clarification', { clarifications: [asked('2026-11-06', null)] }, '2026-11-06'],
    ['fee', { feeAskedOn: day('2026-11-09') }, '2026-11-09'],
  ] as const)('%s awaited: no day, paused since, and a day to chase', (word, change, since) => {
    const deadlines = requestDeadlines(aRequest(change as Partial<RequestRecord>), context)
    expect(keys(deadlines)).toEqual(['answer', 'chase'])
    expect(deadlines[0]).toMatchObject({ due: null, pausedSince: since })
    expect(deadlines[0]!.title).toMatch(new RegExp(word))
    expect(deadlines[1]!.warnings.join()).toMatch(/memory/)
  })

  test('an extension that was decided on has to be told', () => {
    const deadlines = requestDeadlines(aRequest({ extensionDecidedOn: day('2026-11-20') }), context)
    expect(deadlines.find(({ key }) => key === 'extension')?.due).toBe('2026-12-02')
  })

  test('a late notice says why it extends nothing', () => {
    expect(answerOf({ extensionNoticeOn: day('2026-12-03') })?.warnings[0]).toMatch(/it extends nothing/)
  })

  test('withdrawal of consent is due at once, and has no month', () => {
    const record = aRequest({ right: 'R-WITHDRAW' })
    expect(factsOfRequest(record)).toBeNull()
    expect(requestDeadlines(record, context)).toMatchObject([{ key: 'withdrawal', due: '2026-11-02' }])
  })

  test('nothing is due without a day of receipt, once answered, or once closed', () => {
    for (const change of [
      { receivedOn: null },
      { sentOn: day('2026-11-20') },
      { closedOn: day('2026-11-20') },
    ])
      expect(requestDeadlines(aRequest(change), context)).toEqual([])
  })

  test('says how the day comes about', () => {
    const { derivation } = answerOf({ receivedOn: day('2026-10-03') })!
    expect(derivation).toMatch(/One month from Sat 3 October 2026 ends on Tue 3 November 2026/)
  })
})

describe('what may be done next', () => {
  const labels = (change: Partial<RequestRecord>) => answerOf(change)!.actions.map(({ label }) => label)

  test('a question is offered for access requests only', () => {
    expect(labels({})).toContain('Ask what is meant')
    expect(labels({ right: 'R-ERASE' })).not.toContain('Ask what is meant')
    expect(labels({ clarifications: [asked('2026-11-06', null)] })).toContain('Record the clarification')
  })

  test('an extension is offered to the last day of the first month, and then says why not', () => {
    const action = answerOf({})!.actions.find(({ field }) => field === 'extensionNoticeOn')!
    expect(action.label).toBe('Give notice of an extension, by Wed 2 December 2026')
    expect(isOffered(action, day('2026-12-02'))).toBe(true)
    expect(isOffered(action, day('2026-12-03'))).toBe(false)
    expect(action.until?.otherwise).toMatch(/cannot be extended/)
    expect(labels({ extensionNoticeOn: day('2026-11-20') }).join()).not.toMatch(/Give notice/)
  })

  test.each([
    ['2026-12-02', true, /by Wed 2 December 2026/],
    ['2026-12-03', false, /has passed/],
  ] as const)('on %s extending is possible: %s', (today, may, because) => {
    const record = aRequest({})
    const answer = mayExtend(clockOfRequest(record, context)!, factsOfRequest(record)!, day(today))
    expect(answer.may).toBe(may)
    expect(answer.because).toMatch(because)
  })
})

const aComplaint = (change: Partial<ComplaintRecord>): ComplaintRecord => ({
  ...(complaints.blank(ID, 'Complaint') as ComplaintRecord),
  kind: 'dataProtection',
  receivedOn: day('2026-11-25'),
  ...change,
})

describe('what is due for a complaint', () => {
  test.each([
    ['2026-06-19', '2026-07-20'],
    ['2026-11-22', '2026-12-22'],
    ['2026-11-25', '2026-12-29'],
    ['2026-12-01', '2026-12-31'],
    ['2027-02-24', '2027-03-30'],
  ])('received on %s, acknowledged by %s', (receivedOn, due) => {
    const deadlines = complaintDeadlines(aComplaint({ receivedOn: day(receivedOn) }), context)
    expect(deadlines).toMatchObject([{ key: 'acknowledge', due, weight: 'law' }])
  })

  test('the nation is the organisation’s', () => {
    const inScotland = { ...context, nationOf: () => 'scotland' as const }
    const [deadline] = complaintDeadlines(aComplaint({ receivedOn: day('2026-12-05') }), inScotland)
    expect(deadline?.due).toBe('2027-01-05')
  })

  test.each([
    ['a service complaint', { kind: 'service' }],
    ['a question', { kind: 'query' }],
    ['one acknowledged', { acknowledgedOn: day('2026-11-26') }],
    ['one whose outcome was told', { toldOn: day('2026-11-26') }],
    ['a closed one', { closedOn: day('2026-11-26') }],
  ] as const)('%s is not to be acknowledged', (_, change) => {
    expect(complaintDeadlines(aComplaint(change as Partial<ComplaintRecord>), context)).toEqual([])
  })

  test('progress that was promised, and a reply to the Commissioner, each have their day', () => {
    const letter = {
      id: 'l1',
      summary: 'Asks what happened',
      direction: 'in' as const,
      dated: day('2026-12-01'),
      reference: '',
      replyDueOn: day('2026-12-15'),
      repliedOn: null,
    }
    const open = aComplaint({
      acknowledgedOn: day('2026-11-26'),
      nextUpdateOn: day('2026-12-10'),
      correspondence: [letter, { ...letter, id: 'l2', repliedOn: day('2026-12-02') }],
    })
    expect(complaintDeadlines(open, context)).toMatchObject([
      { key: 'update', due: '2026-12-10', weight: 'promise' },
      { key: 'commissioner-l1', due: '2026-12-15', weight: 'law' },
    ])
  })
})
