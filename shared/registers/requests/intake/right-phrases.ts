import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { Phrase } from './phrase.ts'

const WHOSE = "(?:my|mine|his|her|their|our|our client['’]s|the child['’]s|[\\w’']{2,30}['’]s)"
const RECORDS =
  '(?:files?|records?|case ?notes?|notes|data|information|reports?|paperwork|documents?|e-?mails?|minutes|recordings?|footage)'

const right = (
  value: RequestKindCode,
  words: RegExp,
  why: string,
  isSure = true,
): Phrase<RequestKindCode> => ({
  value,
  words: new RegExp(words, 'giu'),
  why,
  isSure,
})

/** Words by which people use a right without naming it; what they want decides. @source UK GDPR Art 7(3), Art 15, Art 16, Art 17, Art 18, Art 20, Art 21, Art 22C */
export const RIGHT_PHRASES: readonly Phrase<RequestKindCode>[] = [
  right(
    'R-ACCESS',
    /\b(?:data )?subject access(?: requests?)?\b|\bD?SARs?\b|\bright of access\b|\barticle 15\b/,
    'It names subject access.',
  ),
  right(
    'R-ACCESS',
    new RegExp(`\\bcop(?:y|ies) of (?:${WHOSE}|all|any|every|everything|what|the)\\b[^.\\n]{0,60}`),
    'It asks for a copy.',
  ),
  right(
    'R-ACCESS',
    /\b(?:everything|anything|whatever|all(?: that| of what)?) (?:that )?(?:you|they|the \w+) (?:have|hold|has|keep|kept|hold|got|wrote|ever)\b[^.\n]{0,40}/,
    'It asks for all that is held.',
  ),
  right(
    'R-ACCESS',
    new RegExp(
      `\\b(?:all|any|what|which|the) (?:the |of the |of )?(?:personal )?${RECORDS}[^.\\n]{0,40}\\b(?:you|they|is|are)\\b[^.\\n]{0,20}\\b(?:hold|held|have|keep|kept|got)\\b[^.\\n]{0,40}`,
    ),
    'It asks for what is held.',
  ),
  right(
    'R-ACCESS',
    new RegExp(
      `\\b(?:see|view|read|get|obtain|receive|send|access(?: to)?|request(?:ing)?|want|like|have|for|disclos\\w+|provide\\w*)\\b[^.\\n]{0,40}\\b${WHOSE} (?:[\\w-]+ ){0,3}(?:files?|records?|case ?notes?|notes|personal data|data|information|papers|paperwork)\\b`,
    ),
    'It asks to see a file or record.',
  ),
  right('R-RECT', /\brectif\w+|\bright to correction\b|\barticle 16\b/, 'It names rectification.'),
  right(
    'R-RECT',
    /\b(?:correct|amend|change|put right|update|fix)(?:ed|ing|ion)?\b[^.\n]{0,50}\b(?:records?|files?|data|information|reports?|date of birth|name|address|mistakes?|errors?|details|wrong)\b/,
    'It asks to have something put right.',
    false,
  ),
  right(
    'R-RECT',
    /\b(?:is|are|was|were|has|have) (?:\w+ ){0,2}(?:wrong|incorrect|inaccurate|untrue|not true|false|mistakes?|errors?|got wrong)\b[^.\n]{0,60}|\binaccura(?:te|cy|cies)\b/,
    'It says that something recorded is wrong.',
    false,
  ),
  right(
    'R-ERASE',
    /\b(?:right to )?erasure\b|\bright to be forgotten\b|\bforget me\b|\barticle 17\b|\berase\b[^.\n]{0,60}/,
    'It names erasure.',
  ),
  right(
    'R-ERASE',
    new RegExp(
      `\\b(?:delet(?:e|ed|ion)|remov(?:e|ed|al)|destroy(?:ed)?|wip(?:e|ed)|take down)\\b[^.\\n]{0,60}\\b(?:data|details|information|records?|files?|photos?|photographs?|pictures?|everything|accounts?|story|video|name)\\b`,
    ),
    'It asks to have data deleted.',
  ),
  right(
    'R-RESTRICT',
    /\brestrict(?:ion|ed)?(?: of)?(?: the)? (?:process\w+|use|using|how|access)\b[^.\n]{0,40}|\barticle 18\b|\bright to restrict\b/,
    'It names restriction.',
  ),
  right(
    'R-RESTRICT',
    /\b(?:stop using|do not use|don[’']t use|freeze|put on hold)\b[^.\n]{0,60}\b(?:until|while|whilst|pending)\b[^.\n]{0,40}/,
    'It asks not to use data for a time.',
    false,
  ),
  right(
    'R-OBJECT',
    /\bobject(?:ion|ing)? to\b[^.\n]{0,60}\b(?:process\w*|us(?:e|ing)|shar\w+|profil\w+|data|information|records?|keeping|holding)\b|\bright to object\b|\barticle 21\b/,
    'It objects to a use of data.',
  ),
  right(
    'R-OBJECT',
    /\b(?:stop|no longer) (?:sharing|processing|using|passing on)\b[^.\n]{0,60}\b(?:data|information|details|records?|name)\b/,
    'It asks to stop a use of data.',
    false,
  ),
  right(
    'R-MKT',
    /\bunsubscribe\b|\bdirect marketing\b|\b(?:stop|no more) (?:sending|emailing|texting|calling|mailing|phoning|emails|letters|texts|calls|newsletters?|appeals?)\b[^.\n]{0,50}|\b(?:take|remove|get) (?:me|us|my (?:name|email|address|details)) (?:off|from)\b[^.\n]{0,30}\b(?:list|newsletter|mailing\w*|database)\b/,
    'It asks to stop mailings.',
  ),
  right(
    'R-PORT',
    /\bportab\w+|\bmachine[- ]readable\b|\barticle 20\b|\bin a structured\b[^.\n]{0,40}/,
    'It names portability.',
  ),
  right(
    'R-PORT',
    new RegExp(
      `\\b(?:transfer|move|pass|send) ${WHOSE} (?:[\\w-]+ ){0,2}(?:data|information|account|details)\\b[^.\\n]{0,20}\\bto (?:another|a new|my new|the new)\\b[^.\\n]{0,40}`,
    ),
    'It asks to have data passed to somebody else.',
    false,
  ),
  right(
    'R-ADM',
    /\bautomated (?:decisions?|processing|means|system|decision[- ]making)\b|\b(?:decided|made|rejected|refused|scored|turned down) by (?:a |an |the |your )?(?:computer|algorithm|system|software|machine|AI)\b|\b(?:human|person) (?:to )?(?:review|intervention|look at it again)\b|\barticle 22\w?\b/,
    'It is about a decision made by automated means.',
  ),
  right(
    'R-WITHDRAW',
    /\b(?:withdraw(?:ing|al|n)?|revoke|take back|cancel)(?: of)? (?:(?:my|our|his|her|the|all) ){0,2}(?:\w+ )?(?:consent|permission)\b|\bno longer (?:consent|agree|give (?:my )?(?:consent|permission))\b|\bchanged my mind about\b[^.\n]{0,40}\b(?:photos?|video|story|quote|consent|permission|pictures?)\b/,
    'It withdraws consent.',
  ),
]

/** A request under another law's name that asks for the person's own data all the same. */
export const FOI_WORDS = /\bfreedom of information(?: act| request)?\b|\bFOIA?\b/iu

/** Words that show that the data asked for is the person's own, or of somebody they ask for. */
export const OWN_DATA = new RegExp(
  `\\b(?:about|on|concerning|regarding|hold|to do with) (?:me|myself|us|him|her)\\b|\\b${WHOSE} (?:[\\w-]+ ){0,3}${RECORDS}`,
  'iu',
)
