/** One message of a thread, as it stands in the text. */
export type MessagePart = {
  /** Its sender as written: "Jane Baker <jane@example.org>"; empty when it has no head. */
  readonly from: string
  readonly to: string
  /** Its date as written. */
  readonly date: string
  readonly subject: string
  readonly body: string
}

const HEAD =
  /^[>\s*_|]*(from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?)\s*:[*_]*\s*(.*)$/iu
/** "On Mon, 2 Nov 2026 at 14:03, Jane Baker <jane@example.org> wrote:", on one line or two. */
const WROTE = /^[>\s]*On (.{6,60}?)(?:,| at \d{1,2}:\d{2}(?: ?[ap]m)?,?) (.{2,120}?) wrote:\s*$/iu
/** More lines than this have no head's first line in common with its last. */
const HEAD_LINES = 12

type Head = Readonly<Record<'from' | 'to' | 'date' | 'subject', string>>
type Cut = { readonly head: Head; readonly startsAt: number; readonly bodyAt: number }

/** The messages of a thread, the one on top first: what was forwarded or answered follows. There is always one. */
export function splitMessage(text: string): readonly MessagePart[] {
  const lines = text.split('\n')
  const cuts = headsIn(lines)
  const first: Cut[] = cuts[0] && isBlank(lines.slice(0, cuts[0].startsAt)) ? [] : [TOP]
  const all = [...first, ...cuts]
  return all.map(({ head, bodyAt }, index) => ({
    ...head,
    body: lines
      .slice(bodyAt, all[index + 1]?.startsAt ?? lines.length)
      .join('\n')
      .trim(),
  }))
}

const NO_HEAD: Head = { from: '', to: '', date: '', subject: '' }
const TOP: Cut = { head: NO_HEAD, startsAt: 0, bodyAt: 0 }

const isBlank = (lines: readonly string[]) => lines.every((line) => line.trim() === '')

function headsIn(lines: readonly string[]): Cut[] {
  const cuts: Cut[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const cut = wroteAt(lines, at) ?? headAt(lines, at)
    if (!cut) continue
    cuts.push(cut)
    at = cut.bodyAt - 1
  }
  return cuts
}

function wroteAt(lines: readonly string[], at: number): Cut | null {
  const line = lines[at]!
  if (!/^[>\s]*On /iu.test(line)) return null
  const wrapped = `${line} ${(lines[at + 1] ?? '').replace(/^[>\s]+/u, '')}`
  const one = WROTE.exec(line)
  const match = one ?? WROTE.exec(wrapped)
  if (!match) return null
  const head = { ...NO_HEAD, date: match[1]!.trim(), from: match[2]!.trim() }
  return { head, startsAt: at, bodyAt: at + (one ? 1 : 2) }
}

/** A head begins with its sender (or its date) and names at least one thing more. */
function headAt(lines: readonly string[], at: number): Cut | null {
  const first = HEAD.exec(lines[at]!)?.[1]?.toLowerCase()
  if (first !== 'from' && first !== 'date' && first !== 'sent' && first !== 'to' && first !== 'subject')
    return null
  const found: Record<string, string> = {}
  let last = at
  for (let next = at; next < Math.min(lines.length, at + HEAD_LINES); next += 1) {
    const line = lines[next]!
    const match = HEAD.exec(line)
    if (match) {
      const name = match[1]!.toLowerCase()
      // A second sender begins the head of another message.
      if (name in found && next > at) break
      found[name] = match[2]!.trim()
      last = next
    } else if (line.trim() === '' || !lines.slice(next, next + 2).some((one) => HEAD.test(one))) break
  }
  const from = found['from'] ?? ''
  const date = found['date'] ?? found['sent'] ?? ''
  const known = [from, date, found['to'], found['subject']].filter((one) => one !== undefined && one !== '')
  if (known.length < 2 || (from === '' && date === '')) return null
  return {
    head: {
      from,
      to: [found['to'], found['cc']].filter(Boolean).join(', '),
      date,
      subject: found['subject'] ?? '',
    },
    startsAt: forwardedLineBefore(lines, at),
    bodyAt: last + 1,
  }
}

/** The line "---------- Forwarded message ---------" belongs to the head below it. */
function forwardedLineBefore(lines: readonly string[], at: number): number {
  const before = lines[at - 1] ?? ''
  return /forwarded message|original message|^[>\s]*[-_]{5,}/iu.test(before) ? at - 1 : at
}

/** The addresses a line of a head names, in small letters. */
export function addressesIn(line: string): readonly string[] {
  return [...line.matchAll(/[\w.+'-]{1,64}@[a-z\d](?:[a-z\d-]{0,62}\.){1,6}[a-z]{2,24}/giu)].map(([one]) =>
    one.toLowerCase(),
  )
}

/** The name before an address; empty when there is only the address. */
export function nameIn(line: string): string {
  const bare = line
    .replaceAll(/<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]|\([^()]{0,200}@[^()]{0,200}\)/gu, '')
    .replaceAll(/["']/gu, '')
    .trim()
  if (bare.includes('@') || bare.length > 100) return ''
  const [last, first, ...more] = bare.split(',').map((part) => part.trim())
  return first && last && more.length === 0 && !last.includes(' ') ? `${first} ${last}` : bare
}
