import type { FormKind } from '../person.ts'
import { readDay } from '../needles/dates.ts'
import type { Detected } from './detected.ts'
import { isNhsNumber, isNino, isUkPhone, isUpn } from './identifiers.ts'
import { NO_GUESS } from './role-words.ts'

type Pattern = {
  readonly kind: FormKind
  readonly because: string
  readonly find: RegExp
  readonly isIt: (text: string) => boolean
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DAY = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${MONTH}\.?,?\s\d{2,4}|${MONTH}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})`
const BIRTH = String.raw`(?:d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|born(?: on)?|birthday)`

/** In order: what is one thing is not looked at as another. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    because: 'an e-mail address',
    find: /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu,
    isIt: () => true,
  },
  {
    kind: 'dateOfBirth',
    because: 'beside “date of birth”',
    find: new RegExp(
      String.raw`(?<=\b${BIRTH}[\s:()=|-]{0,6})${DAY}(?!\d)|\b${DAY}(?=\s{0,3}\(?(?:d\.?o\.?b\b))`,
      'giu',
    ),
    isIt: (text) => readDay(text) !== null,
  },
  {
    kind: 'upn',
    because: 'its check letter is that of a Unique Pupil Number',
    find: /(?<![\p{L}\p{N}])[A-Z](?: ?\d){11} ?[\dA-Z](?![\p{L}\p{N}])/giu,
    isIt: isUpn,
  },
  {
    kind: 'nino',
    because: 'written as a National Insurance number',
    find: /(?<![\p{L}\p{N}])[A-Z]{2}(?:[ -]?\d{2}){3}[ -]?[A-D](?![\p{L}\p{N}])/giu,
    isIt: isNino,
  },
  {
    kind: 'phone',
    because: 'written as a telephone number',
    find: /(?<![\p{L}\p{N}])(?:\+ ?44|0044|\(?0)[\d ()./-]{8,18}\d(?!\d)/gu,
    isIt: isUkPhone,
  },
  {
    kind: 'nhs',
    because: 'its check digit is that of an NHS number',
    // One number in eleven has that digit by chance, so without its usual spaces it has to stand beside the word.
    find: /(?<![\p{L}\p{N}])(?:\d{3}([ -])\d{3}\1\d{4}|(?<=\bNHS\b[^\d]{0,60})\d{10})(?![\p{L}\p{N}])/gu,
    isIt: isNhsNumber,
  },
  {
    kind: 'postcode',
    because: 'written as a postcode',
    find: /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) {0,2}\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/gu,
    isIt: () => true,
  },
  {
    kind: 'caseNumber',
    because: 'beside a word such as “case number”',
    find: /(?<=\b(?:case|file|client|service user|pupil|patient|hospital|crime|incident|our|your|mosaic|liquid ?logic|frameworki?|paris|ref(?:erence)?|child) ?(?:no|number|num|id|ref|reference)?\.?[ :#]{1,4})(?=[A-Z\d/-]{0,12}\d)[A-Z\d](?:[A-Z\d/-]{2,22}[A-Z\d])(?![\p{L}\p{N}])/giu,
    isIt: (text) => /\d/u.test(text) && !/^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/u.test(text),
  },
]

/** Numbers and addresses in a text that belong to somebody, first to last; each stretch of the text once. */
export function detectNumbers(text: string): Detected[] {
  const taken: { readonly start: number; readonly end: number }[] = []
  const found: Detected[] = []
  for (const { kind, because, find, isIt } of PATTERNS) {
    for (const match of text.matchAll(find)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!isIt(match[0]) || taken.some((one) => one.start < end && start < one.end)) continue
      taken.push({ start, end })
      found.push({ text: tidy(match[0], kind), kind, because, start, end, ...NO_GUESS, near: '' })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function tidy(text: string, kind: FormKind): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  if (kind === 'email') return plain.replace(/[.'-]+$/u, '').toLowerCase()
  return kind === 'nino' || kind === 'upn' || kind === 'postcode' ? plain.toUpperCase() : plain
}
