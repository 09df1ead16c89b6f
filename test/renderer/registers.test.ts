import { describe, expect, test } from 'vitest'
import {
  isStepAnswered,
  pageBeside,
  pageOf,
  STEPS,
} from '#renderer/registers/activities/record/guided/steps.ts'
import { retentionInWords } from '#renderer/registers/activities/record/words.ts'
import {
  applyFilter,
  countByRule,
  filterOf,
  type Gap,
  searchOf,
} from '#renderer/registers/gaps/gap-filter.ts'
import { groupOf, mayBeParent } from '#renderer/registers/organisations/group-tree.ts'
import { bytesInWords, fileNameFor } from '#renderer/ui/files/file-words.ts'
import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'

describe('the steps of the guided capture', () => {
  const empty = newActivity(ActivityId.parse('a'), 'Contact sessions')

  test('none is answered by a name alone', () => {
    expect(STEPS.filter(({ key }) => isStepAnswered(key, empty))).toEqual([])
  })
  test('the first is answered once every purpose has its basis settled', () => {
    const open = { ...empty, purposes: [newPurpose('p', 'Supervise contact')] }
    const settled = { ...open, purposes: [{ ...open.purposes[0]!, basis: known('6-1-e' as const) }] }
    expect([isStepAnswered('what', open), isStepAnswered('what', settled)]).toEqual([false, true])
  })
  test('lead one after the other to the end and stop there', () => {
    expect(pageBeside('safety', 1)).toBe('end')
    expect(pageBeside('end', 1)).toBe('end')
    expect(pageBeside('what', -1)).toBe('what')
    expect(pageOf('nonsense')).toBe('what')
  })
})

describe('a retention rule in words', () => {
  const rule = {
    trigger: 'Contract closure',
    period: null,
    criterion: '',
    fate: 'erase' as const,
    authority: '',
  }
  test.each([
    [
      'a period from an event',
      known({ ...rule, period: { amount: 7, unit: 'years' as const } }),
      '7 years from contract closure, then erase',
    ],
    [
      'one year',
      known({ ...rule, trigger: '', period: { amount: 1, unit: 'years' as const } }),
      '1 year, then erase',
    ],
    [
      'a criterion',
      known({ ...rule, criterion: 'As long as a claim may be brought', fate: 'unknown' as const }),
      'As long as a claim may be brought',
    ],
    ['nothing yet', TO_BE_DETERMINED, 'to be determined'],
    ['not applicable', notApplicable('never stored'), 'not applicable: never stored'],
  ])('%s', (_, retention, words) => expect(retentionInWords(retention)).toBe(words))
})

describe('the group an organisation belongs to', () => {
  const body = (id: string, parent: string | null) => ({
    ...newOrganisation(OrganisationId.parse(id), id, 'own'),
    parentId: parent === null ? null : OrganisationId.parse(parent),
  })
  const group = [
    body('Group', null),
    body('Fostering', 'Group'),
    body('North', 'Fostering'),
    body('Other', null),
  ]

  test('is drawn whole from its top, wherever one stands in it', () => {
    const tree = groupOf(group, 'North')!
    expect(tree.body.id).toBe('Group')
    expect(tree.below.map((node) => [node.body.id, node.below.map((below) => below.body.id)])).toEqual([
      ['Fostering', ['North']],
    ])
  })
  test('is cut where parents close a circle', () => {
    const circle = [body('A', 'B'), body('B', 'A')]
    expect(groupOf(circle, 'A')).not.toBeNull()
  })
  test('takes no parent that would close a circle', () => {
    expect(mayBeParent(group, 'Group', 'North')).toBe(false)
    expect(mayBeParent(group, 'Group', 'Group')).toBe(false)
    expect(mayBeParent(group, 'North', 'Other')).toBe(true)
  })
})

describe('the list of gaps', () => {
  const gap = (ruleId: string, severity: Gap['severity'], organisation: string, message: string): Gap => ({
    register: 'activities',
    id: `${ruleId} ${message}`,
    title: 'PCS-04 Contact',
    organisation,
    ruleId,
    ruleTitle: ruleId,
    severity,
    field: 'purposes',
    item: null,
    waiverKey: ruleId,
    message,
    explanation: '',
    citation: 'UK GDPR Art 6(1)',
    check: null,
    waiver: null,
  })
  const gaps = [
    gap('notes', 'note', 'Elm', 'x'),
    gap('basis', 'error', 'Elm', 'No basis'),
    gap('basis', 'error', 'Oak', 'Also none'),
    gap('words', 'error', 'Elm', 'y'),
  ]
  const filter = filterOf(new URLSearchParams('severity=error&organisation=Elm'))

  test('reads its filter from the address and writes it back', () => {
    expect(searchOf(filter)).toEqual({ severity: 'error', organisation: 'Elm' })
    expect(searchOf(filterOf(new URLSearchParams('waived=1')))).toEqual({ waived: '1' })
  })
  test('shows what meets every condition, and finds words in any letter case', () => {
    expect(applyFilter(gaps, filter).map(({ ruleId }) => ruleId)).toEqual(['basis', 'words'])
    expect(applyFilter(gaps, { ...filter, text: 'NO basis' })).toHaveLength(1)
  })
  test('counts what each choice would show with the other conditions kept', () => {
    expect(applyFilter(gaps, filter, 'organisation')).toHaveLength(3)
  })
  test('lists rules that raised errors first, the most frequent before others', () => {
    expect(countByRule(gaps).map(({ ruleId, count }) => [ruleId, count])).toEqual([
      ['basis', 2],
      ['words', 1],
      ['notes', 1],
    ])
  })
})

describe('a file that is handed out', () => {
  test('is named after what it holds, in characters that every system takes', () => {
    expect(fileNameFor('A/B: "Children?"', '2026-03-01')).toBe(
      'Record of processing - A B Children - as at 2026-03-01',
    )
    expect(fileNameFor('', null)).toBe('Record of processing')
  })
  test.each([
    [999, '999 bytes'],
    [12_340, '12.3 kB'],
    [4_560_000, '4.6 MB'],
  ])('of %d bytes', (bytes, words) => expect(bytesInWords(bytes)).toBe(words))
})
