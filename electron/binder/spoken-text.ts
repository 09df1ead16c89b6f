/** A stream of drawing without what its marks say in words, or null where it says nothing. */
export function withoutSpokenText(content: Buffer): Buffer | null {
  if (!content.includes('BDC') && !content.includes('DP')) return null
  let result: Buffer | null = null
  for (const { from, to } of spokenIn(content)) {
    result ??= Buffer.from(content)
    result.fill(0x20, from, to)
    result.write('<<>>', from, 'latin1')
  }
  return result
}

type Span = { readonly from: number; readonly to: number }

/** Where words stand in the properties of marks: a dictionary before BDC or DP that has a text in it. */
function* spokenIn(content: Buffer): Generator<Span> {
  let last: (Span & { readonly saysSomething: boolean }) | null = null
  for (let at = 0; at < content.length;) {
    const to = endOfToken(content, at)
    const token = to - at <= 3 ? content.toString('latin1', at, to) : ''
    if (token === 'ID') {
      at = endOfPicture(content, to)
      last = null
      continue
    }
    if (content[at] === LESS && content[at + 1] === LESS)
      last = { from: at, to, saysSomething: says(content, at, to) }
    else if (!isSpace(content[at]!)) {
      if ((token === 'BDC' || token === 'DP') && last?.saysSomething) yield last
      last = null
    }
    at = to
  }
}

const [LESS, MORE, OPEN, CLOSE, BACKSLASH, PERCENT] = [0x3c, 0x3e, 0x28, 0x29, 0x5c, 0x25]
const SPACES = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'))
const isSpace = (byte: number) => SPACES.has(byte)

/** Whether there is a string in a dictionary. */
function says(content: Buffer, from: number, to: number): boolean {
  const inside = content.subarray(from + 2, to - 2)
  return inside.includes('(') || inside.includes('<')
}

function endOfToken(content: Buffer, at: number): number {
  const first = content[at]!
  if (isSpace(first)) return at + 1
  if (first === PERCENT) return endOfLine(content, at)
  if (first === OPEN) return endOfString(content, at)
  if (first === LESS) return content[at + 1] === LESS ? endOfDictionary(content, at) : endOfHex(content, at)
  let to = at + 1
  if (DELIMITERS.has(first) && first !== 0x2f) return to
  while (to < content.length && !isSpace(content[to]!) && !DELIMITERS.has(content[to]!)) to += 1
  return to
}

function endOfLine(content: Buffer, at: number): number {
  let to = at
  while (to < content.length && content[to] !== 10 && content[to] !== 13) to += 1
  return to
}

function endOfHex(content: Buffer, at: number): number {
  const end = content.indexOf(MORE, at)
  return end < 0 ? content.length : end + 1
}

function endOfString(content: Buffer, at: number): number {
  let depth = 0
  for (let to = at; to < content.length; to += 1) {
    if (content[to] === BACKSLASH) to += 1
    else if (content[to] === OPEN) depth += 1
    else if (content[to] === CLOSE && --depth === 0) return to + 1
  }
  return content.length
}

function endOfDictionary(content: Buffer, at: number): number {
  for (let to = at + 2; to < content.length;) {
    if (content[to] === MORE && content[to + 1] === MORE) return to + 2
    to = endOfToken(content, to)
  }
  return content.length
}

/** The end of a picture within the stream: EI between white space, with an operator or nothing after it. */
function endOfPicture(content: Buffer, from: number): number {
  for (let at = content.indexOf('EI', from); at >= 0; at = content.indexOf('EI', at + 1)) {
    const after = content[at + 2]
    const isApart = isSpace(content[at - 1]!) && (after === undefined || isSpace(after))
    const next = content.subarray(at + 2, at + 12)
    if (isApart && next.every((byte) => byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f)))
      return at + 2
  }
  return content.length
}
