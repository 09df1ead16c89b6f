import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedLines, plainLines } from '#renderer/ui/list/group-lines.ts'
import { PAGE_SIZE, pagesBetween, placeOf } from '#renderer/ui/list/window-maths.ts'

const GROUPS = [
  { key: 'a', label: 'A', count: 3 },
  { key: 'b', label: 'B', count: 2 },
]

describe('the pages of a window', () => {
  test.each([
    ['nothing to show still asks for the first page', 0, 40, 0, [0]],
    ['the first rows', 0, 40, 1000, [0]],
    ['the last row of a page and the first of the next', PAGE_SIZE - 1, PAGE_SIZE, 1000, [0, 1]],
    ['before the beginning', -60, 40, 1000, [0]],
    ['past the end', 950, 1200, 1000, [9]],
  ])('%s', (_, first, last, total, pages) => {
    expect(pagesBetween(first, last, total)).toEqual(pages)
  })

  test('hold every row of the window', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(80), (first, length) => {
        const pages = pagesBetween(first, first + length, 200_000)
        expect(pages).toContain(placeOf(first).page)
        expect(pages).toContain(placeOf(first + length).page)
      }),
    )
  })
})

describe('the lines of a grouped list', () => {
  test('are each head followed by its rows', () => {
    const lines = groupedLines(GROUPS, new Set())
    const kinds = Array.from({ length: lines.count }, (_, at) => lines.lineAt(at))
    expect(kinds.map((line) => (line.kind === 'head' ? line.group.key : line.index))).toEqual([
      'a',
      0,
      1,
      2,
      'b',
      3,
      4,
    ])
  })

  test('leave out the rows of a collapsed group and keep the places of the others', () => {
    const lines = groupedLines(GROUPS, new Set(['a']))
    const kinds = Array.from({ length: lines.count }, (_, at) => lines.lineAt(at))
    expect(kinds.map((line) => (line.kind === 'head' ? line.group.key : line.index))).toEqual([
      'a',
      'b',
      3,
      4,
    ])
  })

  test('lead from a row to its line and back, whatever is collapsed', () => {
    const groups = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(groups, fc.nat(29), (counts, folded) => {
        const named = counts.map((count, at) => ({ key: String(at), label: '', count }))
        const lines = groupedLines(named, new Set([String(folded)]))
        const total = counts.reduce((sum, count) => sum + count, 0)
        for (let row = 0; row < total; row += 1) {
          const line = lines.lineAt(lines.positionOf(row))
          if (line.kind === 'row') expect(line.index).toBe(row)
          else expect(line.isCollapsed).toBe(true)
        }
      }),
    )
  })

  test('without groups are the rows themselves', () => {
    expect(plainLines(5).lineAt(3)).toEqual({ kind: 'row', index: 3 })
  })
})
