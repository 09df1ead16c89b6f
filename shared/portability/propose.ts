import type { ColumnRule } from './column-rule.ts'

/** What a heading usually means; the first that fits is proposed. */
type Guess = { readonly words: RegExp; readonly is: Pick<Partial<ColumnRule>, 'whose' | 'provenance'> }

const OTHERS = { whose: 'others', provenance: 'provided' } as const
const GUESSES: readonly Guess[] = [
  {
    words:
      /\b(?:row version|rowguid|etag|checksum|hash|guid|uuid|row (?:id|number)|internal id|tenant id|schema version)\b/u,
    is: { whose: 'nobody' },
  },
  {
    words:
      /\b(?:next of kin|emergency contact|partners?|spouse|husband|wife|referees?|child(?:ren)?s?|young persons?|birth (?:mother|father|parents?)|siblings?|household members?)\b/u,
    is: OTHERS,
  },
  {
    words:
      /\b(?:social worker|case ?worker|caseworker|assessor|reviewer|supervisor|line manager|staff|handled by|owner|created by|updated by|modified by|entered by|approved by|author)\b/u,
    is: { whose: 'others', provenance: 'created' },
  },
  {
    words:
      /\b(?:scores?|risks?|ratings?|segments?|rank|ranking|likelihood|predict(?:ed|ion)|propensity|bands?|tier|grade|profile type|suitability)\b/u,
    is: { whose: 'person', provenance: 'inferred' },
  },
  {
    words:
      /\b(?:case notes?|file notes?|staff notes?|internal notes?|assessments?|decisions?|recommendations?|review outcome|outcome|concerns?|flags?|opinions?)\b/u,
    is: { whose: 'person', provenance: 'created' },
  },
  {
    words: /\b(?:messages?|comments?|notes?|feedback|remarks|free text|description|story)\b/u,
    is: { whose: 'personAndOthers' },
  },
  {
    words:
      /\b(?:last (?:login|logged in|seen|visit)|log(?:ged)?[ -]?ins?|sign(?:ed)? ins?|ip(?: address)?|user agent|browser|device|visits?|visited|opened|clicked|clicks?|viewed|views|downloads?|attended|attendance|session|registered (?:at|on)|booked (?:at|on)|completed (?:at|on)|timestamp|created (?:at|on)|updated (?:at|on)|usage)\b/u,
    is: { whose: 'person', provenance: 'observed' },
  },
  {
    words:
      /\b(?:(?:first|last|full|given|family|middle|preferred|known|user|account|display|carer)? ?name|surname|forename|title|pronouns?|e ?mails?|telephone|phone|mobile|address(?: line)?|street|town|city|county|post ?code|date of birth|dob|birthday|language|nationality|dietary|allerg(?:y|ies)|preferences?|consent(?:ed)?|newsletter|subscri(?:bed|ption)s?|opt(?:ed)? (?:in|out)|topics?|interests?|bank|sort code|iban|account number|vehicle|availability|course|training|session booked|answers?)\b/u,
    is: { whose: 'person', provenance: 'provided' },
  },
]

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u
/** From so many letters on a text is written, not picked. */
const LONG_TEXT = 80

/**
 * A first proposal about a column from its heading and what it holds, to be confirmed; nothing where nothing is to be
 * said. The lawful basis is never proposed: it is the activity's, not the heading's.
 */
export function proposeColumn(name: string, samples: readonly string[]): Partial<ColumnRule> {
  const words = wordsOf(name)
  const guess = GUESSES.find((one) => one.words.test(words))?.is ?? fromSamples(samples)
  return { ...guess, ...calledFrom(name, words), ...(guess.whose ? { means: 'automated' } : {}) }
}

function fromSamples(samples: readonly string[]): Guess['is'] {
  const given = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (given.length === 0) return {}
  if (given.every((sample) => UUID.test(sample))) return { whose: 'nobody' }
  if (given.every((sample) => EMAIL.test(sample))) return { provenance: 'provided' }
  return given.some((sample) => sample.length > LONG_TEXT && /\s/u.test(sample))
    ? { whose: 'personAndOthers' }
    : {}
}

/** "carer_EmailAddress" as "carer email address". */
function wordsOf(name: string): string {
  return name
    .slice(0, 500)
    .normalize('NFKC')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** What a reader calls it, where the heading is a name for machines. */
function calledFrom(name: string, words: string): Pick<Partial<ColumnRule>, 'called'> {
  if (words === '' || !/[_.]|\p{Ll}\p{Lu}|^[\p{Ll}\d]+$/u.test(name)) return {}
  return { called: words.slice(0, 1).toUpperCase() + words.slice(1) }
}
