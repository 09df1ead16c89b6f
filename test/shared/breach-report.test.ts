import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, notApplicable } from '#shared/answer.ts'
import { REPORT_SECTIONS } from '#shared/law/breaches/report-questions.ts'
import { dataOption, peopleOption } from '#shared/law/breaches/report/terms.ts'
import { newActivity } from '#shared/registers/activities/activity.schema.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import type { ReportAnswer, SentReport } from '#shared/registers/breaches/kept.ts'
import { changeOf, lastReport } from '#shared/registers/breaches/report/changes.ts'
import { composeReport, keptAnswers } from '#shared/registers/breaches/report/compose.ts'
import { correspondenceOf } from '#shared/registers/breaches/report/correspondence.ts'
import { chosenIn, textOfChosen } from '#shared/registers/breaches/report/option-words.ts'
import { draftPaper } from '#shared/registers/breaches/report/paper.ts'
import { whyNotRecorded } from '#shared/registers/breaches/report/record-report.ts'
import type { ReportFacts } from '#shared/registers/breaches/report/report-facts.ts'
import { reportText } from '#shared/registers/breaches/report/report-text.ts'
import { reportTiming } from '#shared/registers/breaches/report/timing.ts'
import { evidence } from '#shared/registers/evidence/evidence.register.ts'
import type { Instant } from '#shared/time/instant.ts'
import { activityId, anOrganisation, aTerm, day } from '../law/world.ts'

const at = (text: string) => `2026-11-${text}:00.000Z` as Instant
const TERMS = [
  aTerm('data', 'Contact details'),
  aTerm('data', 'Action plans'),
  aTerm('data', 'Cautions', { dataClass: 'criminal' }),
  aTerm('people', 'Children and young people'),
  aTerm('people', 'Parents'),
  aTerm('measures', 'Access control'),
]

function aBreach(fields: Partial<Breach> = {}, id = 'b'): Breach {
  return { ...breaches.blank(id, 'Report to the wrong parent'), reference: 'BR-0002', ...fields }
}

function facts(fields: Partial<Breach> = {}, more: Partial<ReportFacts> = {}): ReportFacts {
  return {
    breach: aBreach(fields),
    phase: 'initial',
    now: at('22T09:00'),
    organisation: undefined,
    activities: [],
    trainings: [],
    others: [],
    term: (id) => TERMS.find((term) => term.id === id),
    nameOf: (kind, id) =>
      kind === 'activities' ? `Activity ${id}` : TERMS.find((term) => term.id === id)?.name,
    ...more,
  }
}

function answer(code: string, fields: Partial<Breach> = {}, more: Partial<ReportFacts> = {}) {
  const { sections } = composeReport(facts(fields, more), null)
  return sections.flatMap(({ answers }) => answers).find((one) => one.code === code)!
}

const said = (code: string, fields: Partial<Breach> = {}, more: Partial<ReportFacts> = {}) => {
  const { text, state } = answer(code, fields, more)
  return state === 'answered' ? text : state
}

const TOLD = { toldAt: null, hours: null, because: '', reference: '' }

describe('what the record says', () => {
  test.each<[string, Partial<Breach>, string]>([
    ['B01', {}, 'Initial report'],
    ['B02', {}, 'Not applicable: this is the initial report.'],
    ['B03', {}, 'blank'],
    ['B04', { risk: 'high' }, 'Meets the threshold'],
    ['B04', { risk: 'unlikely' }, 'Below the threshold but want the ICO to know'],
    ['B04', {}, 'notKnown'],
    ['B05', {}, 'blank'],
    ['B06', {}, 'Unsure'],
    ['B10', { account: 'It was emailed.' }, 'It was emailed.'],
    ['B10', {}, 'Report to the wrong parent'],
    ['B11', {}, 'notKnown'],
    [
      'B11',
      { cause: 'bcc', team: 'North', activityIds: ['a1'] },
      'Cause: Failure to use bcc\nTeam or service: North\nActivities concerned: Activity a1',
    ],
    ['B12', {}, 'notKnown'],
    [
      'B12',
      { noticedBy: 'A parent', toldTo: 'The manager' },
      'First noticed by: A parent\nReported inside to: The manager',
    ],
    ['B13', {}, 'notKnown'],
    [
      'B13',
      { noticedAt: at('20T16:10') },
      'When the organisation became aware is not known yet.\nFri 20 November 2026, 16:10 GMT: first noticed.',
    ],
    ['B14', {}, 'notKnown'],
    ['B14', { happenedFrom: at('20T15:55') }, 'Fri 20 November 2026, 15:55 GMT'],
    [
      'B14',
      { happenedFrom: at('20T15:55'), isOngoing: true },
      'From Fri 20 November 2026, 15:55 GMT\nIt is still going on.',
    ],
    ['B15', { measuresBefore: 'Two people check.' }, 'Two people check.'],
    ['B15', {}, 'blank'],
    ['B16', { cause: 'phishing' }, 'Yes'],
    ['B16', { cause: 'bcc' }, 'No'],
    ['B16', {}, 'notKnown'],
    ['B20', {}, 'notKnown'],
    [
      'B20',
      { dataIds: ['contact-details', 'cautions', 'action-plans'] },
      'Basic personal identifiers (name, contact details)\nCriminal convictions, offences\nOther',
    ],
    ['B21', { dataIds: ['contact-details', 'action-plans'] }, 'Action plans'],
    ['B21', { dataIds: ['contact-details'] }, 'Not applicable: no other category.'],
    ['B22', { records: { state: 'estimate', from: 1200, to: null } }, 'about 1,200'],
    ['B22', {}, 'notKnown'],
    ['B23', { people: { state: 'exact', from: 0, to: null } }, '0'],
    ['B24', { peopleIds: ['parents', 'children-and-young-people'] }, 'Children\nOther: Parents'],
    ['B24', { involvesChildren: true }, 'Children'],
    ['B24', {}, 'notKnown'],
    ['B25', { effects: 'Worry.' }, 'Worry.'],
    ['B25', {}, 'blank'],
    ['B26', { risk: 'high' }, 'Likely'],
    ['B26', { risk: 'risk' }, 'blank'],
    ['B27', { risk: 'risk' }, 'No'],
    ['B27', { risk: 'high' }, 'Yes'],
    ['B30', { cause: 'bcc' }, 'Not applicable: not a cyber incident.'],
    ['B30', { cause: 'malware', kinds: ['availability'] }, 'Yes'],
    [
      'B31',
      { cause: 'malware', kinds: ['availability', 'confidentiality'] },
      'Confidentiality\nAvailability',
    ],
    ['B32', { cause: 'malware' }, 'blank'],
    ['B33', {}, 'notKnown'],
    ['B40', {}, 'blank'],
    ['B41', {}, 'blank'],
    ['B42', { lateBecause: 'It took three days.' }, 'It took three days.'],
    ['B42', {}, 'notKnown'],
    [
      'B42',
      { awareAt: at('20T16:40') },
      'Not applicable: within the 72 hours, which end on Mon 23 November 2026, 16:40 GMT.',
    ],
    ['B42', { awareAt: at('18T16:40') }, 'blank'],
    ['B50', { remedialAction: 'A new tool.' }, 'A new tool.'],
    [
      'B51',
      { containment: 'Recalled.', containedAt: at('20T18:20') },
      'Contained on Fri 20 November 2026, 18:20 GMT\nRecalled.',
    ],
    [
      'B52',
      {
        lessons: 'One tool.',
        actions: [{ id: 'x', what: 'Show it', owner: 'R. Field', due: day('2026-11-30'), doneOn: null }],
      },
      'One tool.\nShow it (due on Mon 30 November 2026)',
    ],
    ['B53', {}, 'Not decided yet'],
    ['B53', { peopleDecision: 'tell' }, 'No, but planning to'],
    [
      'B53',
      { peopleDecision: 'notHighRisk', peopleBecause: 'Recalled unread.' },
      'No, decided not to\nRecalled unread.',
    ],
    [
      'B53',
      { peopleToldAt: at('21T10:00'), peopleToldHow: 'By letter.' },
      'Yes\nTold on Sat 21 November 2026, 10:00 GMT\nBy letter.',
    ],
    ['B54', { otherBodies: [{ id: 'p', body: 'Police', ...TOLD }] }, 'Police: to be told'],
    ['B54', {}, 'blank'],
    ['B55', {}, 'blank'],
    ['B60', {}, 'blank'],
    ['B61', {}, 'blank'],
    ['B62', {}, 'blank'],
    ['B63', {}, 'blank'],
    ['B64', {}, 'blank'],
    ['B70', {}, 'blank'],
  ])('%s of %j', (code, fields, expected) => {
    expect(said(code, fields)).toBe(expected)
  })

  test('every question of the list has been asked above or below', () => {
    const codes = REPORT_SECTIONS.flatMap(({ questions }) => questions.map(({ code }) => code))
    expect(codes.filter((code) => answer(code) === undefined)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('the organisation tells who it is and who can be asked', () => {
    const organisation = anOrganisation('trust', {
      charity: known(true),
      dataProtectionOfficer: known({
        role: 'DPO',
        name: 'R. Field',
        email: 'dpo@example.org',
        telephone: '01',
        address: '',
      }),
    })
    expect(said('B60', {}, { organisation })).toBe('The trust\n1 High Street')
    expect(said('B61', {}, { organisation })).toBe('Z1234567')
    expect(said('B63', {}, { organisation })).toBe('R. Field, DPO\ndpo@example.org\n01')
    expect(said('B64', {}, { organisation })).toBe('Charitable and voluntary')
    expect(answer('B63', {}, { organisation }).from).toEqual([
      expect.objectContaining({ register: 'organisations', record: 'trust', field: 'dataProtectionOfficer' }),
    ])
    const exempt = { ...organisation, icoRegistration: notApplicable('no fee is due') }
    expect(said('B61', {}, { organisation: exempt })).toBe('Not applicable: no fee is due')
  })

  test('earlier breaches tell whether this is the first, and what is always the same', () => {
    const typed = { id: 'B05', question: 'Size', answer: 'Fewer than 250 staff', state: 'answered' as const }
    const earlier = aBreach({ reference: 'BR-0001', reportedAt: at('01T10:00'), reportAnswers: [typed] }, 'e')
    expect(said('B06', {}, { others: [earlier] })).toBe('No')
    expect(said('B05', {}, { others: [earlier] })).toBe('Fewer than 250 staff')
    expect(answer('B05', {}, { others: [earlier] }).from[0]?.label).toBe('Typed for BR-0001')
  })

  test('the measures of the activities stand in where the breach names none', () => {
    const activity = {
      ...newActivity(activityId('a'), 'Reviews'),
      reference: 'A-1',
      measureIds: [TERMS[5]!.id],
      securityDescription: 'Encrypted.',
    }
    expect(said('B15', {}, { activities: [activity] })).toBe('A-1 Reviews: Access control. Encrypted.')
  })

  test('training of the last two years is described, older training is not', () => {
    const training = (id: string, doneOn: string) => ({
      ...evidence.blank(id, `Training ${id}`),
      kind: 'training' as const,
      doneOn: day(doneOn),
      peopleDone: 42,
      peopleExpected: 45,
    })
    const trainings = [training('old', '2024-11-21'), training('new', '2026-03-02')]
    expect(said('B41', {}, { trainings: trainings as never })).toBe(
      'Training new, Mon 2 March 2026: 42 of 45 people',
    )
  })

  test('a processor has no 72 hours of its own', () => {
    const { timing } = composeReport(facts({ ourRole: 'processor', awareAt: at('01T10:00') }), null)
    expect(timing).toMatchObject({ due: null, isLate: false })
  })

  test('the last millisecond of the 72 hours is in time and the next one late, over the change of the clocks too', () => {
    for (const [aware, due, after] of [
      ['2026-11-20T16:40:00.000Z', '2026-11-23T16:40:00.000Z', '2026-11-23T16:40:00.001Z'],
      ['2026-10-23T16:40:30.250Z', '2026-10-26T16:40:30.250Z', '2026-10-26T16:40:30.251Z'],
    ] as [Instant, Instant, Instant][]) {
      const breach = aBreach({ awareAt: aware })
      expect(reportTiming(breach, due)).toMatchObject({ due, isLate: false })
      expect(reportTiming(breach, after)).toMatchObject({ due, isLate: true })
    }
  })

  test('words of the library are only taken for the form’s where nobody could doubt it', () => {
    expect(dataOption('Health Information', 'special')).toBe('Health data')
    expect(dataOption('Disabilities and special educational needs', 'special')).toBeNull()
    expect(peopleOption('Foster parents and carers')).toBeNull()
    const offered = new Set(
      REPORT_SECTIONS.flatMap(({ questions }) => questions.flatMap(({ options }) => options)),
    )
    for (const option of offered) {
      const found = dataOption(option, null) ?? peopleOption(option)
      if (found) expect(offered.has(found)).toBe(true)
    }
  })
})

describe('how a report differs from the one before', () => {
  const aSaid = fc.record({ text: fc.string(), state: fc.constantFrom('answered', 'notKnown', 'blank') })

  test('the same answer is never a change', () => {
    fc.assert(
      fc.property(aSaid, (one) => {
        expect(changeOf('B25', one as ReportAnswer, one as ReportAnswer)).toBe('unchanged')
      }),
    )
  })

  test('a change is told by what was and what is, and only by that', () => {
    fc.assert(
      fc.property(aSaid, aSaid, (now, before) => {
        const change = changeOf('B25', now as ReportAnswer, before as ReportAnswer)
        const isSame =
          now.state === before.state && (now.state !== 'answered' || now.text.trim() === before.text.trim())
        expect(change === 'unchanged').toBe(isSame)
        if (change === 'nowKnown') expect([before.state, now.state]).toEqual(['notKnown', 'answered'])
        if (change === 'added') expect(before.state).toBe('blank')
        if (!isSame && before.state === 'answered') expect(change).toBe('changed')
      }),
    )
  })

  test('a report compared with itself has nothing changed and nothing dropped', () => {
    const { sections } = composeReport(facts({ effects: 'Worry.' }), null)
    const sent = aReport('r', at('21T08:00'), keptAnswers(sections))
    const again = composeReport(
      facts({ effects: 'Worry.', sentReports: [sent] }, { phase: 'followUp' }),
      null,
    )
    const changes = again.sections.flatMap(({ answers }) => answers.map(({ change }) => change))
    expect(new Set(changes)).toEqual(new Set(['unchanged']))
    expect(again.dropped).toEqual([])
  })

  test('an answer to a question that is no longer asked is shown as dropped', () => {
    const { sections } = composeReport(facts({ effects: 'Worry.' }), null)
    const sent = aReport('r', at('21T08:00'), keptAnswers(sections))
    const own = REPORT_SECTIONS.map((section) => ({
      ...section,
      questions: section.questions.map((one) => ({ ...one, isSetAside: one.code === 'B25' })),
    }))
    const again = composeReport(facts({ sentReports: [sent] }), own)
    expect(again.dropped).toEqual([
      { code: 'B25', question: expect.stringContaining('harm'), text: 'Worry.' },
    ])
    const paper = draftPaper(aBreach(), again, { organisation: '', regulator: 'Regulator' })
    expect(reportText(paper)).toContain('No longer asked; the last report said')
  })

  test('the last report is the one that went out last, whatever was recorded when', () => {
    const [first, second] = [aReport('1', at('21T08:00')), aReport('2', at('22T08:00'))]
    expect(lastReport([second, first])?.id).toBe('2')
    expect(lastReport([second, first], second)?.id).toBe('1')
    expect(lastReport([second, first], first)).toBeUndefined()
  })
})

describe('recording a report', () => {
  const asked = (phase: 'initial' | 'followUp', sentAt: Instant, lateBecause = '') => ({
    phase,
    sentAt,
    lateBecause,
  })
  const breach = aBreach({ awareAt: at('20T16:40') })
  const NOW = at('25T09:00')

  test.each([
    ['in the last millisecond of the time', asked('initial', at('23T16:40')), null],
    ['a minute after', asked('initial', at('23T16:41')), 'Give them'],
    ['a minute after, with reasons', asked('initial', at('23T16:41'), 'Known late.'), null],
    ['in the future', asked('initial', at('25T09:01')), 'in the future'],
    ['before awareness', asked('initial', at('20T16:39')), 'became aware'],
    [
      'further information without a first report',
      asked('followUp', at('21T09:00')),
      'Record the initial report first',
    ],
  ])('%s', (_, input, refusal) => {
    const because = whyNotRecorded(breach, input, NOW)
    if (refusal === null) expect(because).toBeNull()
    else expect(because).toContain(refusal)
  })

  test('a report from before reports were kept counts as the first', () => {
    const before = { ...breach, reportedAt: at('21T08:00') }
    expect(whyNotRecorded(before, asked('followUp', at('24T08:00')), NOW)).toBeNull()
    expect(whyNotRecorded(before, asked('followUp', at('21T07:00')), NOW)).toContain('gone out before')
  })
})

test('an answer of options and words is taken apart and put together again', () => {
  const offered = ['Yes', 'No', 'Other']
  const words = fc.string().map((text) => text.replaceAll(/[\r\n]/gu, ' ').trim())
  fc.assert(
    fc.property(fc.subarray(offered), words, (options, text) => {
      fc.pre(!offered.includes(text))
      const chosen = { options, words: text }
      expect(chosenIn(textOfChosen(chosen, offered), offered)).toEqual(chosen)
    }),
  )
})

test('the correspondence stands in the order of time, and what is due after it', () => {
  const entry = (id: string, more: object) => ({
    id,
    what: id,
    direction: null,
    at: null,
    due: null,
    reference: '',
    withWhom: '',
    said: '',
    ...more,
  })
  const followUps = [
    entry('later', { due: day('2026-12-09') }),
    entry('sooner', { due: day('2026-12-01') }),
    entry('asked', { at: at('22T08:00'), direction: 'received' }),
  ]
  const log = correspondenceOf(aBreach({ followUps, sentReports: [aReport('r', at('21T08:00'))] } as never))
  expect(log.map(({ id, way }) => `${way} ${id}`)).toEqual([
    'Sent: r',
    'Received: asked',
    'To do: sooner',
    'To do: later',
  ])
})

function aReport(id: string, sentAt: Instant, answers: readonly ReportAnswer[] = []): SentReport {
  return {
    id,
    phase: 'initial',
    sentAt,
    sentBy: 'R. Field',
    channel: 'Online form',
    reference: '',
    lateBecause: '',
    recordedAt: sentAt,
    answers: [...answers],
    sha256: '0'.repeat(64),
  }
}
