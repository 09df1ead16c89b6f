import type { Phrase } from './phrase.ts'

/** In which capacity somebody asks, by the codes of the request. */
export type Capacity =
  | 'self'
  | 'child'
  | 'parent'
  | 'localAuthority'
  | 'solicitor'
  | 'attorney'
  | 'body'
  | 'thirdParty'

/** Who stands for whom in a title: "mother", "her son". */
export const CHILD_WORDS =
  '(?:step)?(?:son|daughter|child|children|kids?|boy|girl|twins|baby|little (?:boy|girl|one))'
const OWN_RECORDS = '(?:files?|records?|case ?notes?|notes|data|information|papers|report|time)'

const as = (value: Capacity, words: RegExp, why: string, isSure = true): Phrase<Capacity> => ({
  value,
  words: new RegExp(words, 'giu'),
  why,
  isSure,
})

/** Words that say for whom somebody asks; those that weigh most stand first. @source UK GDPR Art 12(6); DPA 2018 s.208 */
export const CAPACITY_PHRASES: readonly Phrase<Capacity>[] = [
  as(
    'attorney',
    /\b(?:lasting |enduring )?power of attorney\b|\bLPA\b|\bcourt[- ]appointed\b|\b(?:as|am|is|are) (?:\w+ ){0,3}deput(?:y|ies)\b|\bdeputyship\b|\bappointed (?:as )?(?:\w+ ){0,3}by the court\b|\bCourt of Protection\b|\blitigation friend\b|\bappointee\b/,
    'It speaks of a power or an appointment by a court.',
  ),
  as(
    'solicitor',
    /\bwe (?:act|are acting|are instructed)(?: for| on behalf of| by)\b[^.\n]{0,40}|\bour client\b[^.\n]{0,40}|\bI (?:act|am (?:the|a) (?:solicitor|barrister|advocate|lawyer) (?:for|of|acting))\b[^.\n]{0,30}/,
    'It is written for a client.',
  ),
  as(
    'body',
    /\b(?:independent |children['’]s |young people['’]s )?advocacy (?:service|project|worker)\b|\bI am (?:an|the|his|her|their) (?:independent )?advocate\b|\bcitizens advice\b/,
    'It comes from a body that acts for people.',
    false,
  ),
  as(
    'localAuthority',
    /\bI am (?:the|an?|his|her|their) (?:\w+ ){0,2}(?:social worker|team manager|personal adviser|IRO|independent reviewing officer)\b[^.\n]{0,40}|\b(?:allocated|named) social worker (?:for|to)\b[^.\n]{0,30}|\b(?:corporate parent|shares? parental responsibility)\b/,
    'A social worker or the local authority asks.',
    false,
  ),
  as(
    'parent',
    new RegExp(
      `\\b(?:on behalf of|for|about|regarding|concerning|held on|relating to|(?:photos?|photographs?|pictures?|videos?|records?|data|files?|information|details) of) (?:my|our) (?:[\\w-]+ ){0,3}${CHILD_WORDS}\\b[^.\\n]{0,30}|\\b(?:my|our) (?:[\\w-]+ ){0,3}${CHILD_WORDS}['’]s?\\b[^.\\n]{0,30}\\b${OWN_RECORDS}\\b`,
    ),
    'It asks for what is held about a child of theirs.',
  ),
  as(
    'parent',
    /\b(?:I am|I['’]m|as) (?:\w+['’]s |the |his |her |their ){0,2}(?:\w+ )?(?:mother|father|mum|mam|dad|parent|guardian|special guardian)\b|\bparental responsibility\b/,
    'It says that a parent writes.',
  ),
  as(
    'thirdParty',
    /\bmy (?:late )?(?:grandson|granddaughter|grandchild(?:ren)?|nephew|niece|brother|sister|friend|neighbour|husband|wife|partner|mother|mum|father|dad|foster (?:son|daughter|child))['’]?s?\b[^.\n]{0,40}\b(?:files?|records?|data|information|notes|behalf)\b|\bon behalf of my (?:late )?(?:\w+ )?(?:grandson|granddaughter|nephew|niece|brother|sister|friend|husband|wife|partner|mother|father)\b/,
    'It asks for what is held about somebody else.',
    false,
  ),
  as(
    'child',
    /\bI(?: am|['’]m) (?:only )?(?:\d|1[0-7])(?: years? old)?\b(?! years? (?:of|in|with))(?![\d:/])/,
    'The writer gives an age under 18.',
  ),
  as(
    'self',
    new RegExp(
      `\\b(?:about|on|concerning|regarding|hold) (?:me|myself)\\b|\\bmy (?:own )?(?:[\\w-]+ ){0,3}${OWN_RECORDS}\\b`,
    ),
    'It asks for what is held about the writer.',
  ),
]
