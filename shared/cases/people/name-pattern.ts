import { lettersOf } from '../needles/fold.ts'

const WORD = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’]\p{L}{2,}[\p{L}\p{M}]*)?(?:[-‐‑]\p{L}[\p{L}\p{M}]+)*`
const PARTICLE = '(?:van|von|de|der|den|del|della|di|da|dos|la|le|al|el|bin|ibn|ap)'

/** A name as it is written: one to four words with capital letters, initials and particles between. */
export const NAME = String.raw`${WORD}(?:\.?[ \u00A0]{1,2}(?:${PARTICLE}[ \u00A0]){0,2}${WORD}){0,3}`

/** Words with a capital letter that are no names of people. */
const NO_NAMES = new Set(
  [
    'a all an and any are as at be but by dear do for from has have he her here him his how i if in is it its me my',
    'no not of on or our please re she sir so thank thanks that the their them there these they this those to us was',
    'we were what when where who why will with you your madam everyone everybody colleagues colleague folks both',
    'monday tuesday wednesday thursday friday saturday sunday january february march july august september',
    'october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec today',
    'service services team teams department unit office council school academy college nursery hospital surgery clinic',
    'centre center trust nhs police court child children childrens family families parent parents carers care case',
    'conference meeting minutes plan report review referral assessment section act order date time subject sent',
    'attached attachment email mail phone tel telephone mobile fax address street road avenue close drive house',
    'manager worker officer assistant director leader coordinator co-ordinator practitioner lead chair chairperson',
    'clerk administrator admin senior social health visitor doctor nurse teacher headteacher psychologist therapist',
    'advocate solicitor reviewing independent safeguarding designated duty student supervisor foster volunteer agency',
    'apologies present attendees distribution agenda item action actions none unknown confidential private re fw fwd',
    'england wales scotland ireland britain london uk gb n/a na tbc tbd new old north south east west upper lower great',
    'information data protection request access record records file note notes company limited ltd group board',
    'committee ltd plc llp charity foundation society association union university borough county city town village',
  ]
    .join(' ')
    .split(' '),
)

/** Whether words with capital letters can be the name of somebody. */
export function isLikelyName(text: string): boolean {
  const words = text.split(/[\s.]+/u).filter(Boolean)
  const letters = words.map(lettersOf)
  if (letters.length === 0 || letters.length > 6 || letters.every((word) => word.length < 2)) return false
  return letters.every((word) => !NO_NAMES.has(word))
}

/** Words behind a name that make it an organisation, a place or a group: "Meadow Bank School". */
const NOT_PEOPLE = new Set(
  [
    'school academy college nursery university hospital surgery clinic centre center council borough county team service',
    'services department unit trust house home street road avenue close drive police court church charity foundation',
    'association society group board committee ltd limited plc llp families children conference meeting plan project',
    'partnership primary secondary infant junior high grammar health medical practice carers act order',
  ]
    .join(' ')
    .split(' '),
)

/** The longest beginning of words that can be a name; empty where there is none, or they name no person. */
export function nameIn(text: string): string {
  const words = text.trim().split(/[ \u00A0]+/u)
  for (let length = words.length; length > 0; length--) {
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/[.,;:'’]+$/u, '')
    if (isLikelyName(name)) return name
    if (NOT_PEOPLE.has(lettersOf(words[length - 1] ?? '')) && length > 1) return ''
  }
  return ''
}
