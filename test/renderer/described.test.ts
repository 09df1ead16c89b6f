import { describe, expect, test } from 'vitest'
import {
  columnIdsOf,
  columnsOf,
  dueWords,
  firstColumnsOf,
  isEditableColumn,
} from '#renderer/ui/described/columns.ts'
import { bulkFields, draftOf, editOfDraft, entryField } from '#renderer/ui/described/bulk-draft.ts'
import { readCount } from '#renderer/ui/described/fields/read-count.ts'
import { withTallyState } from '#renderer/ui/described/fields/tally-state.ts'
import {
  contentOfLook,
  filterOfAddress,
  firstLook,
  isEveryRecord,
  lookOfContent,
  withFacet,
} from '#renderer/ui/described/list-look.ts'
import { countedRecords } from '#renderer/ui/described/record-words.ts'
import { commandInWords } from '#renderer/ui/command-words.ts'
import { DESCRIBED, described } from '#shared/described/all.ts'
import { terms } from '#shared/described/field.ts'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { View } from '#shared/registers/views/view.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Instant } from '#shared/time/instant.ts'
import { momentInUk } from '#shared/time/uk-moment.ts'

const TODAY = PlainDate.parse('2027-01-05')
const requests = described('requests')
const day = (text: string) => PlainDate.parse(text)

describe.each(Object.values(DESCRIBED))('the list of $register', (description) => {
  test('has each column once, under a name of its own', () => {
    const columns = columnsOf(description, TODAY)
    expect(columns.map(({ id }) => id)).toEqual(columnIdsOf(description))
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
    expect(columns.filter(({ label }) => label.trim() === '')).toEqual([])
  })

  test('comes back from a saved view as it was', () => {
    const look = firstLook(description)
    const content = contentOfLook({ ...look, groupBy: 'owner', filter: { ...EVERY_RECORD, text: 'ann' } })
    expect(contentOfLook(lookOfContent(description, content, 'v', {}))).toEqual(content)
  })

  test('can be changed in bulk by every field it offers', () => {
    for (const { value } of bulkFields(description)) {
      const draft = draftOf(description, value)
      const filled = { ...draft, value: 'x', by: 'y' }
      expect(editOfDraft(description, filled)).toMatchObject({ field: value, action: draft.action })
    }
  })
})

describe('what is due', () => {
  test('says the weekday, that it is late, and since when it is paused', () => {
    expect(dueWords({ dueOn: day('2027-01-06'), pausedSince: null }, TODAY)).toBe('Wed 6 January 2027')
    expect(dueWords({ dueOn: TODAY, pausedSince: null }, TODAY)).toBe('Tue 5 January 2027')
    expect(dueWords({ dueOn: day('2027-01-04'), pausedSince: null }, TODAY)).toBe(
      'Overdue: Mon 4 January 2027',
    )
    expect(dueWords({ dueOn: null, pausedSince: day('2027-01-04') }, TODAY)).toBe(
      'Paused since Mon 4 January 2027',
    )
    expect(dueWords({ dueOn: null, pausedSince: null }, TODAY)).toBe('')
  })
})

describe('the look of a list', () => {
  test('leaves out columns and groupings that this version does not know', () => {
    const content = {
      ...contentOfLook(firstLook(requests)),
      columns: ['name', 'shoeSize'],
      groupBy: 'colour',
    }
    expect(lookOfContent(requests, content, 'v', {})).toMatchObject({ columns: ['name'], groupBy: null })
  })

  test('shows the first columns when a view knows none of them', () => {
    const content = { ...contentOfLook(firstLook(requests)), columns: ['shoeSize'] }
    expect(lookOfContent(requests, content, 'v', {}).columns).toEqual(firstColumnsOf(requests))
  })

  test('is unfiltered again once the last answer of a facet is let go', () => {
    const [facet = ''] = requests.facets
    const filter = { ...EVERY_RECORD, facets: withFacet(EVERY_RECORD, facet, ['a']) }
    expect(isEveryRecord(filter)).toBe(false)
    expect(isEveryRecord({ ...filter, facets: withFacet(filter, facet, []) })).toBe(true)
    expect(isEveryRecord({ ...EVERY_RECORD, standing: 'open' })).toBe(false)
  })

  test('is filtered by an address, and not by nonsense', () => {
    const [facet = ''] = requests.facets
    const asked = new URLSearchParams(`standing=open&dueBefore=2027-01-05&${facet}=a&${facet}=b`)
    expect(filterOfAddress(requests, asked)).toEqual({
      ...EVERY_RECORD,
      standing: 'open',
      dueBefore: '2027-01-05',
      facets: { [facet]: ['a', 'b'] },
    })
    expect(filterOfAddress(requests, new URLSearchParams('view=v1'))).toBeNull()
    expect(filterOfAddress(requests, new URLSearchParams('standing=upside-down'))).toBeNull()
  })

  test('edits in place the name and the simple fields, not what others work out', () => {
    expect(isEditableColumn(requests, 'name')).toBe(true)
    expect(isEditableColumn(requests, requests.status ?? '')).toBe(true)
    expect(isEditableColumn(requests, 'dueOn')).toBe(false)
    expect(isEditableColumn(requests, 'gaps')).toBe(false)
  })
})

describe('a saved view', () => {
  const look = contentOfLook(firstLook(requests))

  test('belongs to its register', () => {
    expect(View.parse({ ...look, id: 'v', name: 'Open', register: 'requests' }).register).toBe('requests')
    expect(View.safeParse({ ...look, id: 'v', name: 'Open', register: 'activities' }).success).toBe(false)
  })

  test('that an earlier version saved is one of the activities', () => {
    const filter = {
      text: '',
      organisationIds: [],
      roles: [],
      statuses: [],
      bases: [],
      dataClasses: [],
      termIds: [],
      gaps: null,
      reviewBefore: null,
      ids: null,
    }
    const old = { id: 'v', name: 'All', filter, sort: [], groupBy: null, columns: ['name'], pinned: [] }
    expect(View.parse(old).register).toBe('activities')
  })
})

describe('fields', () => {
  test('a count is read as people type it', () => {
    expect([readCount('1,200'), readCount(' 0 '), readCount('')]).toEqual([1200, 0, null])
    expect([readCount('-1'), readCount('1.5'), readCount('many')]).toEqual([undefined, undefined, undefined])
  })

  test('a count that is not known holds no number, and only a range holds two', () => {
    const range = { state: 'range', from: 3, to: 9 } as const
    expect(withTallyState(range, 'exact')).toEqual({ state: 'exact', from: 3, to: null })
    expect(withTallyState(range, 'unknown')).toEqual({ state: 'unknown', from: null, to: null })
  })

  test('a time in the United Kingdom is kept in UTC, in summer and in winter', () => {
    expect(momentInUk(day('2027-01-05'), '14:02')).toBe(Instant.parse('2027-01-05T14:02:00.000Z'))
    expect(momentInUk(day('2027-07-05'), '14:02')).toBe(Instant.parse('2027-07-05T13:02:00.000Z'))
    expect(momentInUk(day('2027-01-05'), '25:00')).toBeNull()
  })

  test('one entry of a list of terms is chosen as a single term', () => {
    expect(entryField(terms('People', 'people'))).toMatchObject({ kind: 'term', vocabulary: 'people' })
  })
})

test('records are counted and named in the words of their register', () => {
  expect(countedRecords(requests, 1)).toBe(`1 ${requests.one}`)
  const entry = {
    procedure: 'records.change',
    register: 'requests',
    title: 'RR-0001 Copy',
    records: 1,
  } as const
  expect(commandInWords(entry)).toBe(`changed ${requests.one} RR-0001 Copy`)
})
