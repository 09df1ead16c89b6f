import type { Recipient } from './recipient.register.ts'

type Meaning<Value> = ReadonlyArray<readonly [words: RegExp, value: Value]>

/** What people write for who somebody is; the more particular first: a foster parent is no parent. */
const KINDS: Meaning<NonNullable<Recipient['kind']>> = [
  [/\bfoster (?:carer|parent|mother|father|mum|dad)|\badopt(?:er|ive|ing)\b|\bcarers?\b/, 'carer'],
  [/\bgrand\w*|\b(?:aunt|uncle|sibling|brother|sister|cousin|relative|family|kin)\w*/, 'family'],
  [/\b(?:staff|employee|volunteer|worker|colleague|manager)s?\b/, 'staff'],
  [/\b(?:parent|mother|father|mum|mam|dad|guardian|step ?(?:mother|father|parent))s?\b/, 'parent'],
  [
    /\b(?:child|children|young (?:person|people)|yp|baby|infant|pupil|minor|teenager|son|daughter|care leaver|looked after)\b/,
    'child',
  ],
  [/\b(?:other|somebody else|someone else|professional|third party|neighbour)\b/, 'other'],
]

const VERSIONS: Meaning<NonNullable<Recipient['version']>> = [
  [/\b(?:child|children|young)\b/, 'child'],
  [/\beas(?:y|ier)\b|\bsimple\b/, 'easier'],
  [/\b(?:standard|plain|adult|normal|usual)\b/, 'standard'],
]

const YES_OR_NO: Meaning<boolean> = [
  [/^(?:no|n|false|f|0|none|nil|low|not? high\b.*)$/, false],
  [/^(?:yes|y|true|t|1|x|✓|✔|☑|high)$/, true],
]

const SAFE: Meaning<NonNullable<Recipient['safeToWrite']>> = [
  [/^(?:no|n|false|f|0)$|\b(?:unsafe|not safe|do not|don t|never)\b/, 'no'],
  [/\b(?:check\w*|confirm\w*|ask\w*|unsure|not sure|maybe|tbc|verify)\b|^\?+$/, 'check'],
  [/^(?:yes|y|true|t|1|x|✓|✔|☑|safe|ok|okay)$/, 'yes'],
]

/** Who somebody is, in the words of a list; null when the words are none of the kinds. */
export const kindOfPerson = (text: string) => meaning(KINDS, text)

/** Which letter, in the words of a list; null when they are none of the versions. */
export const versionOfLetter = (text: string) => meaning(VERSIONS, text)

/** Yes or no, in the words of a list; null when they are neither. */
export const yesOrNo = (text: string) => meaning(YES_OR_NO, text)

/** Whether it is safe to write, in the words of a list; null when they say neither yes, no nor to check. */
export const safeToWriteOf = (text: string) => meaning(SAFE, text)

/** Whether words say that something is not known: nothing is lost by leaving the field empty. */
export function saysUnknown(text: string): boolean {
  return /^(?:|[-–—?]+|unknown|not known|n ?k|n ?a|tbc|tba)$/.test(plain(text))
}

function meaning<Value>(meanings: Meaning<Value>, text: string): Value | null {
  const words = plain(text)
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}✓✔☑?–—-]+/gu, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
