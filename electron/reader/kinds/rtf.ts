import iconv from 'iconv-lite'
import { type Finding, type Given, NotRead } from '../finding.ts'

/** Parts of the file that are not its text. */
const ASIDE = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst filetbl revtbl nonshppict bkmkstart bkmkend'.split(
    ' ',
  ),
)
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': ' ',
  _: '-',
}
/** Character sets of fonts, as code pages. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** Reads rich text. */
export function readRtf({ bytes }: Given, finding: Finding): Promise<void> {
  const text = textOfRtf(bytes.toString('latin1'), finding)
  if (!text.trim()) throw new NotRead('There is no text in the file.', 'Open it in Word and save it as PDF.')
  finding.page('Document', text)
  return Promise.resolve()
}

type Group = {
  aside: boolean
  hidden: boolean
  skip: number
  encoding: string
  font: string
  deleted: boolean
}

/** The words of rich text; what is hidden, deleted or embedded is left out and noted. */
export function textOfRtf(rtf: string, finding: Finding): string {
  const out: string[] = []
  const fonts = new Map<string, string>()
  let bytes: number[] = []
  let base = 'windows-1252'
  let group: Group = { aside: false, hidden: false, skip: 1, encoding: base, font: '', deleted: false }
  const outer: Group[] = []
  let inFonts = false
  let toSkip = 0
  let hiddenText = ''
  let deletedText = ''

  const put = (text: string) => {
    if (group.aside || !text) return
    if (group.hidden) hiddenText += text
    else if (group.deleted) deletedText += text
    else out.push(text)
  }
  const flush = () => {
    if (bytes.length > 0) put(iconv.decode(Buffer.from(bytes), group.encoding))
    bytes = []
  }
  const word = (name: string, value: number | null) => {
    if (name === 'ansicpg' && value && iconv.encodingExists(`cp${value}`))
      group.encoding = base = `cp${value}`
    else if (name === 'mac') group.encoding = base = 'macroman'
    else if (name === 'uc') group.skip = value ?? 1
    else if (name === 'u' && value !== null) {
      put(String.fromCharCode(value < 0 ? value + 65_536 : value))
      toSkip = group.skip
    } else if (name === 'fonttbl') {
      inFonts = true
      group.aside = true
    } else if (name === 'f' && value !== null) {
      group.font = String(value)
      if (!inFonts) group.encoding = fonts.get(group.font) ?? base
    } else if (name === 'fcharset' && inFonts) {
      const page = CHARSETS[value ?? 0]
      if (page && value !== 0 && iconv.encodingExists(`cp${page}`)) fonts.set(group.font, `cp${page}`)
    } else if (name === 'v') group.hidden = value !== 0
    else if (name === 'deleted') group.deleted = value !== 0
    else if (name === 'annotation' || name === 'atnauthor') group.hidden = true
    else if (name === 'object') {
      finding.hides('embedded', 'An embedded object')
      group.aside = true
    } else if (ASIDE.has(name)) group.aside = true
    else if (SIGNS[name]) put(SIGNS[name])
  }

  const pattern = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu
  for (const [, name, value, hex, sign, brace, plain] of rtf.matchAll(pattern)) {
    if (hex) {
      if (toSkip > 0) toSkip -= 1
      else bytes.push(Number.parseInt(hex, 16))
      continue
    }
    if (plain !== undefined) {
      const rest = plain.slice(toSkip)
      toSkip = Math.max(0, toSkip - plain.length)
      for (const letter of rest) bytes.push(letter.charCodeAt(0))
      continue
    }
    flush()
    if (brace === '{') outer.push({ ...group })
    else if (brace === '}') {
      if (inFonts && outer.at(-1)?.aside === false) inFonts = false
      group = outer.pop() ?? group
    } else if (sign === '*') group.aside = true
    else if (sign) put(SIGNS[sign] ?? ('\\{}'.includes(sign) ? sign : ''))
    else if (name) word(name.toLowerCase(), value === undefined ? null : Number(value))
  }
  flush()
  if (hiddenText.trim()) finding.hides('hiddenText', hiddenText.trim())
  if (deletedText.trim()) finding.hides('trackedChanges', `deleted: ${deletedText.trim()}`)
  return out
    .join('')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}
