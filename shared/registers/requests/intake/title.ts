import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { CHILD_WORDS } from './capacity-phrases.ts'

const ASKED: Readonly<Record<RequestKindCode, string>> = {
  'R-ACCESS': 'Access request',
  'R-RECT': 'Rectification request',
  'R-ERASE': 'Erasure request',
  'R-RESTRICT': 'Restriction request',
  'R-OBJECT': 'Objection',
  'R-MKT': 'Objection to marketing',
  'R-PORT': 'Portability request',
  'R-WITHDRAW': 'Consent withdrawn',
  'R-ADM': 'Review of an automated decision',
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Known = {
  readonly right: RequestKindCode | null
  readonly requesterKind: string | null
  readonly receivedOn: PlainDate | null
  /** The kind of person in the library's words, for those who ask for themselves. */
  readonly kindOfPerson: string | null
  readonly body: string
}

/** What lists call the request, without anybody's name: "Access request, mother for her son, 2 Nov". */
export function titleOf({ right, requesterKind, receivedOn, kindOfPerson, body }: Known): string {
  const what = right ? ASKED[right] : 'Request'
  return [what, whoFor(requesterKind, kindOfPerson, body), shortDay(receivedOn)].filter(Boolean).join(', ')
}

/** The title when the day of receipt is another than it was made with; one that was written anew stays. */
export function titleOnDay(title: string, before: PlainDate | null, after: PlainDate | null): string {
  const [old, fresh] = [shortDay(before), shortDay(after)]
  if (old === '') return fresh === '' || title === '' ? title : `${title}, ${fresh}`
  if (!title.endsWith(`, ${old}`)) return title
  return [title.slice(0, -old.length - 2), fresh].filter(Boolean).join(', ')
}

function shortDay(day: PlainDate | null): string {
  return day ? `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}` : ''
}

function whoFor(requesterKind: string | null, kindOfPerson: string | null, body: string): string {
  switch (requesterKind) {
    case 'parent':
      return parentAndChild(body)
    case 'solicitor':
      return 'solicitor for a client'
    case 'attorney':
      return 'attorney or deputy for a person'
    case 'localAuthority':
      return 'social worker for a child'
    case 'body':
      return 'advocate for a person'
    case 'thirdParty':
      return 'somebody for another person'
    case 'child':
      return 'a child for themselves'
    default:
      return kindOfPerson?.toLowerCase() ?? ''
  }
}

const MOTHER = /\b(?:mother|mum|mam|mummy)\b/iu
const FATHER = /\b(?:father|dad|daddy)\b/iu
const CHILD = new RegExp(`\\b(?:my|our|his|her|their|the) (?:[\\w-]+ ){0,3}?(${CHILD_WORDS})\\b`, 'iu')

function parentAndChild(body: string): string {
  const mother = MOTHER.exec(body)
  const father = FATHER.exec(body)
  const isMother = mother && (!father || mother.index < father.index)
  const [who, whose] = isMother ? ['mother', 'her'] : father ? ['father', 'his'] : ['parent', 'their']
  return `${who} for ${whose} ${childWord(CHILD.exec(body)?.[1]?.toLowerCase())}`
}

function childWord(word: string | undefined): string {
  if (word === 'boy' || word === 'little boy') return 'son'
  if (word === 'girl' || word === 'little girl') return 'daughter'
  if (word === 'kid' || word === 'baby' || word === 'little one' || word === undefined) return 'child'
  return word === 'kids' ? 'children' : word
}
