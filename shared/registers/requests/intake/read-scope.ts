import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { dayIn } from './message-day.ts'
import type { Proposal } from './message-reading.ts'

/** How far the request reaches: period, limits, and the numbers it goes by. */
export function readScope(body: string): readonly Proposal[] {
  return [...periodIn(body), ...limitsIn(body), ...numbersIn(body)]
}

const TIME = '((?:the )?(?:\\w+ ){0,3}?\\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})'
const FROM_TO = new RegExp(
  `\\b(?:between|from|for the (?:period|years?)|dated)(?: the)?(?: period| years?)? ?(?:of |from )?${TIME} ?(?:and|to|until|till|up to|[-–—]) ?(${TIME.slice(1, -1)}|now|today|the present(?: day)?|date)\\b`,
  'iu',
)
const YEARS = /\b((?:19|20)\d{2}) ?(?:[-–—]|to) ?((?:19|20)\d{2})\b/u
const SINCE = new RegExp(`\\b(?:since|from)(?: around| about| the)? ${TIME}(?: on(?:wards)?)?\\b`, 'iu')
/** "since he came into care in 2021" */
const SINCE_EVENT = /\bsince (?:[\w'’]{1,20} ){1,7}?in ((?:\w{3,9} )?\d{4})\b/iu

function periodIn(body: string): readonly Proposal[] {
  const span = FROM_TO.exec(body) ?? YEARS.exec(body)
  if (span) return [...edge('scopeFrom', span[1]!, span[0]), ...edge('scopeTo', span[2]!, span[0])]
  const since = SINCE.exec(body) ?? SINCE_EVENT.exec(body)
  return since ? edge('scopeFrom', since[1]!, since[0]) : []
}

function edge(field: 'scopeFrom' | 'scopeTo', words: string, quote: string): readonly Proposal[] {
  const day = dayIn(words)?.day ?? ofMonthOrYear(words, field === 'scopeFrom')
  return day ? [{ field, value: day, quote, why: 'The message names a period.', isSure: true }] : []
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The first or the last day of a month or a year. */
function ofMonthOrYear(words: string, isFirst: boolean): PlainDate | null {
  const year = /\b(19|20)\d{2}\b/u.exec(words)?.[0]
  if (!year) return null
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, 'iu').test(words))
  const number = String(month < 0 ? (isFirst ? 1 : 12) : month + 1).padStart(2, '0')
  const last = LENGTHS[Number(number) - 1]!
  return PlainDate.parse(`${year}-${number}-${isFirst ? '01' : String(last)}`)
}

const LIMIT =
  /\b(?:I|we) (?:only|just) (?:want|need|require|am interested in|am asking for|would like)\b[^.\n]{3,200}|\b(?:limited|restricted|confined) to (?!process)[^.\n]{3,200}|\bonly (?:the|those|emails?|records?|documents?|reports?|information|notes|anything)\b[^.\n]{3,200}|\b(?:do not|don[’']t) need\b[^.\n]{3,200}/iu

function limitsIn(body: string): readonly Proposal[] {
  const match = LIMIT.exec(body)
  if (!match) return []
  const value = match[0].trim()
  return [
    { field: 'scope', value, quote: match[0], why: 'The message limits what it asks for.', isSure: true },
  ]
}

const OUR_REFERENCE = /\bour ref(?:erence)?(?: is)?\s{0,3}[.:#]?\s{0,3}([A-Z\d][A-Za-z\d./-]{2,29})/iu
const NUMBER =
  /\b(?:your ref(?:erence)?|(?:case|file|client|referral|complaint|carer|employee|staff|payroll)(?: file)?(?: ref(?:erence)?| no\.?| number| id)|mosaic(?: id| no\.?| number)?|liquid ?logic(?: id| no\.?| number)?|LCS(?: id| no\.?| number)?|NHS (?:no\.?|number)|unique pupil number|UPN)(?: is)?\s{0,3}[.:#]?\s{0,3}([A-Z]{0,6}[-/]?\d[A-Za-z\d /-]{1,20}[A-Za-z\d])/giu

function numbersIn(body: string): readonly Proposal[] {
  const ours = OUR_REFERENCE.exec(body)
  const theirs: readonly Proposal[] = ours
    ? [
        {
          field: 'requesterReference',
          value: ours[1]!,
          quote: ours[0],
          why: 'The writer gives their reference.',
          isSure: true,
        },
      ]
    : []
  const numbers = [...body.matchAll(NUMBER)].slice(0, 10).map(([quote, number]): Proposal => ({
    field: 'caseNumbers',
    value: number!.trim(),
    quote,
    why: 'A case or file number is given.',
    isSure: true,
  }))
  return [...theirs, ...numbers]
}

/** Other words for the kinds of person that an organisation in children's services knows. */
const OTHER_WORDS: readonly (readonly [said: RegExp, term: RegExp])[] = [
  [
    /\bin (?:foster |residential |your )?care\b|\bfoster(?:ed)? (?:child|kid)|\bwas fostered\b|\blooked[- ]after\b|\bchildren['’]s home\b/iu,
    /^looked[- ]after/iu,
  ],
  [/\bcare[- ]leavers?\b|\bleft care\b|\bleaving care\b|\bcare[- ]experienced\b/iu, /^care leavers/iu],
  [/\b(?:I|we) foster(?:ed)?\b|\bfoster(?:ing)? (?:carer|parent)s?\b|\bfor(?:mer)? carer\b/iu, /^foster/iu],
  [/\bfostering (?:application|assessment)\b|\bapplied to foster\b|\bform f\b/iu, /^fostering applicants/iu],
  [/\b(?:I|we) adopted\b|\badoptive (?:parent|mother|father)s?\b/iu, /^adopters/iu],
  [
    /\b(?:worked|work|employed|employment|employee|grievance|disciplinary|personnel file|HR file|line manager|payroll)\b/iu,
    /^employees/iu,
  ],
  [
    /\b(?:job|post) (?:application|interview)\b|\bapplied for (?:a|the) (?:\w+ ){0,3}(?:job|post|role|position)\b/iu,
    /^job applicants/iu,
  ],
  [/\bdonat(?:ed|ion|e|ing)\b|\bfundrais\w+\b|\bsupporter\b/iu, /^supporters/iu],
  [/\bvolunteer(?:ed|ing)?\b/iu, /volunteer/iu],
  [/\bmy (?:school|teacher)\b|\bpupil\b/iu, /^pupils/iu],
  [/\bdisab(?:led|ility)\b/iu, /^children with disabilities/iu],
  [/\bnewsletter\b|\bmailing list\b/iu, /^marketing contacts/iu],
]

/** The kinds of person, in the library's own words, that a message seems to be about. */
export function readPeopleTerms(body: string, isChild: boolean, terms: readonly Term[]): readonly Proposal[] {
  const people = terms.filter(
    ({ vocabulary, deprecatedOn }) => vocabulary === 'people' && deprecatedOn === null,
  )
  const said = OTHER_WORDS.flatMap(([words, wanted]) => {
    const match = words.exec(body)
    const term =
      match && people.find(({ name, synonyms }) => [name, ...synonyms].some((one) => wanted.test(one)))
    return term ? [peopleProposal(term, match[0])] : []
  })
  const unique = said.filter(({ value }, index) => said.findIndex((one) => one.value === value) === index)
  if (unique.length > 0 || !isChild) return unique
  const children = people.find(({ name }) => /^children\b(?! with| using)/iu.test(name))
  const word = /\b(?:child|son|daughter|boy|girl|years? old|aged?|born)\b/iu.exec(body)
  return children && word ? [peopleProposal(children, word[0])] : []
}

function peopleProposal({ id, name }: Term, quote: string): Proposal {
  return {
    field: 'peopleIds',
    value: id,
    quote,
    why: `The library calls such people “${name}”.`,
    isSure: false,
  }
}
