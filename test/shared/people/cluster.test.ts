import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FoundForm, clusterForms, sameAs } from '#shared/cases/people/cluster.ts'
import { aloneForms } from '#shared/cases/people/alone-forms.ts'
import type { FormKind } from '#shared/cases/person.ts'

function form(text: string, kind: FormKind = 'name', said: Partial<FoundForm> = {}): FoundForm {
  return {
    key: `${kind} ${text}`,
    text,
    kind,
    because: '',
    role: null,
    capacity: null,
    near: '',
    hits: 1,
    pages: 1,
    ...said,
  }
}
const people = (forms: readonly FoundForm[]) =>
  clusterForms(forms).map(({ name, forms: own }) => [name, own.map(({ text }) => text).toSorted()])

test('forms of one name are one person, named by the fullest', () => {
  const forms = [
    form('J. Smith'),
    form('Jane Smith', 'name', { hits: 5 }),
    form('Jane Anne Smith'),
    form('SW Jane', 'name', { role: 'socialWorker', capacity: 'official' }),
    form('Mrs Smith'),
    form('jane.smith@x.example', 'email'),
    form('jsmith2@x.example', 'email'),
    form('07700 900123', 'phone', { near: 'Jane Smith' }),
    form('Mum', 'alias'),
  ]
  expect(people(forms)).toEqual([
    [
      'Jane Anne Smith',
      [
        '07700 900123',
        'J. Smith',
        'Jane Anne Smith',
        'Jane Smith',
        'Mrs Smith',
        'SW Jane',
        'jane.smith@x.example',
        'jsmith2@x.example',
      ],
    ],
    ['Mum', ['Mum']],
  ])
  expect(clusterForms(forms)[0]).toMatchObject({ role: 'socialWorker', capacity: 'official' })
})

test('where two people fit, nothing is joined', () => {
  const names = people([
    form('Jane Smith'),
    form('John Smith'),
    form('J Smith'),
    form('Mrs Smith'),
    form('Jane Brown'),
    form('Jane'),
  ])
  expect(names.map(([, forms]) => forms)).toEqual(
    expect.arrayContaining([['J Smith'], ['Jane'], ['Jane Smith'], ['John Smith'], ['Mrs Smith']]),
  )
})

test('every form is in one person, whatever the order', () => {
  const forms = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom('Jane', 'John', 'J', 'Mrs', 'Ann'),
      fc.constantFrom('', ' Smith', ' Lee', ' Anne Smith'),
    ),
    { maxLength: 12, selector: (parts) => parts.join('') },
  )
  fc.assert(
    fc.property(forms, (parts) => {
      const all = parts.map((part) => form(part.join('')))
      const clusters = clusterForms(all)
      expect(clusters.flatMap(({ forms: own }) => own.map(({ key }) => key)).toSorted()).toEqual(
        all.map(({ key }) => key).toSorted(),
      )
      expect(clusterForms(all.toReversed())).toEqual(clusters)
    }),
  )
})

test('fifty thousand forms take no more than a moment', () => {
  const all = Array.from({ length: 50_000 }, (_, index) =>
    form(
      `Jo${index.toString(36).replaceAll(/\d/gu, 'x')} Le${(index * 7).toString(36).replaceAll(/\d/gu, 'y')}`,
      'name',
      { key: String(index) },
    ),
  )
  const begun = performance.now()
  expect(clusterForms(all).length).toBeGreaterThan(1000)
  expect(performance.now() - begun).toBeLessThan(20_000)
})

test('who is the same as a name of the register', () => {
  expect(
    ['Jane Smith', 'J. Smith', 'Smith, Jane', 'Mrs Jane Smith', 'JANE ANNE SMITH'].map((one) =>
      sameAs('Jane Smith', one),
    ),
  ).toEqual([true, true, true, true, true])
  expect(['John Smith', 'Jane Brown', 'Smith', 'Jane', ''].map((one) => sameAs('Jane Smith', one))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

test('parts of a name that may stand alone, with those who share them', () => {
  const people = [
    { id: 1, name: 'Priya Nair' },
    { id: 2, name: 'Nora Pell' },
    { id: 3, name: 'Nora Field' },
    { id: 4, name: 'J. Pell' },
    { id: 5, name: 'Mum' },
  ]
  const said = aloneForms(people).map(({ person, text, sharedWith }) => [person, text, sharedWith])
  expect(said).toContainEqual([1, 'Priya', []])
  expect(said).toContainEqual([1, 'Mrs Nair', []])
  expect(said).toContainEqual([2, 'Nora', [3]])
  expect(said).toContainEqual([2, 'Mr Pell', [4]])
  expect(said.filter(([person, text]) => person === 5 || (person === 4 && text === 'J'))).toEqual([])
})
