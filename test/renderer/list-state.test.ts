import { describe, expect, test } from 'vitest'
import { editOf, withField } from '#renderer/registers/activities/list/bulk-edits.ts'
import { filterFromAddress } from '#renderer/registers/activities/list/filter-from-address.ts'
import { contentOf, FIRST_STATE, stateOf } from '#renderer/registers/activities/list/list-state.ts'
import {
  countSelected,
  EVERYTHING,
  isSelected,
  NOTHING,
  setSelected,
  targetOf,
} from '#renderer/ui/list/selection.ts'
import { pressHead } from '#renderer/ui/list/sorting.ts'
import { tableText } from '#renderer/ui/list/table-text.ts'
import { groupWords } from '#renderer/registers/activities/list/words.ts'
import { dayWords, gapWords } from '#renderer/ui/list/words.ts'
import { differs } from '#renderer/registers/views/differs.ts'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'

const id = (text: string) => ActivityId.parse(text)

describe('the selection', () => {
  test('of all but some follows the filter and leaves out the exceptions', () => {
    const selection = setSelected(EVERYTHING, [id('a')], false)
    expect(isSelected(selection, id('a'))).toBe(false)
    expect(isSelected(selection, id('b'))).toBe(true)
    expect(countSelected(selection, 10)).toBe(9)
    expect(targetOf(selection, NO_FILTER, 10)).toEqual({ filter: NO_FILTER, except: ['a'] })
  })

  test('of some activities names them', () => {
    const selection = setSelected(NOTHING, [id('a'), id('b')], true)
    expect(targetOf(selection, NO_FILTER, 10)).toEqual({ ids: ['a', 'b'] })
  })

  test('that came to nothing is aimed at nothing', () => {
    const selection = setSelected(setSelected(NOTHING, [id('a')], true), [id('a')], false)
    expect(targetOf(selection, NO_FILTER, 10)).toBeNull()
  })
})

describe('pressing a head', () => {
  test('sorts up, then down, then not', () => {
    const up = pressHead([], 'name', false)
    const down = pressHead(up, 'name', false)
    expect([up, down, pressHead(down, 'name', false)]).toEqual([
      [{ key: 'name', descending: false }],
      [{ key: 'name', descending: true }],
      [],
    ])
  })

  test('with Shift adds to the sort and keeps its order', () => {
    const sort = pressHead([{ key: 'status', descending: true }], 'name', true)
    expect(pressHead(sort, 'status', true)).toEqual([{ key: 'name', descending: false }])
  })
})

describe('a saved view', () => {
  test('brings the list back as it was saved', () => {
    const content = contentOf({ ...FIRST_STATE, groupBy: 'status', filter: { ...NO_FILTER, text: 'foster' } })
    expect(contentOf(stateOf(content, 'v', {}))).toEqual(content)
  })

  test('of another version leaves out columns and groupings that are not known', () => {
    const content = {
      ...contentOf(FIRST_STATE),
      columns: ['name', 'shoeSize'],
      pinned: ['shoeSize'],
      groupBy: 'colour',
    }
    expect(stateOf(content, 'v', {})).toMatchObject({ columns: ['name'], pinned: [], groupBy: null })
  })

  test('differs once the list was filtered otherwise, and not by the order of the conditions', () => {
    const content = contentOf(FIRST_STATE)
    const reordered = { ...content, filter: Object.fromEntries(Object.entries(content.filter).toReversed()) }
    expect(differs(content, reordered as typeof content)).toBe(false)
    expect(differs(content, { ...content, filter: { ...content.filter, text: 'x' } })).toBe(true)
  })
})

describe('a filter from an address', () => {
  test('is read from a link of another page', () => {
    expect(filterFromAddress(new URLSearchParams('organisation=o1&gaps=errors&basis=6-1-f'))).toEqual({
      ...NO_FILTER,
      organisationIds: ['o1'],
      gaps: 'errors',
      bases: ['6-1-f'],
    })
  })

  test('is none when nothing or nonsense is asked for', () => {
    expect(filterFromAddress(new URLSearchParams('view=v1'))).toBeNull()
    expect(filterFromAddress(new URLSearchParams('basis=7-9'))).toBeNull()
  })
})

describe('a bulk change', () => {
  test('is not complete without its value', () => {
    expect(editOf(withField('status'))).toBeNull()
    expect(editOf({ ...withField('systemIds'), action: 'replace', value: 't1', by: '' })).toBeNull()
  })

  test('may clear a date and an owner', () => {
    expect(editOf(withField('reviewOn'))).toEqual({ action: 'set', field: 'reviewOn', value: null })
    expect(editOf(withField('owner'))).toEqual({ action: 'set', field: 'owner', value: '' })
  })

  test('replaces one term by another', () => {
    const edit = { field: 'systemIds', action: 'replace', value: 't1', by: 't2' } as const
    expect(editOf(edit)).toEqual(edit)
  })
})

describe('a copied table', () => {
  test('cannot run as a formula, nor carry markup', () => {
    const { text, html } = tableText(['Name'], [['=1+1'], ['<b>x</b>'], ['two\nlines']])
    expect(text).toBe("Name\n'=1+1\n<b>x</b>\ntwo lines")
    expect(html).toContain("<td>'=1+1</td>")
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt;')
  })
})

describe('words of the list', () => {
  test('a day reads as everywhere else', () => {
    const day = PlainDate.parse('2027-01-05')
    expect(dayWords(day)).toBe('Tue 5 January 2027')
    expect(dayWords(day)).toBe(formatDay(day).replace(',', ''))
  })

  test('gaps are counted by severity, and their absence is no praise', () => {
    expect(gapWords({ errors: 1, warnings: 0, notes: 2 })).toBe('1 error, 2 notes')
    expect(gapWords({ errors: 0, warnings: 0, notes: 0 })).toBe('No rule raised')
  })

  test('groups are named as their cells are', () => {
    expect(groupWords('bases', ' 6-1-e 6-1-f ')).toBe('6(1)(e), 6(1)(f)')
    expect(groupWords('role', 'jointController')).toBe('Joint controller')
    expect(groupWords('organisation', 'Polaris')).toBe('Polaris')
  })
})
