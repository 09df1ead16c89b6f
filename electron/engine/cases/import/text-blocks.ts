import type { PageText } from '#shared/reading/reading.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import { instantOf } from './instant-of.ts'

/** A line of a file's text as it will be laid out; `head` is the "From" of a mail, or a heading. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'head'; readonly label: string; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'line'; readonly text: string; readonly indent: number }
  | { readonly kind: 'row'; readonly text: string; readonly isFirst: boolean }

/** A part of a file under its label; it begins a page of its own where the file has it so. */
export type TextSection = {
  /** What its pages are called; empty where they are only numbered. */
  readonly label: string
  readonly ownPage: boolean
  readonly blocks: readonly TextBlock[]
}

const MAIL = new Set(['eml', 'msg', 'mhtml'])
const TABLES = new Set(['csv', 'tsv'])
/** Labels that say no more than that there is text. */
const PLAIN = new Set(['Document', 'Text', 'Texts of all sheets'])
/** What of a file does not show when it is printed, and is to be known for that. */
const UNSEEN: Readonly<Record<string, string>> = {
  Comments: 'Comments, which do not show on the printed page',
  'Speaker notes': 'Speaker notes, which do not show on the slides',
}
/** A line beyond this length is cut, so that no file takes the typesetter's breath away. */
const LONGEST = 4000

/** The texts of a file as sections to lay out; what has no words is left out. */
export function sectionsOf(type: string, texts: readonly PageText[]): readonly TextSection[] {
  const withWords = texts.filter(({ text }) => text.trim() !== '')
  return withWords.map(({ label, text }) => {
    const isMessage = MAIL.has(type) && label === 'Message'
    const isTable = label.startsWith('Sheet ') || TABLES.has(type)
    const isNamed = !PLAIN.has(label) && !(isMessage && withWords.length === 1)
    const heading = isNamed ? [{ kind: 'heading' as const, text: UNSEEN[label] ?? label }] : []
    const body = isMessage ? mailBlocks(text) : isTable ? rowBlocks(text) : lineBlocks(text)
    return {
      label: PLAIN.has(label) ? '' : label,
      ownPage: /^(?:Sheet|Slide) /u.test(label),
      blocks: [...heading, ...body],
    }
  })
}

/** The heads of a mail stand above the first empty line. */
function mailBlocks(text: string): readonly TextBlock[] {
  const end = text.indexOf('\n\n')
  const heads = (end < 0 ? text : text.slice(0, end))
    .split('\n')
    .map((line) => /^([A-Z][\w-]*): (.*)$/u.exec(line))
  if (heads.some((head) => head === null)) return lineBlocks(text)
  return [
    ...heads.map((head) => ({
      kind: 'head' as const,
      label: `${head?.[1]}:`,
      text: MOMENTS.has(head?.[1] ?? '') ? inUkTime(head?.[2] ?? '') : (head?.[2] ?? ''),
    })),
    { kind: 'rule' },
    ...lineBlocks(end < 0 ? '' : text.slice(end + 2)),
  ]
}

/** Heads that are moments. */
const MOMENTS = new Set(['Date', 'Begins', 'Ends'])

/** A moment as clocks in the United Kingdom showed it; what is none stays as it is. */
function inUkTime(text: string): string {
  const at = instantOf(text)
  return at === null ? text : `${formatDay(ukDayOf(at))}, ${formatTime(at)} UK time`
}

function rowBlocks(text: string): readonly TextBlock[] {
  return linesOf(text).map((line, index) => ({
    kind: 'row',
    text: line.replaceAll('\t', ' | '),
    isFirst: index === 0,
  }))
}

function lineBlocks(text: string): readonly TextBlock[] {
  return linesOf(text).map((line) => {
    const before = /^[ \t\u00A0]*/u.exec(line)?.[0] ?? ''
    const indent = before.replaceAll('\t', '    ').length
    return { kind: 'line', text: line.slice(before.length), indent: Math.min(indent, 40) }
  })
}

/** The lines of a text: those that are too long are cut at a space, more than two empty ones in a row become two. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  let empty = 0
  for (const line of text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u)) {
    empty = line.trim() === '' ? empty + 1 : 0
    if (empty > 2) continue
    if (line.length <= LONGEST) lines.push(line)
    else lines.push(...cut(line))
  }
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop()
  return lines
}

function cut(line: string): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at < line.length;) {
    const space = line.lastIndexOf(' ', at + LONGEST)
    const isLow = /[\uDC00-\uDFFF]/u.test(line.charAt(at + LONGEST))
    const end = space > at + LONGEST / 2 ? space + 1 : at + LONGEST - (isLow ? 1 : 0)
    pieces.push(line.slice(at, end))
    at = end
  }
  return pieces
}
