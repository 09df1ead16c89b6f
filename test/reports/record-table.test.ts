import { describe, expect, test } from 'vitest'
import { notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import { directoryOf, inRecordOrder } from '#shared/registers/reports/directory.ts'
import {
  combinedColumns,
  controllerColumns,
  processorColumns,
} from '#shared/registers/reports/record-table.ts'
import { contentOf } from '#shared/registers/reports/selection.ts'
import { aFullActivity, anActivity, anOrganisation, aRegister, TERMS } from './material.ts'

/** The text of one cell of the controller's record, by its spreadsheet letter. */
function cell(column: string, activity = aFullActivity()): string {
  const columns = controllerColumns(directoryOf(aRegister([activity])))
  const index = column.length === 1 ? column.charCodeAt(0) - 65 : column.charCodeAt(1) - 65 + 26
  const found = columns[index]?.cell(activity)
  return found?.kind === 'text' ? found.lines.join('\n') : (found?.day ?? '')
}

describe('the record as a table', () => {
  test('has the thirty columns of the ICO template, in its order, and seven for processors', () => {
    const directory = directoryOf(aRegister([]))
    const headings = controllerColumns(directory).map(({ heading }) => heading)
    expect(headings).toHaveLength(30)
    expect(headings.slice(0, 2)).toEqual(['Business function', 'Purpose of processing'])
    expect(headings[29]).toBe('Reasons for not adhering to policy document (if applicable)')
    expect(processorColumns(directory)).toHaveLength(7)
  })

  test.each([
    ['A', 'Fostering'],
    ['B', 'F-1 Assess foster carers\n1. To approve carers\n2. To tell carers about training'],
    ['C', 'Not applicable: there is no joint controller'],
    ['D', 'Children in care'],
    ['E', 'Health records (special category; only if: the contract asks for it)'],
    ['F', 'Hosting provider (processor): Hosting'],
    ['G', 'Hosting provider: Contract 9'],
    ['H', 'Ireland (Hosting provider)'],
    ['I', 'Ireland (Hosting provider): Approved by adequacy regulations; Regulations'],
    ['J', 'Health records: 6 years after end of service, then erased. Set by Retention schedule 3'],
    ['K', 'Access by role'],
    ['M', '1. 9(2)(g) Substantial public interest'],
    ['N', '2. A trained pool of carers'],
    ['O', '2. LIA 2, assessed Tue 5 January 2027'],
    ['Q', 'No automated decisions\nNo profiling'],
    ['S', 'Not applicable: no purpose rests on consent'],
    ['T', 'Locked cabinet (paper, Office 2)'],
    ['U', 'Yes: Children'],
    ['V', 'Completed'],
    ['W', 'DPIA 7'],
    ['X', 'No'],
    ['Y', 'Not applicable: no breach is recorded'],
    ['AB', 'Policy 12\n1. Appropriate policy document: APD 4, assessed Tue 5 January 2027'],
    ['AC', 'Yes'],
    ['AD', 'Not applicable: the policy is followed'],
  ])('column %s says what was recorded', (column, words) => {
    expect(cell(column)).toBe(words)
  })

  test('each purpose keeps its own lawful basis and statute', () => {
    expect(cell('L').split('\n')).toEqual([
      '1. Art 6(1)(c) Legal obligation; resting on Children Act 1989',
      expect.stringMatching(/^2\. Art 6\(1\)\(f\) /),
    ])
  })

  test('an activity of which only the name is known leaves no cell empty and settles none', () => {
    const activity = anActivity('new', 'Something new')
    const columns = combinedColumns(directoryOf(aRegister([activity])))
    const texts = columns
      .map(({ cell: fill }) => fill(activity))
      .map((found) => (found.kind === 'text' ? found.lines.join('\n') : found.day))
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(texts.filter((text) => text === 'To be determined').length).toBeGreaterThan(20)
  })

  test('a question that does not arise is given with its reason', () => {
    expect(cell('U', { ...aFullActivity(), dpia: notApplicable('done by the commissioner') })).toBe(
      'Not applicable: done by the commissioner',
    )
    expect(cell('H', { ...aFullActivity(), destinations: { state: 'value', value: [] } })).toMatch(/^None: /)
    expect(cell('S', { ...aFullActivity(), purposes: [], consentRecord: TO_BE_DETERMINED })).toBe(
      'To be determined',
    )
  })

  test('a term or organisation that is gone is named as gone, not left out', () => {
    const activity = anActivity('a', 'A', {
      role: 'jointController',
      partyIds: [anOrganisation('gone', 'X').id],
      peopleIds: [TERMS.court.id],
    })
    const columns = controllerColumns(directoryOf({ ...aRegister([activity]), terms: [] }))
    const [, , joint, people] = columns.map(({ cell: fill }) => fill(activity))
    expect(joint).toEqual({
      kind: 'text',
      lines: ['An organisation that is no longer in the register (gone)'],
    })
    expect(people).toEqual({
      kind: 'text',
      lines: ['A term that is no longer in the register (term-The family court)'],
    })
  })

  test('every cell of every sample activity says something', () => {
    const content = buildSample()
    const columns = combinedColumns(directoryOf(content))
    expect(content.activities.length).toBeGreaterThanOrEqual(40)
    for (const activity of content.activities)
      for (const { heading, cell: fill } of columns) {
        const found = fill(activity)
        const says = found.kind === 'date' || found.lines.some((line) => line.trim() !== '')
        expect(says, `${activity.reference}: ${heading}`).toBe(true)
      }
  })
})

test('activities come in the order in which people count', () => {
  const named = ['F-10', 'F-2', 'E-1', 'F-1'].map((reference) => anActivity(reference, 'Same', { reference }))
  expect(inRecordOrder(named).map(({ reference }) => reference)).toEqual(['E-1', 'F-1', 'F-2', 'F-10'])
})

test('a selection keeps only what its activities refer to, parents of organisations included', () => {
  const parent = anOrganisation('parent', 'The group')
  const own = anOrganisation('org', 'Ours', { parentId: parent.id })
  const content = aRegister(
    [aFullActivity(), anActivity('other', 'Other')],
    [parent, own, anOrganisation('else', 'Elsewhere')],
  )
  const some = contentOf(content, ({ id }) => id === 'full')
  expect(some.activities.map(({ id }) => id)).toEqual(['full'])
  expect(some.organisations.map(({ id }) => id)).toEqual(['parent', 'org'])
  expect(some.terms.map(({ id }) => id)).toContain(TERMS.health.id)
  expect(some.terms.map(({ id }) => id)).not.toContain(TERMS.court.id)
})
