import { describe, expect, test } from 'vitest'
import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'

describe.each(DescribedName.options)('the description of %s', (name) => {
  const description = DESCRIBED[name]
  const keys = Object.keys(description.fields)

  test('bears the name it is found by', () => {
    expect(description.register).toBe(name)
  })

  test('puts every field in exactly one section', () => {
    const placed = description.sections.flatMap(({ fields }) => fields)
    expect(placed.toSorted()).toEqual(keys.toSorted())
  })

  test('lists and filters by fields it has', () => {
    expect(keys).toEqual(expect.arrayContaining([...description.list, ...description.facets]))
    const named = [description.category, description.status, description.day].filter(Boolean)
    expect(keys).toEqual(expect.arrayContaining(named))
  })

  test('accepts a record of which only the name is known', () => {
    const record = description.blank('0190b000-0000-7000-8000-000000000001', 'A name')
    expect(description.schema.parse(record)).toEqual(record)
  })

  test('reads a record kept before a field was added', () => {
    const { evidence: _evidence, ...rest } = description.blank('0190b000-0000-7000-8000-000000000001', 'A')
    const base = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !Object.hasOwn(description.fields, key)),
    )
    expect(description.schema.parse({ ...base, evidence: [] })).toMatchObject(
      Object.fromEntries(Object.entries(description.fields).map(([key, { blank }]) => [key, blank])),
    )
  })

  test('teaches on its empty page', () => {
    expect(description.about.length).toBeGreaterThan(40)
    expect(description.example.says.length).toBeGreaterThan(40)
  })
})
