/** How much of a message is looked through, in characters; people write less. */
export const READ_AT_MOST = 100_000

/** The text of a pasted message: markup taken out where it is HTML, one kind of line end, no invisible letters. */
export function plainText(pasted: string): { readonly text: string; readonly cut: boolean } {
  // Markup takes more room than what it says, so more of it is looked at before it is taken out.
  const head = pasted.slice(0, READ_AT_MOST * 4)
  const bare = isHtml(head) ? withoutMarkup(head) : head
  const text = bare
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(/[\u00A0\u2007\u202F]/gu, ' ')
    .replaceAll(INVISIBLE, '')
    .trim()
  return {
    text: text.slice(0, READ_AT_MOST).toWellFormed(),
    cut: pasted.length > head.length || text.length > READ_AT_MOST,
  }
}

/** Marks of direction, joiners and controls: they change what is seen and hide words from those who look for them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[^\P{Cc}\n\t]/gu

function isHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|div|p|br|table|span)\b[^<>]{0,500}>/iu.test(text)
}

const LINE_ENDS = /^\/?(?:p|div|br|tr|li|h[1-6]|table|blockquote|hr)\b/iu
const UNSEEN = /^(?:script|style|head|title)\b/iu

/** Takes tags out in one pass, whatever they look like; what stands between `<style>` and its end is not text. */
function withoutMarkup(html: string): string {
  const small = html.toLowerCase()
  const pieces: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    pieces.push(html.slice(at, open))
    const isComment = html.startsWith('<!--', open)
    const close = isComment ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close < 0) return named(pieces.join(''))
    const tag = html.slice(open + 1, close)
    at = close + (isComment ? 3 : 1)
    const unseen = UNSEEN.exec(tag)?.[0]
    if (unseen) {
      const end = small.indexOf(`</${unseen.toLowerCase()}`, at)
      if (end < 0) return named(pieces.join(''))
      at = end
    } else if (LINE_ENDS.test(tag)) pieces.push('\n')
  }
  pieces.push(html.slice(at))
  return named(pieces.join(''))
    .replaceAll(/[ \t]{2,}/gu, ' ')
    .replaceAll(/\n\s*\n\s*\n/gu, '\n\n')
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Puts the letters in the place of their names: `&amp;`, `&#8217;`. */
function named(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/giu, (whole, hex, decimal, name) => {
    if (name) return NAMED[(name as string).toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}
