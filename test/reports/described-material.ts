import {
  answer,
  choice,
  countries,
  country,
  day,
  items,
  line,
  lines,
  link,
  moment,
  number,
  passage,
  tally,
  terms,
  yesNo,
} from '#shared/described/field.ts'
import { deadlineOn } from '#shared/described/deadline.ts'
import { type AnyDescribed, type AnyRecord, describeRegister } from '#shared/described/register.ts'
import { TO_BE_DETERMINED, known } from '#shared/answer.ts'
import { noDescribedRecords, type RegisterContent } from '#shared/records/register-content.ts'
import { type Telling, tellingOf } from '#shared/registers/reports/telling.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { aRegister, STAMP, TERMS } from './material.ts'

/** A register with a field of every sort. */
const description = describeRegister({
  register: 'requests',
  label: 'Rights requests: 1/2 [every sort]',
  one: 'rights request',
  about: 'What people ask for.',
  example: { name: 'Access to a file', says: 'A parent asks for the file.' },
  series: 'RR',
  nameLabel: 'Request',
  fields: {
    status: choice('Status', [
      { value: 'open', label: 'Under way' },
      { value: 'closed', label: 'Answered' },
    ]),
    receivedOn: day('Received on'),
    toldAt: moment('Told at'),
    identityChecked: yesNo('Identity checked'),
    pages: number('Pages'),
    people: tally('People concerned'),
    from: line('From whom'),
    story: passage('What happened'),
    channels: lines('Channels'),
    place: country('Country'),
    places: countries('Other countries'),
    about: terms('What it is about', 'people'),
    handedTo: link('Handed to', 'organisations'),
    basis: answer(line('Reason for refusing')),
    steps: items('Steps', { what: line('What'), takenOn: day('Taken on') }, { called: 'what' }),
    letters: items(
      'Letters / sent',
      {
        subject: line('Subject'),
        sentOn: day('Sent on'),
        to: line('To'),
        by: line('By'),
        text: passage('Text'),
      },
      { called: 'subject' },
    ),
    duplicate: line('Owner'),
  },
  sections: [
    {
      title: 'The request',
      fields: ['status', 'receivedOn', 'toldAt', 'identityChecked', 'pages', 'people', 'from', 'story'],
    },
    { title: 'Where and what', fields: ['channels', 'place', 'places', 'about', 'handedTo', 'basis'] },
    { title: 'What was done', fields: ['steps', 'letters', 'duplicate'] },
  ],
  list: ['status', 'receivedOn'],
  facets: ['status'],
  status: 'status',
  day: 'receivedOn',
  isClosed: ({ status }) => status === 'closed',
  deadlines: ({ status, receivedOn }) =>
    receivedOn === null || status === 'closed'
      ? []
      : [
          deadlineOn('answer', 'Answer the request', PlainDate.parse('2026-12-22'), {
            derivation: 'One calendar month after Sun 22 November 2026, the day it was received.',
            citation: 'UK GDPR Art 12(3)',
            weight: 'law',
            target: PlainDate.parse('2026-12-15'),
            warnings: ['Bank holidays are known to 2028 only.'],
          }),
          {
            ...deadlineOn('id', 'Check identity', PlainDate.parse('2026-12-24'), {
              derivation: 'Paused until the person answers.',
              citation: 'UK GDPR Art 12(6)',
            }),
            due: null,
            pausedSince: PlainDate.parse('2026-11-23'),
          },
        ],
})
export const EVERY_SORT = description as unknown as AnyDescribed

/** A record of that register of which only the name is known, and what is given. */
export function aRequest(id: string, name: string, changes: Readonly<Record<string, unknown>> = {}) {
  return EVERY_SORT.schema.parse({ ...description.blank(id, name), ...changes }) as AnyRecord
}

/** A record with something in every field. */
export function aFullRequest(): AnyRecord {
  return aRequest('full', 'Access to the case file', {
    reference: 'RR-0002',
    organisationId: 'org',
    owner: 'Head of Fostering',
    notes: 'Called twice.\n\nWill call again.',
    evidence: [{ fact: 'Received by post', document: 'post book.pdf', quote: 'Letter from a parent' }],
    waivers: [{ rule: 'request-x', reason: 'Settled by phone', waivedOn: '2026-11-01', waivedBy: 'Ada' }],
    status: 'open',
    receivedOn: '2026-11-22',
    toldAt: Instant.parse('2026-07-01T09:30:00.000Z'),
    identityChecked: true,
    pages: 1200,
    people: { state: 'range', from: 2, to: 5 },
    from: 'A parent',
    story: 'First line.\nSecond line.',
    channels: ['Post', 'Telephone'],
    place: 'FR',
    places: ['DE', 'IE'],
    about: [TERMS.children.id],
    handedTo: 'org',
    basis: { state: 'notApplicable', because: 'it is not refused' },
    steps: [
      { id: 's1', what: 'Search the archive', takenOn: '2026-11-25' },
      { id: 's2', what: 'Ask the school', takenOn: null },
    ],
    letters: [
      {
        id: 'l1',
        subject: 'Acknowledgement',
        sentOn: '2026-11-23',
        to: 'A parent',
        by: 'Post',
        text: 'Thank you.\nWe will answer.',
      },
    ],
    duplicate: '=HYPERLINK("x")',
  })
}

/** A register that holds the given requests. */
export function withRequests(records: readonly AnyRecord[]): RegisterContent {
  return { ...aRegister([]), described: { ...noDescribedRecords(), requests: records } }
}

/** What the forms are told from; `gaps` stand in for the rules of the real register, whose fields are others. */
export function tellingFor(records: readonly AnyRecord[], gaps: Telling['gapsOf'] = () => []): Telling {
  return { ...tellingOf(EVERY_SORT, withRequests(records), STAMP), gapsOf: gaps }
}

export const OPEN_ANSWER = TO_BE_DETERMINED
export const GIVEN_ANSWER = known('Manifestly unfounded')
