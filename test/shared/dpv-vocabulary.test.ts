import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONCEPTS } from '#shared/dpv/concepts.ts'
import { dpvContext } from '#shared/dpv/context.ts'
import { extensionTurtle } from '#shared/dpv/extension.ts'
import { KINDS, type Kind } from '#shared/dpv/kinds.ts'
import { MATCHED_TERMS } from '#shared/dpv/matches.ts'
import { iriOf, nameOf, NAMESPACES, thing } from '#shared/dpv/names.ts'
import { PROPERTIES, type Property } from '#shared/dpv/properties.ts'
import { shapesTurtle } from '#shared/dpv/shapes.ts'
import { contextFile } from '#engine/dpv/write-dpv-file.ts'
import { citedSources } from '#shared/law/citations.ts'
import { CORPORA, STAMP } from '#test/reports/material.ts'
import { readCsv } from '#test/reports/read-csv.ts'
import { parseRdf } from '#test/support/linked-data.ts'

const VOCABULARY = join(CORPORA, 'registers/dpv')
const { registerId } = STAMP
const RESOURCES = join(import.meta.dirname, '../../resources/dpv')

/** Terms of modules of the vocabulary that the stored tables leave out: process, measures, context, entities, jurisdiction. */
const OTHER_MODULES = new Set(
  [
    'Process',
    'hasProcess',
    'TechnicalOrganisationalMeasure',
    'hasTechnicalOrganisationalMeasure',
    'hasAssessment',
    'hasName',
    'hasResponsibleEntity',
    'isSubsidiaryOf',
    'hasCountry',
    'hasApplicableLaw',
    'Law',
  ].map((term) => `${NAMESPACES.dpv}${term}`),
)

/** Every IRI that the stored tables of the vocabulary name. */
function storedTerms(): ReadonlySet<string> {
  const files = globSync('*.csv', { cwd: VOCABULARY })
  expect(files.length).toBeGreaterThan(15)
  return new Set(
    files.flatMap((file) => {
      const [head = [], ...rows] = readCsv(readFileSync(join(VOCABULARY, file), 'utf8'))
      const columns = ['iri', 'dpvtype', 'subclassof', 'hasbroader'].map((name) => head.indexOf(name))
      return rows.flatMap((row) => columns.flatMap((at) => (row[at] ?? '').split(';')))
    }),
  )
}

/** Every term of the Data Privacy Vocabulary that an export, its extension or its context can hold. */
function usedTerms(): readonly string[] {
  const said = Object.values(CONCEPTS).flatMap((list) =>
    list.flatMap(({ name, said: words }) => [
      name,
      ...(words ? [...words.isA, ...words.broader, ...words.closeMatch] : []),
    ]),
  )
  const kinds = Object.values<Kind>(KINDS).flatMap(({ types }) => types)
  const properties = Object.values<Property>(PROPERTIES).flatMap(({ name, narrows }) => [name, narrows ?? ''])
  return [...new Set([...said, ...kinds, ...properties, ...MATCHED_TERMS])].filter((name) =>
    /^(?:dpv|eu-gdpr|pd):/u.test(name),
  )
}

describe('the vocabulary of an export', () => {
  test.skipIf(!existsSync(VOCABULARY))('invents no term of the Data Privacy Vocabulary', () => {
    const stored = storedTerms()
    const used = usedTerms().map((name) => iriOf(name, registerId))
    expect(used.length).toBeGreaterThan(120)
    expect(used.filter((iri) => !stored.has(iri) && !OTHER_MODULES.has(iri))).toEqual([])
    expect([...OTHER_MODULES].filter((iri) => stored.has(iri) || !used.includes(iri))).toEqual([])
  })

  test('names every term of its own once, and refers to no other of its own', () => {
    const store = parseRdf(extensionTurtle())
    const named = new Set<string>()
    const referred = new Set<string>()
    for (const { subject, object } of store) {
      if (subject.value.startsWith(NAMESPACES.dpouk)) named.add(subject.value)
      if (object.value.startsWith(NAMESPACES.dpouk)) referred.add(object.value)
    }
    expect(named.size).toBeGreaterThan(150)
    expect([...referred].filter((iri) => !named.has(iri))).toEqual([])
    const names = Object.values(CONCEPTS).flatMap((list) =>
      list.flatMap(({ name, said }) => (said === null ? [] : [name])),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(names.map((name) => iriOf(name, registerId)).filter((iri) => !named.has(iri))).toEqual([])
  })

  test('says of every term what it is, whence it comes, and what to check', () => {
    const terms = Object.values(CONCEPTS).flatMap((list) => list.flatMap(({ said }) => said ?? []))
    for (const { label, source } of terms) {
      expect(label.trim()).not.toBe('')
      expect(source.trim()).not.toBe('')
    }
    const turtle = extensionTurtle()
    for (const what of ['prefLabel', 'definition'])
      expect(turtle.match(new RegExp(`  skos:${what} "`, 'gu'))).toHaveLength(terms.length + 1)
    expect(turtle.match(/skos:editorialNote "To be checked\. /gu)).toHaveLength(
      terms.filter(({ check }) => check !== null).length,
    )
    expect(turtle).toContain('The condition is confirmed; its definitions are written from memory.')
    const laws = terms.filter(({ source }) => /^(?:UK GDPR|DPA 2018|DUAA)\b/u.test(source))
    expect(laws.length).toBeGreaterThan(90)
    expect(
      laws.flatMap(({ source }) => citedSources(source)).filter(({ source }) => source === null),
    ).toEqual([])
  })

  test('has the terms that the Data Privacy Vocabulary lacks', () => {
    for (const term of [
      'A6-1-ea',
      'RLI-5',
      'SCH1-18',
      'IDTA',
      'ADDENDUM',
      'US-BRIDGE',
      'DataProtectionTest',
      'R-CPL',
      'ICO-report',
      'CriminalOffenceData',
    ])
      expect(extensionTurtle(), term).toMatch(new RegExp(`^dpouk:${term}\\n`, 'mu'))
  })

  test('is made of statements that another reader reads alike', ({ skip }) => {
    const reads = (text: string) =>
      spawnSync(
        '/usr/bin/python3',
        [
          '-c',
          'import rdflib,sys; g=rdflib.Graph(); g.parse(data=sys.stdin.read(), format="turtle"); print(len(g))',
        ],
        { input: text, encoding: 'utf8' },
      )
    if (reads('').status !== 0) skip()
    for (const turtle of [extensionTurtle(), shapesTurtle()])
      expect(reads(turtle).stdout.trim()).toBe(`${parseRdf(turtle).size}`)
  })

  test('is kept beside the program as it is written into archives', async () => {
    await expect(extensionTurtle()).toMatchFileSnapshot(join(RESOURCES, 'dpo-uk.ttl'))
    await expect(shapesTurtle()).toMatchFileSnapshot(join(RESOURCES, 'shapes.ttl'))
    await expect(contextFile()).toMatchFileSnapshot(join(RESOURCES, 'context.jsonld'))
  })
})

describe('names', () => {
  test('come back from their IRIs, whatever an id holds', () => {
    for (const id of ['a', 'a/b', 'é', '#x', "it's (one)", ' ', '%41', '\ud83d']) {
      const name = thing('activities', id, 'part')
      expect(name).toMatch(/^register:activities\/[\w.~%-]+\/part$/u)
      expect(nameOf(iriOf(name, registerId), registerId)).toBe(name)
    }
    for (const name of ['dpv:Process', 'eu-gdpr:A15', 'dpouk:A6-1-ea', 'loc:GB', 'https://example.org/x'])
      expect(nameOf(iriOf(name, registerId), registerId)).toBe(name)
  })

  test('of different things differ', () => {
    expect(thing('purposes', 'a/b', 'c')).not.toBe(thing('purposes', 'a', 'b/c'))
    expect(iriOf('register:activities/a', 'one')).not.toBe(iriOf('register:activities/a', 'other'))
  })

  test('stand for one property each in the context', () => {
    const names = Object.values(PROPERTIES).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const key of Object.keys(PROPERTIES)) expect(dpvContext()).toHaveProperty([key])
    expect(Object.keys(PROPERTIES).filter((key) => key in NAMESPACES)).toEqual([])
  })

  test('every property is used by some kind of thing', () => {
    const used = new Set(Object.values<Kind>(KINDS).flatMap(({ uses }) => Object.keys(uses)))
    expect(Object.keys(PROPERTIES).filter((key) => !used.has(key))).toEqual([])
  })
})
