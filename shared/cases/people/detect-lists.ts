import type { Detected } from './detected.ts'
import { NAME, nameIn } from './name-pattern.ts'
import { roleIn } from './role-words.ts'

const HEADING =
  /^[ \t]*((?:those |also )?present|attendees|attendance|in attendance|attending|apologies(?: (?:from|received))?|household(?: members| composition)?|family(?: members| composition)|members|participants|invitees|invited|siblings|children|distribution(?: list)?|copied to|copies to|circulation|people (?:involved|present)|professionals(?: involved)?|cc)[ \t]*[:\-–]?[ \t]*(.*)$/gimu
const ENTRY = new RegExp(
  String.raw`^[ \t]*(?:[-*•·–]|\d{1,2}[.)])?[ \t|]*((?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|SW|HV|IRO|PC|DC|DS)\.?[ ])?${NAME})[ \t]*(.*)$`,
  'u',
)
/** Lines under a heading that are looked at; a list of people is seldom longer. */
const MOST_LINES = 40

/** Names in lists under headings such as "Present" and "Household". */
export function detectLists(text: string): Detected[] {
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const heading = match[1] ?? ''
    const rest = match[2] ?? ''
    const restAt = match.index + match[0].length - rest.length
    if (rest.trim() !== '') return namesInLine(rest, restAt, heading)
    return linesAfter(text, match.index + match[0].length).flatMap(({ line, at }) =>
      namesInLine(line, at, heading),
    )
  })
}

/** The lines of a list: up to an empty one after the first, or one that is no entry. */
function linesAfter(text: string, from: number): { readonly line: string; readonly at: number }[] {
  const lines: { line: string; at: number }[] = []
  let at = from
  while (lines.length < MOST_LINES && at < text.length) {
    const begin = text.indexOf('\n', at) + 1
    if (begin === 0) break
    const next = text.indexOf('\n', begin)
    const line = text.slice(begin, next < 0 ? text.length : next)
    at = begin + line.length
    if (line.trim() === '') {
      if (lines.length > 0) break
    } else if (ENTRY.test(line)) lines.push({ line, at: begin })
    else break
  }
  return lines
}

function namesInLine(line: string, at: number, heading: string): Detected[] {
  const found: Detected[] = []
  for (const part of line.matchAll(/(?:\([^()]{0,200}\)|[^,;()])+/gu)) {
    const entry = ENTRY.exec(part[0])
    const written = entry?.[1] ?? ''
    const name = withoutTitleAlone(written)
    if (name === '') continue
    const start = at + part.index + part[0].indexOf(written)
    const guessed = roleIn(`${written.split(' ')[0] ?? ''} ${entry?.[2] ?? ''}`)
    const role = guessed.role === null && /siblings|children/iu.test(heading) ? roleIn('sibling') : guessed
    found.push({
      text: name,
      kind: 'name',
      because: `list “${heading.trim()}”`,
      start,
      end: start + name.length,
      ...role,
      near: '',
    })
  }
  return found
}

function withoutTitleAlone(written: string): string {
  const [, title = '', rest = ''] =
    /^((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|SW|HV|IRO|PC|DC|DS)\.? )?(.*)$/su.exec(written) ?? []
  const name = nameIn(rest)
  return name === '' ? '' : `${title}${name}`
}
