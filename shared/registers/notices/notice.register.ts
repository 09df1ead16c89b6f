import { choice, choices, day, items, line, link, links, passage, yesNo } from '#shared/described/field.ts'
import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { NOTICE_ITEMS } from '#shared/law/notice-items.ts'
import { noticeDeadlines } from './notice.deadlines.ts'
import { SAID_CHOICES } from './points.ts'

const ITEMS = NOTICE_ITEMS.map(({ code, label, citation }) => ({ value: code, label, hint: citation }))

/** Privacy notices: which service, for whom, which version, and who was given it. */
export const notices = describeRegister({
  register: 'notices',
  label: 'Privacy notices',
  one: 'privacy notice',
  about:
    'Every version of every privacy notice: the service and the people it is for, where it stands, what it says on each point the law asks for, and who was given it when.',
  example: {
    name: 'Privacy notice for families using our services',
    says: 'For parents and carers, version of May 2018, on the website. It has no section on rights, and no version that a child could read: both show as gaps.',
  },
  series: 'PN',
  nameLabel: 'Notice',
  nameHint: 'As it calls itself, with the people it is for where several have the same name.',
  fields: {
    status: choice('Status', [
      { value: 'draft', label: 'Draft' },
      { value: 'inUse', label: 'In use' },
      { value: 'superseded', label: 'Replaced' },
    ]),
    service: line('Service', { hint: 'What the notice is about: fostering, adoption, the website.' }),
    audience: choices('For whom', [
      { value: 'children', label: 'Children' },
      { value: 'youngPeople', label: 'Young people' },
      { value: 'parents', label: 'Parents and families' },
      { value: 'carers', label: 'Foster carers and adopters' },
      { value: 'careLeavers', label: 'Care leavers' },
      { value: 'workforce', label: 'Workforce and applicants' },
      { value: 'supporters', label: 'Supporters and donors' },
      { value: 'website', label: 'Website visitors' },
      { value: 'professionals', label: 'Professionals and partners' },
    ]),
    dataFrom: choice('Where the data comes from', [
      { value: 'person', label: 'From the people themselves', hint: 'UK GDPR Art 13' },
      { value: 'others', label: 'From others', hint: 'UK GDPR Art 14' },
      { value: 'both', label: 'From both' },
    ]),
    forChildren: yesNo('Is it a version for children?', { citation: 'UK GDPR Art 12(1)' }),
    childVersionId: link('Its version for children', 'notices'),
    readWithIds: links('To be read with', 'notices', {
      hint: 'A fuller notice, or notices of single services.',
    }),
    activityIds: links('Activities it covers', 'activities'),
    version: line('Version'),
    publishedOn: day('Published on'),
    reviewOn: day('Review on'),
    replacesId: link('Replaces', 'notices'),
    publishedAt: line('Where it stands', { hint: 'An address, a leaflet, a wall.' }),
    languages: line('Languages and formats'),
    contents: items(
      'What it says, point by point',
      {
        item: choice('Point', ITEMS),
        said: choice('Does it say so?', SAID_CHOICES),
        where: line('Where, in its words'),
        note: line('Note'),
      },
      { called: 'item', citation: 'UK GDPR Art 13, Art 14' },
    ),
    changesPromise: passage('What it promises about changes', {
      hint: 'In its words: how people learn of a new version.',
    }),
    changesUntold: yesNo('Does it allow changes without telling people?', {
      citation: 'UK GDPR Art 12(1), Art 13(3)',
    }),
    changes: items(
      'Changes',
      {
        changedOn: day('Changed on'),
        what: passage('What changed'),
        toldHow: line('How people were told'),
      },
      { called: 'what' },
    ),
    given: items(
      'Who was given it',
      {
        toWhom: line('To whom', { hint: 'A group, or a case number: no name is needed.' }),
        givenOn: day('Given on'),
        how: line('How'),
        event: choice('On what occasion', [
          { value: 'collected', label: 'When data was collected' },
          { value: 'obtained', label: 'After data came from others' },
          { value: 'changed', label: 'After a change' },
          { value: 'asked', label: 'On request' },
        ]),
      },
      { called: 'toWhom', citation: 'UK GDPR Art 13(1), Art 14(3)' },
    ),
    obtainedOn: day('Data came from others on', {
      hint: 'For a notice still to be given: it is due within a month at most.',
      citation: 'UK GDPR Art 14(3)',
    }),
  },
  sections: [
    {
      title: 'The notice',
      fields: [
        'status',
        'service',
        'audience',
        'dataFrom',
        'version',
        'publishedOn',
        'reviewOn',
        'publishedAt',
        'languages',
      ],
    },
    {
      title: 'Layers and versions',
      fields: [
        'forChildren',
        'childVersionId',
        'readWithIds',
        'replacesId',
        'activityIds',
        'changesPromise',
        'changesUntold',
        'changes',
      ],
    },
    {
      title: 'What it says',
      hint: 'Each point the law asks for, held against the words of the notice',
      fields: ['contents'],
    },
    { title: 'Who was given it', fields: ['given', 'obtainedOn'] },
  ],
  list: ['service', 'audience', 'status', 'version', 'publishedOn', 'reviewOn'],
  facets: ['status', 'audience', 'forChildren', 'dataFrom', 'changesUntold'],
  status: 'status',
  day: 'publishedOn',
  isClosed: ({ status }) => status === 'superseded',
  deadlines: noticeDeadlines,
})
export type Notice = RecordOf<typeof notices>
