import { Parser } from 'htmlparser2'
import type { Finding, Given } from '../finding.ts'
import { decoded } from './text.ts'

const SILENT = new Set(['script', 'style', 'head', 'noscript', 'template', 'object', 'iframe', 'svg'])
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'section',
  'hr',
  'blockquote',
  'pre',
])
const REMOTE = new Set([
  'img',
  'iframe',
  'link',
  'script',
  'source',
  'video',
  'audio',
  'embed',
  'object',
  'input',
])

/** Reads the text of a page. Nothing in it is run, and nothing it names is fetched. */
export function readHtml({ bytes }: Given, finding: Finding): Promise<void> {
  const { text, encoding } = decoded(bytes, declaredIn(bytes))
  finding.fact('Encoding', encoding)
  finding.page('Page', textOfHtml(text, finding))
  return Promise.resolve()
}

/** The words of HTML as a person sees them; what it hides, runs or would fetch is noted. */
export function textOfHtml(html: string, finding: Finding): string {
  const pieces: string[] = []
  let silent = 0
  let remote = 0
  let scripts = 0
  let comments = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent += 1
      if (name === 'script') scripts += 1
      if (Object.keys(attributes).some((key) => key.startsWith('on'))) scripts += 1
      if (REMOTE.has(name) && isRemote(attributes['src'] ?? attributes['href'] ?? attributes['data']))
        remote += 1
      if (
        /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0/iu.test(attributes['style'] ?? '') ||
        'hidden' in attributes
      )
        finding.hides('hiddenText', 'Text that the page does not show')
      if (BLOCKS.has(name)) pieces.push('\n')
      if (name === 'img' && attributes['alt']) pieces.push(`[${attributes['alt']}]`)
      if (name === 'td' || name === 'th') pieces.push('\t')
    },
    ontext(text) {
      if (silent === 0) pieces.push(text)
    },
    oncomment: () => void (comments += 1),
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      if (BLOCKS.has(name)) pieces.push('\n')
    },
  })
  parser.write(html)
  parser.end()
  if (remote > 0) finding.hides('remoteContent', 'Pictures or files elsewhere, never fetched', remote)
  if (scripts > 0) finding.hides('scripts', 'Scripts, never run', scripts)
  if (comments > 0) finding.hides('comments', 'Comments in the source', comments)
  return tidy(pieces.join(''))
}

const isRemote = (address: string | undefined) => /^(?:https?:|\/\/|ftp:)/iu.test(address?.trim() ?? '')

function tidy(text: string): string {
  return text
    .replaceAll(/[ \u00A0]*\n[ \u00A0]*/gu, '\n')
    .replaceAll(/[ \u00A0]{2,}/gu, ' ')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}

function declaredIn(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 2048).toString('latin1')
  return /charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? null
}
