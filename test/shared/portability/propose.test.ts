import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnRule } from '#shared/portability/column-rule.ts'
import { decideColumn } from '#shared/portability/decide-column.ts'
import { proposeColumn } from '#shared/portability/propose.ts'

describe('a first proposal about a column', () => {
  test.each([
    ['email', 'person', 'provided'],
    ['EmailAddress', 'person', 'provided'],
    ['Date of birth', 'person', 'provided'],
    ['newsletter_opt_in', 'person', 'provided'],
    ['Dietary needs', 'person', 'provided'],
    ['last_login', 'person', 'observed'],
    ['Booked on', 'person', 'observed'],
    ['ip_address', 'person', 'observed'],
    ['risk_score', 'person', 'inferred'],
    ['EngagementRating', 'person', 'inferred'],
    ['Staff notes', 'others', 'created'],
    ['case_notes', 'person', 'created'],
    ['Assessment', 'person', 'created'],
    ['Emergency contact name', 'others', 'provided'],
    ['partner_email', 'others', 'provided'],
    ['Supervising social worker', 'others', 'created'],
    ['Message', 'personAndOthers', undefined],
    ['row_version', 'nobody', undefined],
    ['Shoe size', undefined, undefined],
    ['x1', undefined, undefined],
  ])('%s: %s, %s', (name, whose, provenance) => {
    const proposal = proposeColumn(name, [])
    expect([proposal.whose, proposal.provenance]).toEqual([whose, provenance])
    expect(proposal.means).toBe(whose && 'automated')
  })

  test('what it holds helps where the heading says nothing', () => {
    expect(proposeColumn('ref', ['0f8fad5b-d9cb-469f-a165-70867728950e'])).toMatchObject({ whose: 'nobody' })
    expect(proposeColumn('field 7', ['jo@example.org', ''])).toEqual({ provenance: 'provided' })
    expect(proposeColumn('field 7', [`I spoke with Sam ${'and then '.repeat(12)}`])).toMatchObject({
      whose: 'personAndOthers',
    })
    expect(proposeColumn('field 7', ['jo@example.org', 'no address'])).toEqual({})
  })

  test('a heading for machines gets a name for people', () => {
    expect(proposeColumn('emergency_contact_name', [])).toMatchObject({ called: 'Emergency contact name' })
    expect(proposeColumn('EmailAddress', [])).toMatchObject({ called: 'Email address' })
    expect(proposeColumn('Date of birth', []).called).toBeUndefined()
  })

  test('whatever the heading is, the proposal fits a rule and never decides that a column is kept', () => {
    const none = { called: '', about: '', whose: null, provenance: null, basis: null, means: null }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string()), (name, samples) => {
        const column = ColumnRule.parse({ column: '', ...none, ...proposeColumn(name, samples) })
        expect(column.basis).toBeNull()
        expect(decideColumn(column).kind).not.toBe('kept')
      }),
    )
  })
})
