import { describe, expect, test } from 'vitest'
import { hrefFor, hrefOf, parseRoute, SECTIONS } from '#renderer/app/routing.tsx'

describe('addresses', () => {
  test.each([
    ['', 'today', null, null],
    ['#/nowhere/1', 'today', null, null],
    ['#/organisations', 'organisations', null, null],
    ['#/activities/a%2Fb/flow', 'activities', 'a/b', 'flow'],
  ])('%s is read', (hash, section, id, page) => {
    expect(parseRoute(hash)).toMatchObject({ section, id, page })
  })

  test('lead back to where they were made', () => {
    for (const section of SECTIONS) {
      const route = parseRoute(hrefOf(section, 'id/1', 'flow', { from: 'gaps & more' }))
      expect([route.section, route.id, route.page, route.search.get('from')]).toEqual([
        section,
        'id/1',
        'flow',
        'gaps & more',
      ])
    }
  })

  test('of records of every register are pages of the program', () => {
    expect(hrefFor('vocabulary', 't1')).toBe('#/library/t1')
    expect(hrefFor('views', 'v1')).toBe('#/activities?view=v1')
    expect(hrefFor('settings', 'settings')).toBe('#/settings')
  })
})
