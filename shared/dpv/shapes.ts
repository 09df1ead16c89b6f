import { COUNTRIES } from '#shared/law/countries.ts'
import { CONCEPTS } from './concepts.ts'
import { KINDS, type Kind, type KindName, type Use } from './kinds.ts'
import { PROPERTIES, type Property, type PropertyKey } from './properties.ts'
import { inEnglish, quoted, termOf, turtlePrefixes } from './turtle.ts'

const DATATYPES = {
  text: 'xsd:string',
  day: 'xsd:date',
  moment: 'xsd:dateTime',
  number: 'xsd:integer',
  yesNo: 'xsd:boolean',
} as const

/**
 * What an export has to look like, as SHACL: one shape for each kind of thing, closed, so that nothing else is said of
 * it; and one for each property that has to be there or to be said to be undetermined or not applicable.
 */
export function shapesTurtle(): string {
  const shapes = Object.entries<Kind>(KINDS).flatMap(([name, kind]) => [
    kindShape(name, kind),
    ...usesOf(kind)
      .filter(([, use]) => use.asked)
      .map(([key]) => askedShape(name, kind, key)),
  ])
  return [turtlePrefixes(), ...shapes].join('\n')
}

function usesOf({ uses }: Kind): readonly (readonly [PropertyKey, Use])[] {
  return Object.entries(uses) as [PropertyKey, Use][]
}

function kindShape(name: string, kind: Kind): string {
  const properties = usesOf(kind).map(([key, use]) => propertyShape(kind, key, use))
  return [
    `dpouk:shape-${name} a sh:NodeShape ;`,
    `  sh:targetClass ${kind.className} ;`,
    `  sh:nodeKind sh:IRI ;`,
    '  sh:closed true ;',
    '  sh:ignoredProperties ( rdf:type ) ;',
    `  ${properties.join(' ;\n  ')} .`,
    '',
  ].join('\n')
}

function propertyShape(kind: Kind, key: PropertyKey, use: Use): string {
  const property: Property = PROPERTIES[key]
  const says = `${capital(kind.called)}: ${property.name} ${expectation(key, use)}.`
  const parts = [
    `sh:path ${termOf(property.name)}`,
    `sh:message ${inEnglish(says)}`,
    ...valueConstraints(property, use),
    ...(use.many ? [] : ['sh:maxCount 1']),
    ...(use.needed ? ['sh:minCount 1'] : []),
  ]
  return `sh:property [ ${parts.join(' ; ')} ]`
}

function valueConstraints({ is }: Property, { to, of, words, country }: Use): readonly string[] {
  if (is !== 'iri')
    return [
      `sh:datatype ${DATATYPES[is]}`,
      ...(words ? [`sh:in ( ${words.map(quoted).join(' ')} )`] : []),
      ...(is === 'number' ? ['sh:minInclusive 0'] : []),
    ]
  if (of) return [`sh:in ( ${CONCEPTS[of].map(({ name }) => termOf(name)).join(' ')} )`]
  if (country) return [`sh:in ( ${COUNTRIES.map(({ code }) => `loc:${code}`).join(' ')} )`]
  const classes = (to ?? []).map((kind) => KINDS[kind as KindName].className)
  if (classes.length === 1) return ['sh:nodeKind sh:IRI', `sh:class ${classes[0]}`]
  if (classes.length > 1) return [`sh:or ( ${classes.map((name) => `[ sh:class ${name} ]`).join(' ')} )`]
  return ['sh:nodeKind sh:IRI']
}

function expectation(key: PropertyKey, { to, of, words, country, needed, many }: Use): string {
  const property: Property = PROPERTIES[key]
  const holds = to
    ? `leads to ${to.map((kind) => withArticle(KINDS[kind as KindName].called)).join(' or ')} of this document`
    : of
      ? 'holds a term of its list'
      : country
        ? 'holds a country of the Data Privacy Vocabulary'
        : words
          ? 'holds a word of its list'
          : `holds ${HOLDS[property.is]}`
  const often = many ? '' : ', once'
  return `${holds}${often}${needed ? ', and has to be there' : ''}`
}

const HOLDS = {
  iri: 'an IRI',
  text: 'a text',
  day: 'a day',
  moment: 'a day with its time',
  number: 'a whole number',
  yesNo: 'yes or no',
} as const

function askedShape(name: string, kind: Kind, key: PropertyKey): string {
  const property = PROPERTIES[key].name
  const path = termOf(property)
  const says = `${capital(kind.called)}: ${property} is missing, and is not said to be undetermined or not applicable.`
  return [
    `dpouk:shape-${name}-${key} a sh:NodeShape ;`,
    `  sh:targetClass ${kind.className} ;`,
    `  sh:message ${inEnglish(says)} ;`,
    '  sh:or (',
    `    [ sh:property [ sh:path ${path} ; sh:minCount 1 ] ]`,
    `    [ sh:property [ sh:path dpouk:toBeDetermined ; sh:hasValue ${path} ] ]`,
    `    [ sh:property [ sh:path ( dpouk:doesNotApply dpouk:aboutProperty ) ; sh:hasValue ${path} ] ]`,
    '  ) .',
    '',
  ].join('\n')
}

const withArticle = (words: string) => `${/^[aeio]/u.test(words) ? 'an' : 'a'} ${words}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
