import type { Concept } from './concept.ts'
import { CONCEPTS, type ConceptList } from './concepts.ts'
import { KINDS, type Kind } from './kinds.ts'
import { DPV_VERSION, NAMESPACES } from './names.ts'
import { PROPERTIES, type Property } from './properties.ts'
import { inEnglish, quoted, statement, termOf, turtlePrefixes } from './turtle.ts'

/** What a term of each list is. */
const LISTS: Readonly<Record<ConceptList, string>> = {
  lawfulBases: 'Lawful basis of the UK GDPR',
  recognisedInterests: 'Recognised legitimate interest under Annex 1 to the UK GDPR',
  article9: 'Condition for special category or criminal offence data',
  schedule1: 'Condition of Schedule 1 to the Data Protection Act 2018',
  mechanisms: 'What lets personal data leave the United Kingdom, or shows that it does not',
  rights: 'Right of the people whose data is used',
  breachKinds: 'What a personal data breach affects',
  breachCauses: 'Cause of a personal data breach',
  commissionerOutcomes: 'Decision on telling the Commissioner of a breach',
  peopleOutcomes: 'Decision on telling the people affected by a breach',
  assessmentKinds: 'Kind of assessment',
  testOutcomes: 'Outcome of the data protection test',
  fates: 'What happens to data at the end of its time',
  dataClasses: 'Class of personal data',
  roles: 'Role',
  dpiaNeeds: 'Whether an impact assessment is needed',
}

/**
 * The extension of the Data Privacy Vocabulary as Turtle: the terms of the law of the United Kingdom that it lacks, made
 * from the code lists, each with its source; and the classes and properties of an export.
 *
 * @source UK GDPR Art 6(1), Art 9(2), Art 44A, Annex 1; DPA 2018 Sch 1, s.164A
 */
export function extensionTurtle(): string {
  const lists = Object.keys(CONCEPTS) as ConceptList[]
  return [
    turtlePrefixes(),
    header(),
    TEST,
    ...lists.flatMap((list) => CONCEPTS[list].flatMap((concept) => conceptTurtle(concept, LISTS[list]))),
    ...Object.values<Kind>(KINDS).map(classTurtle),
    ...Object.values<Property>(PROPERTIES).flatMap(propertyTurtle),
  ].join('\n')
}

function header(): string {
  return statement(NAMESPACES.dpouk.slice(0, -1), [
    ['a', ['skos:ConceptScheme']],
    ['dct:title', [inEnglish('United Kingdom terms beside the Data Privacy Vocabulary')]],
    [
      'dct:description',
      [
        inEnglish(
          'Terms of the UK GDPR and the Data Protection Act 2018 that the Data Privacy Vocabulary does not have, and the classes and properties of an export of DPO Workbench. It is not published at an address: it travels with each export. Definitions are in the program’s own words; the source says where the law is. It is not legal advice.',
        ),
      ],
    ],
    ['dct:conformsTo', [`<${DPV_VERSION}>`]],
  ])
}

/** The test has no code of its own: what it found has. @source UK GDPR Art 46(1A) */
const TEST = statement('dpouk:DataProtectionTest', [
  ['a', ['skos:Concept']],
  ['skos:prefLabel', [inEnglish('Data protection test')]],
  [
    'skos:definition',
    [
      inEnglish(
        'Whether, acting reasonably and proportionately, the protection after a transfer is found not to be materially lower than in the United Kingdom, taken as a whole.',
      ),
    ],
  ],
  ['dct:source', [quoted('UK GDPR Art 46(1A)')]],
  ['skos:broader', ['dpv:Assessment']],
  ['skos:inScheme', [`<${NAMESPACES.dpouk.slice(0, -1)}>`]],
])

function conceptTurtle({ name, code, said }: Concept, list: string): readonly string[] {
  if (said === null) return []
  return [
    statement(name, [
      ['a', ['skos:Concept', ...said.isA]],
      ['skos:prefLabel', [inEnglish(said.label)]],
      ['skos:notation', [quoted(code)]],
      ['skos:definition', [inEnglish(`${list}: ${endedByAStop(said.label)}`)]],
      ['skos:scopeNote', said.note === '' ? [] : [inEnglish(said.note)]],
      ['dct:source', [quoted(said.source)]],
      ['skos:editorialNote', said.check === null ? [] : [inEnglish(`To be checked. ${said.check}`)]],
      ['skos:broader', said.broader.map(termOf)],
      ['skos:closeMatch', said.closeMatch.map(termOf)],
      ['skos:inScheme', [`<${NAMESPACES.dpouk.slice(0, -1)}>`]],
    ]),
  ]
}

function classTurtle({ className, called, types }: Kind): string {
  return statement(className, [
    ['a', ['rdfs:Class']],
    ['rdfs:label', [inEnglish(called)]],
    ['rdfs:subClassOf', types.map(termOf)],
    ['rdfs:isDefinedBy', [`<${NAMESPACES.dpouk.slice(0, -1)}>`]],
  ])
}

function propertyTurtle({ name, means, narrows }: Property): readonly string[] {
  if (means === undefined) return []
  return [
    statement(name, [
      ['a', ['rdf:Property']],
      ['rdfs:label', [inEnglish(name.replace('dpouk:', ''))]],
      ['rdfs:comment', [inEnglish(means)]],
      ['rdfs:subPropertyOf', narrows === undefined ? [] : [termOf(narrows)]],
      ['rdfs:isDefinedBy', [`<${NAMESPACES.dpouk.slice(0, -1)}>`]],
    ]),
  ]
}

const endedByAStop = (text: string) => (/[.!?]$/u.test(text) ? text : `${text}.`)
