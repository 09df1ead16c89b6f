import { describe, expect, test } from 'vitest'
import { guessTargets, looksLikeHeadings } from '#shared/registers/recipients/import-columns.ts'
import {
  kindOfPerson,
  safeToWriteOf,
  versionOfLetter,
  yesOrNo,
} from '#shared/registers/recipients/import-values.ts'
import { columnLetters, headed } from '#shared/tables/headings.ts'
import { HOSTILE_HEADINGS } from '../support/hostile-recipients.ts'

describe('the columns of a list', () => {
  test.each([
    [
      HOSTILE_HEADINGS,
      'name kind highRisk affected version addressee address address address address email language safeToWrite',
    ],
    [['First Name', 'SURNAME', 'e-mail address', 'Post Code'], 'firstName lastName email address'],
    [['Forename(s)', 'Family_name', 'Comments', 'Case no.'], 'firstName lastName notes leaveOut'],
    [['First name', 'Last name', 'Full name'], 'leaveOut leaveOut name'],
    [['Name', 'Name', 'Email', 'Email 2'], 'name leaveOut email leaveOut'],
    [['Child’s name', 'c/o', 'House', 'Street', 'County'], 'name addressee address address address'],
    [['Data lost', 'Interpreter?', 'Is it safe to write', 'Risk'], 'affected language safeToWrite highRisk'],
    [['', '???', '123'], 'leaveOut leaveOut leaveOut'],
  ])('%j', (headings, targets) => {
    expect(guessTargets(headings as readonly string[]).join(' ')).toBe(targets)
  })

  test.each([
    [['Name', 'Email'], true],
    [['Ann Example', 'ann@example.org'], false],
    [['Ann Example', '1 High Street', 'B60 4AD'], false],
    [['Ann Example'], false],
    [['Betroffene', 'Ort'], false],
  ])('%j are headings: %s', (cells, expected) => expect(looksLikeHeadings(cells)).toBe(expected))

  test('have names, each its own', () => {
    const rows = [{ row: 1, cells: ['Name', '', 'Name', 'Name (2)', ' '] }]
    expect(headed(rows, true).headings).toEqual(['Name', 'Column B', 'Name (2)', 'Name (2) (2)', 'Column E'])
    expect(headed(rows, false)).toMatchObject({
      rows,
      headings: ['Column A', 'Column B', 'Column C', 'Column D', 'Column E'],
    })
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('the words of a list', () => {
  test.each([
    ['Foster parent', 'carer'],
    ['Adoptive mother', 'carer'],
    ['Grandmother', 'family'],
    ['sibling', 'family'],
    ['Step-father', 'parent'],
    ['MUM', 'parent'],
    ['Young person', 'child'],
    ['Foster child', 'child'],
    ['Care leaver', 'child'],
    ['Support worker', 'staff'],
    ['Neighbour', 'other'],
    ['xyz', null],
  ])('who: %s is %s', (text, kind) => expect(kindOfPerson(text)).toBe(kind))

  test.each([
    ['Y', true],
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['✓', true],
    ['n', false],
    ['No', false],
    ['0', false],
    ['perhaps', null],
  ])('%s is %s', (text, value) => expect(yesOrNo(text)).toBe(value))

  test.each([
    ['Plain English', 'standard'],
    ['Easy-read', 'easier'],
    ['for a young person', 'child'],
    ['Welsh', null],
  ])('letter: %s is %s', (text, version) => expect(versionOfLetter(text)).toBe(version))

  test.each([
    ['Y', 'yes'],
    ['safe', 'yes'],
    ['Not safe', 'no'],
    ['unsafe', 'no'],
    ['Do not write', 'no'],
    ['check with social worker', 'check'],
    ['?', 'check'],
    ['only on Tuesdays', null],
  ])('safe: %s is %s', (text, safe) => expect(safeToWriteOf(text)).toBe(safe))
})
