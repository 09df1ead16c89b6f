import { BREACH_FIELDS, type Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { JARGON } from './jargon.ts'
import { sentenceLengths, wordsOf } from './readability.ts'

/** Something to look at again in the words of the letters. */
export type WordingNote = {
  /** The field of the breach, or `person` for what stands in one person's letter only. */
  readonly field: string
  readonly label: string
  /** The person whose letter it is; null for words that stand in all of them. */
  readonly reference: string | null
  readonly text: string
}

type Person = Pick<Recipient, 'id' | 'reference' | 'name' | 'addressee' | 'affected'>

const PLAIN = ['letterOpening', 'letterWhat', 'letterConsequences', 'letterMeasures', 'letterAdvice'] as const
const SIMPLE = [
  'letterWhatSimple',
  'letterConsequencesSimple',
  'letterMeasuresSimple',
  'letterAdviceSimple',
] as const

/** Words in a sentence, on average and at most: our own measure, not a rule of law. */
const LIMITS = { plain: { average: 20, longest: 32 }, simple: { average: 12, longest: 18 } } as const

/** What makes the words of the letters hard to read, or gives somebody else away. */
export function wordingNotes(breach: Breach, people: readonly Person[]): readonly WordingNote[] {
  const names = namesOfPeople(people)
  return [
    ...PLAIN.flatMap((key) => notesOn(key, breach[key], 'plain', names)),
    ...SIMPLE.flatMap((key) => notesOn(key, breach[key], 'simple', names)),
    ...people.flatMap((person) => notesOnPerson(person, names)),
  ]
}

function notesOn(
  field: (typeof PLAIN)[number] | (typeof SIMPLE)[number],
  text: string,
  level: keyof typeof LIMITS,
  names: Names,
): readonly WordingNote[] {
  const note = (words: string): WordingNote => ({
    field,
    label: BREACH_FIELDS[field].label,
    reference: null,
    text: words,
  })
  const named = namesIn(text, names)
  return [
    ...lengthWords(text, level).map(note),
    ...jargonIn(text).map(note),
    ...(named.length > 0
      ? [note(`Names ${named.join(', ')}: these words stand in everybody’s letter.`)]
      : []),
  ]
}

function lengthWords(text: string, level: keyof typeof LIMITS): readonly string[] {
  const { average, longest } = sentenceLengths(text)
  const limit = LIMITS[level]
  if (longest > limit.longest)
    return [`The longest sentence has ${longest} words: make it ${limit.longest} at most.`]
  if (average > limit.average)
    return [`Sentences have ${Math.round(average)} words on average: aim for ${limit.average} at most.`]
  return []
}

function jargonIn(text: string): readonly string[] {
  const words = spaced(text)
  return JARGON.filter(({ term }) => words.includes(` ${term} `)).map(
    ({ term, say }) => `“${term}” is a word of the office: say “${say}”.`,
  )
}

function notesOnPerson({ id, reference, affected }: Person, names: Names): readonly WordingNote[] {
  const others = namesIn(affected, names, id)
  if (others.length === 0) return []
  return [
    {
      field: 'person',
      label: 'What of theirs was affected',
      reference,
      text: `Names ${others.join(', ')}, who is told too: a letter says nothing of anybody else.`,
    },
  ]
}

/** A name among the people as it is looked for, as it is written, and the records it belongs to. */
type Names = readonly { readonly words: string; readonly name: string; readonly ids: ReadonlySet<string> }[]

/** Every name among the people; a single word is no name to look for. */
function namesOfPeople(people: readonly Person[]): Names {
  const names = new Map<string, { name: string; ids: Set<string> }>()
  for (const { id, name, addressee } of people)
    for (const one of [name.trim(), addressee.trim()]) {
      if (wordsOf(one).length < 2) continue
      const words = spaced(one)
      const known = names.get(words) ?? { name: one, ids: new Set() }
      known.ids.add(id)
      names.set(words, known)
    }
  return [...names].map(([words, known]) => ({ words, ...known }))
}

/** The names that occur in a text; those that belong to its own person are left out. */
function namesIn(text: string, names: Names, own?: string): readonly string[] {
  if (text.trim() === '') return []
  const words = spaced(text)
  return names
    .filter((one) => words.includes(one.words) && !(own !== undefined && one.ids.has(own)))
    .map(({ name }) => name)
}

/** A text as its words in small letters, with a blank around each. */
function spaced(text: string): string {
  return ` ${wordsOf(text.normalize('NFC').toLowerCase()).join(' ')} `
}
