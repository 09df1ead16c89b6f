import { REQUESTER_KINDS } from '#shared/law/request-people.ts'
import { CAPACITY_PHRASES, type Capacity, CHILD_WORDS } from './capacity-phrases.ts'
import { dayIn } from './message-day.ts'
import type { IntakeField, Proposal } from './message-reading.ts'
import { type PhraseHit, phrasesIn, sentenceAround } from './phrase.ts'
import { addressesIn, type MessagePart, nameIn } from './split-message.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** Who asks, in which capacity, where to write to, and whose data it is. */
export function readPeople(message: MessagePart, receivedOn: PlainDate | null): readonly Proposal[] {
  const capacity = capacityIn(message)
  return [
    ...capacity.map(({ value, quote, at, why, isSure }) =>
      proposal('requesterKind', value, sentenceAround(message.body, at, quote.length), why, isSure),
    ),
    ...whoAsks(message),
    ...whereTo(message),
    ...whoseData(message.body, capacity[0]?.value ?? 'self', receivedOn),
  ]
}

/** The likeliest capacity first: one said outright before one only likely, and acting for others before oneself. */
function capacityIn({ from, body }: MessagePart): readonly PhraseHit<Capacity>[] {
  const hits = phrasesIn(body, CAPACITY_PHRASES)
  const isCouncil = addressesIn(from).some((address) => /\.gov\.(?:uk|scot|wales)$/u.test(address))
  const weighed = hits.map((hit) =>
    hit.value === 'localAuthority' && isCouncil ? { ...hit, isSure: true } : hit,
  )
  const known = new Set(REQUESTER_KINDS.map(({ code }) => code))
  const each = weighed.filter(
    ({ value }, index) => known.has(value) && weighed.findIndex((one) => one.value === value) === index,
  )
  return each.toSorted((one, other) => Number(other.isSure) - Number(one.isSure))
}

const PERSON =
  "\\p{Lu}[\\p{L}'’-]{1,30}(?: (?:\\p{Lu}\\.? ){0,2}(?:(?:de|van|von|al|el|bin|Mac|Mc) ?)?\\p{Lu}[\\p{L}'’-]{1,30}){0,2}"
const SIGNED = new RegExp(
  `\\n[ \\t]*(?:(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)? (?:regards|wishes)|[Rr]egards|[Yy]ours(?: sincerely| faithfully| truly)?|[Mm]any thanks|[Tt]hanks(?: (?:again|in advance))?|[Tt]hank you(?: in advance)?|[Ss]incerely|[Bb]est|[Cc]heers)[,.!]?[ \\t]*\\n+[ \\t]*((?:(?:Mr|Mrs|Ms|Miss|Mx|Dr) )?${PERSON})`,
  'u',
)
const NAMED = new RegExp(`\\b[Mm]y (?:full )?name is ((?:(?:Mr|Mrs|Ms|Miss|Mx|Dr) )?${PERSON})`, 'u')

function whoAsks({ from, body }: MessagePart): readonly Proposal[] {
  const named = NAMED.exec(body)
  const signed = SIGNED.exec(`\n${body}`)
  const sender = nameIn(from)
  return [
    ...(named ? [proposal('requesterName', named[1]!, named[1]!, 'The writer gives their name.')] : []),
    ...(signed ? [proposal('requesterName', signed[1]!, signed[1]!, 'It is signed so.')] : []),
    ...(sender
      ? [proposal('requesterName', sender.slice(0, 200), from, 'The name of the sender.', false)]
      : []),
  ]
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u
const ADDRESS_LINES = 5

function whereTo({ from, body }: MessagePart): readonly Proposal[] {
  const address = postalAddress(body)
  const [email] = addressesIn(from)
  return [
    ...(address ? [proposal('sendTo', address, address, 'A postal address stands in the message.')] : []),
    ...(email ? [proposal('sendTo', email, from, 'The address it was sent from.', false)] : []),
  ]
}

/** The lines that end with a postcode: short ones above it belong to it. */
function postalAddress(body: string): string | null {
  const lines = body.split('\n')
  const last = lines.findIndex((line) => line.length < 160 && POSTCODE.test(line))
  if (last < 0) return null
  let first = last
  const isPart = (line: string) =>
    /^[ \t]*[\p{L}\d][\p{L}\d .,'’/&-]{2,60},?[ \t]*$/u.test(line) &&
    !/[.!?:]\s*$|(?:regards|wishes|faithfully|sincerely|thanks)/iu.test(line)
  while (first > 0 && last - first < ADDRESS_LINES - 1 && isPart(lines[first - 1]!)) first -= 1
  // The name above an address has a field of its own.
  if (first < last && !/\d/u.test(lines[first]!) && SIGNED.exec(`\n${body}`)?.[1] === lines[first]!.trim())
    first += 1
  return lines
    .slice(first, last + 1)
    .join('\n')
    .trim()
}

function whoseData(body: string, capacity: Capacity, receivedOn: PlainDate | null): readonly Proposal[] {
  const isForThemselves = capacity === 'self' || capacity === 'child'
  const names = isForThemselves ? [] : namesOfPerson(body)
  const born = bornOn(body)
  const age = ageIn(body, born, receivedOn)
  return [...names, ...born.slice(0, 1), ...age, ...kindOfPerson(body, capacity, age)]
}

const CHILD_NAMED = new RegExp(
  `\\b[Mm]y (?:[\\w-]+ ){0,3}${CHILD_WORDS}[,:]?(?: called| named)? \\(?(${PERSON})`,
  'u',
)
const CLIENT_NAMED = new RegExp(
  `\\b(?:[Oo]ur client|[Mm]y client|[Oo]n behalf of|[Ww]e act for|[Dd]ata subject|[Cc]hild['’]s name|[Cc]hild|[Cc]lient(?:['’]s)? name|[Nn]ame of (?:child|client)|[Rr][Ee])[,:]? (?:is )?((?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master) )?${PERSON})`,
  'u',
)
const WHOSE_NAMED = new RegExp(
  `\\b(?:social worker|attorney|deputy|mother|father|mum|dad|parent|guardian|friend|adviser|advocate) (?:for|of|to) (${PERSON})`,
  'u',
)

function namesOfPerson(body: string): readonly Proposal[] {
  const matches = [CHILD_NAMED, CLIENT_NAMED, WHOSE_NAMED].flatMap((words) => {
    const match = words.exec(body)
    return match ? [{ name: match[1]!.trim(), quote: match[0] }] : []
  })
  return matches.map(({ name, quote }) =>
    proposal('personName', name, quote, 'The person it is about is named.', matches.length === 1),
  )
}

const BIRTH = /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birth ?day)\b[ :–-]{0,4}(?:is |was )?/giu

function bornOn(body: string): readonly Proposal[] {
  for (const match of body.matchAll(BIRTH)) {
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 30)
    const found = dayIn(after)
    if (!found || after.indexOf(found.quote) > 4) continue
    const quote = body.slice(
      match.index,
      match.index + match[0].length + after.indexOf(found.quote) + found.quote.length,
    )
    return [proposal('personBorn', found.day, quote, 'A date of birth is given.')]
  }
  return []
}

const AGE =
  /\b(?:aged?|age is|he is|she is|they are|I am|I['’]m|who is|is now|now)[ :]{1,2}(\d{1,2})\b(?! ?(?:%|pages?|weeks?|months?|days?|[:/.]\d))|\b(\d{1,2})[- ]years?[- ]old\b|\((\d{1,2})\)/giu

function ageIn(body: string, born: readonly Proposal[], receivedOn: PlainDate | null): readonly Proposal[] {
  const [given] = born
  if (given && receivedOn) {
    const years = yearsBetween(given.value as PlainDate, receivedOn)
    if (years >= 0 && years < 18)
      return [
        proposal(
          'childAge',
          years,
          given.quote,
          'Worked out from the date of birth, on the day of the request.',
        ),
      ]
    return []
  }
  for (const match of body.matchAll(AGE)) {
    const years = Number(match[1] ?? match[2] ?? match[3])
    if (years < 18)
      return [proposal('childAge', years, match[0], 'An age under 18 is given.', match[3] === undefined)]
  }
  return []
}

function yearsBetween(born: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

const DIED =
  /\bmy late (?:\w+)\b|\b(?:who|he|she|they) (?:has |have )?(?:died|passed away)\b|\bdeceased\b|\bestate of\b/iu
const FOR_A_CHILD = new RegExp(`\\b(?:my|our|the) (?:[\\w-]+ ){0,3}${CHILD_WORDS}\\b`, 'iu')

function kindOfPerson(body: string, capacity: Capacity, age: readonly Proposal[]): readonly Proposal[] {
  const died = DIED.exec(body)
  if (died) return [proposal('personKind', 'died', died[0], 'It speaks of somebody who has died.', false)]
  const [given] = age
  if (given) return [proposal('personKind', 'child', given.quote, 'The age given is under 18.', given.isSure)]
  const child = capacity === 'parent' ? FOR_A_CHILD.exec(body) : null
  if (child)
    return [
      proposal(
        'personKind',
        'child',
        child[0],
        'A parent asks for their child: check the age, a grown-up child asks for themselves.',
        false,
      ),
    ]
  return []
}

function proposal(
  field: IntakeField,
  value: string | number,
  quote: string,
  why: string,
  isSure = true,
): Proposal {
  return { field, value, quote, why, isSure }
}
