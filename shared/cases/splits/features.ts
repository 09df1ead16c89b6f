import type { PlainDate } from '#shared/time/plain-date.ts'
import type { DocumentType } from '../document.ts'
import { dayIn, headingDay } from './dates.ts'
import { titleIn } from './titles.ts'

/** What a page says about where a document begins, by its text alone. */
export type PageFeatures = {
  /** "Page 2 of 5", as figures; null where it says no such thing. */
  readonly run: { readonly page: number; readonly of: number } | null
  /** Sender and subject of a mail whose header stands at the top. */
  readonly mail: { readonly from: string; readonly subject: string } | null
  /** A known title of a form or report near the top. */
  readonly form: string | null
  /** How much it begins like a letter: of reference, salutation and address. */
  readonly letterSigns: readonly string[]
  /** Whether it ends like a letter. */
  readonly endsLikeLetter: boolean
  readonly hasText: boolean
  /** A sheet that only says what comes next: "Section 3 Health". */
  readonly separator: string | null
  /** The day near its top that is that of the writing. */
  readonly dated: PlainDate | null
  readonly type: DocumentType | null
  /** What the document that begins here would be called; empty where the page does not say. */
  readonly title: string
  /** Who wrote it, as far as this page says. */
  readonly author: string
}

/** Lines from the top among which a title, a mail header or a date is looked for. */
const TOP_LINES = 8
/** Lines from the top among which the salutation of a letter is looked for. */
const LETTER_LINES = 26
const END_LINES = 14

/** What a page says about where a document begins. */
export function featuresOf(text: string): PageFeatures {
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
  const top = lines.slice(0, TOP_LINES)
  const mail = mailIn(lines)
  const known = first(top.slice(0, 5), titleIn)
  const letterSigns = signsOfLetter(lines)
  const isLetter = letterSigns.length >= 2 && letterSigns.includes('Dear')
  const separator = separatorIn(lines)
  return {
    run: runIn(lines),
    mail,
    form: known?.title ?? null,
    letterSigns,
    endsLikeLetter: lines.slice(-END_LINES).some((line) => SIGN_OFF.test(line)),
    hasText: /[\p{L}\p{N}]{2}/u.test(text) && !INTENTIONALLY_BLANK.test(text),
    separator,
    dated: mail
      ? first(lines.slice(0, MAIL_LINES), sentDay)
      : first(lines.slice(0, LETTER_LINES / 2), headingDay),
    type: mail ? 'email' : (known?.type ?? (isLetter ? 'letter' : null)),
    title: mail?.subject || known?.title || (isLetter ? titleOfLetter(lines) : '') || separator || '',
    author: mail?.from || authorIn(lines),
  }
}

const INTENTIONALLY_BLANK = /^\W*(?:this )?page (?:is |has been )?(?:intentionally )?(?:left )?blank\W*$/iu

const PAGE_OF = /\b(?:page|pg\.?|p\.?)\s*(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})\b/iu
const PAGES_IN_RUN = 999

/** "Page n of m" stands in the head or foot of a page, never in its middle. */
function runIn(lines: readonly string[]): PageFeatures['run'] {
  const edges = [...lines.slice(0, 3), ...lines.slice(-3)]
  const found = first(edges, (line) => PAGE_OF.exec(line))
  if (!found) return null
  const [page, of] = [Number(found[1]), Number(found[2])]
  return page >= 1 && page <= of && of <= PAGES_IN_RUN ? { page, of } : null
}

const MAIL_LINES = 14
const MAIL_FIELD = /^(from|sent|date|to|cc|subject)\s*:\s*(.*)$/iu

/** The header of a mail: sender, recipient and one more field near the top, the sender before the text. */
function mailIn(lines: readonly string[]): PageFeatures['mail'] {
  const fields = new Map<string, string>()
  lines.slice(0, MAIL_LINES).forEach((line) => {
    const found = MAIL_FIELD.exec(line)
    if (found && !fields.has(found[1]!.toLowerCase())) fields.set(found[1]!.toLowerCase(), found[2]!.trim())
  })
  const firstField = lines.slice(0, TOP_LINES).findIndex((line) => /^(?:from|to|sent|date)\s*:/iu.test(line))
  if (firstField < 0 || firstField > 4 || !fields.has('from') || !fields.has('to')) return null
  if (!fields.has('subject') && !fields.has('sent')) return null
  const from = (fields.get('from') ?? '')
    .replace(/\s*[<[(].*$/u, '')
    .replaceAll('"', '')
    .trim()
  return { from, subject: fields.get('subject') ?? '' }
}

const sentDay = (line: string) => (/^(?:sent|date)\s*:/iu.test(line) ? dayIn(line) : null)

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u
const SIGN_OFF = /^(?:yours (?:sincerely|faithfully|truly)|kind regards|best wishes|with best wishes)\b/iu

function signsOfLetter(lines: readonly string[]): string[] {
  const head = lines.slice(0, LETTER_LINES)
  const signs: string[] = []
  if (head.some((line) => /^(?:our|your|my) ref(?:erence)?\b/iu.test(line))) signs.push('its reference')
  if (head.slice(0, 12).some((line) => POSTCODE.test(line))) signs.push('an address')
  if (head.some((line) => headingDay(line) !== null)) signs.push('its date')
  if (head.some((line) => /^dear\s+\p{L}/iu.test(line))) signs.push('Dear')
  return signs
}

/** "Re: Contact at Easter", or who it is to. */
function titleOfLetter(lines: readonly string[]): string {
  const about = first(lines.slice(0, LETTER_LINES), (line) => /^re\s*:\s*(.{3,120})$/iu.exec(line)?.[1])
  if (about) return about
  const dear = first(lines.slice(0, LETTER_LINES), (line) => /^dear\s+(.{2,60}?)[,.:]?$/iu.exec(line)?.[1])
  return dear ? `Letter to ${dear}` : 'Letter'
}

/** Words a separator sheet has at the most. */
const SEPARATOR_WORDS = 8
const SEPARATOR = /^(?:section|part|divider|tab|volume|file|appendix)\b/iu

function separatorIn(lines: readonly string[]): string | null {
  const whole = lines.join(' ')
  return SEPARATOR.test(whole) && whole.split(' ').length <= SEPARATOR_WORDS ? whole : null
}

const WRITTEN_BY =
  /^(?:author|completed by|written by|prepared by|report by|social worker|recorded by|name of (?:worker|author)|referrer)\s*:\s*(.{2,80})$/iu

function authorIn(lines: readonly string[]): string {
  const said = first(lines, (line) => WRITTEN_BY.exec(line)?.[1])
  if (said) return said.trim()
  const signed = lines.findIndex((line) => SIGN_OFF.test(line))
  const name = signed < 0 ? undefined : lines[signed + 1]
  return name && /^[\p{Lu}][\p{L}’'.-]+(?: [\p{Lu}][\p{L}’'.-]*){1,3}$/u.test(name) ? name : ''
}

/** The first answer that is one. */
function first<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Answer | null | undefined,
): Answer | null {
  for (const item of items) {
    const answer = ask(item)
    if (answer !== null && answer !== undefined) return answer
  }
  return null
}
