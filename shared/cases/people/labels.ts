import type { CasePerson, PersonRole } from '../person.ts'
import { lettersOf } from '../needles/fold.ts'

/** The letter of a person by the place in the order of arrival, from 0: "A" … "Z", "AA", "AB" …. */
export function letterOf(index: number): string {
  const last = String.fromCodePoint(FIRST_LETTER + (index % LETTERS))
  return index < LETTERS ? last : `${letterOf(Math.floor(index / LETTERS) - 1)}${last}`
}

/** What stands in the place of a person everywhere: "Person C, another child". */
export function labelOf(letter: string, describedAs: string): string {
  const described = describedAs.trim()
  return `Person ${letter}${described === '' ? '' : `, ${described}`}`
}

/** The neutral words for a role: never a sex, an age, an order or an exact relation, and no word of who reported. */
export function describedAsOf(role: PersonRole | null): string {
  return role === null ? '' : DESCRIBED[role]
}

/** What in the label of a person gives them away, a sentence each; none for a neutral one. */
export function labelWarnings({
  label,
  describedAs,
  name,
  forms,
  role,
}: Pick<CasePerson, 'label' | 'describedAs' | 'name' | 'forms' | 'role'>): string[] {
  const text = describedAs.trim() === '' ? label.replace(/^Person [A-Z]+,?/u, '') : describedAs
  const warnings = CLUES.flatMap(({ words, says }) => {
    const found = words.exec(text)
    return found ? [`The label says “${found[0].trim()}”, which ${says}.`] : []
  })
  const part = namePartIn(text, [name, ...forms.map((form) => form.text)])
  if (part !== null) warnings.unshift(`The label holds “${part}”, a part of a name or number of this person.`)
  const large = /(?<=\S\s+)\p{Lu}[\p{L}’'-]+/u.exec(text)
  if (large && part === null && warnings.length === 0) {
    warnings.push(`The label says “${large[0]}”, which looks like the name of somebody or something.`)
  }
  if (role === 'referrer' && REPORTS.test(text)) {
    warnings.push('The label says that this person reported something: that identifies a source.')
  }
  return warnings
}

const FIRST_LETTER = 65
const LETTERS = 26
const SAFE_PART = 3

const DESCRIBED: Readonly<Record<PersonRole, string>> = {
  subject: '',
  child: 'another child',
  relative: 'a family member',
  carer: 'a carer',
  socialWorker: 'a social worker',
  health: 'a health worker',
  education: 'an education worker',
  professional: 'a professional',
  referrer: 'another person',
  volunteer: 'a volunteer',
  other: 'another person',
}

const REPORTS =
  /\b(?:referr\w*|report\w*|caller|informant|whistle-?blower|complain\w*|anonymous|source|witness|tip-?off|alleg\w*)\b/iu

const CLUES: readonly { readonly words: RegExp; readonly says: string }[] = [
  {
    words:
      /\b(?:she|he|her|hers|his|him|girl|boy|woman|man|female|male|lady|gentleman|mr|mrs|ms|miss|sir|girls|boys|women|men)\b/iu,
    says: 'gives away the sex',
  },
  {
    words:
      /\b(?:\d+|baby|infant|toddler|teen\w*|adolescent|pre-?school\w*|pensioner|elderly|newborn|year-?olds?|aged|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b/iu,
    says: 'can give away the age',
  },
  {
    words:
      /\b(?:(?:step|half|grand|god|foster)?[ -]?(?:mother|father|mum|dad|mam|mummy|daddy|sister|brother|son|daughter|parent)s?|nan|nana|gran|granny|grandad|aunt\w*|uncle|cousins?|nieces?|nephews?|wife|husband|(?:ex-?)?partner|boyfriend|girlfriend|neighbours?|twins?|sibling|lodger|childminder|friend)\b/iu,
    says: 'gives away the exact relation',
  },
  {
    words:
      /\b(?:older|younger|eldest|oldest|youngest|elder|middle|first|second|third|fourth|last|only|twin|firstborn)\b/iu,
    says: 'gives away an order of birth or of people',
  },
  {
    words:
      /\b(?:school|academy|nursery|college|university|hospital|surgery|clinic|practice|nhs|trust|council|borough|county|police|constabulary|church|mosque|temple|synagogue|charity|ltd|limited|plc|llp|cafcass|nspcc|ofsted|barnardo\S*|club|centre|society|association|court)\b/iu,
    says: 'gives away an organisation or a place',
  },
]

function namePartIn(text: string, names: readonly string[]): string | null {
  const said = new Set(text.split(/[^\p{L}\p{N}]+/u).map(lettersOf))
  for (const name of names) {
    for (const part of name.split(/[^\p{L}\p{N}]+/u)) {
      const letters = lettersOf(part)
      if (letters.length >= SAFE_PART && said.has(letters) && !ORDINARY.has(letters)) return part
    }
  }
  return null
}

/** Words of titles and roles, which are no part of a name: "Social worker Ann" may be "a social worker". */
const ORDINARY = new Set(
  'social worker health visitor doctor nurse teacher carer foster another person child family the'.split(' '),
)
