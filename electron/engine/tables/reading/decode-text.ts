import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { ENCODINGS, type Encoding, type Table } from '#shared/tables/table.ts'

type TextEncoding = NonNullable<Table['encoding']>
export type DecodedText = { readonly text: string; readonly encoding: TextEncoding }

/** The text of some bytes without its byte order mark, in the encoding chosen or in the one they most likely have. */
export function decodeText(bytes: Buffer, chosen: Encoding | null): DecodedText {
  const encoding: TextEncoding = chosen ? { code: chosen, sureness: 'chosen' } : guessed(bytes)
  return { text: iconv.decode(bytes, encoding.code, { stripBOM: true }), encoding }
}

const MARKS: ReadonlyArray<readonly [mark: string, code: Encoding]> = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

function guessed(bytes: Buffer): TextEncoding {
  const start = bytes.toString('hex', 0, 3)
  const marked = MARKS.find(([mark]) => start.startsWith(mark))
  if (marked) return { code: marked[1], sureness: 'certain' }
  const wide = wideOf(bytes)
  if (wide) return { code: wide, sureness: 'likely' }
  // Letters beyond ASCII rarely happen to be valid UTF-8.
  if (isUtf8(bytes)) return { code: 'utf-8', sureness: 'certain' }
  return narrowOf(bytes)
}

/** UTF-16 without a mark: in most letters of European text one of the two bytes is nought. */
function wideOf(bytes: Buffer): Encoding | null {
  const sample = bytes.subarray(0, 4096)
  const noughts = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) noughts[index % 2]! += 1
  })
  const most = Math.max(...noughts)
  if (most < sample.length / 5 || Math.min(...noughts) > most / 4) return null
  return noughts[1] === most ? 'utf-16le' : 'utf-16be'
}

/** How many bytes beyond ASCII are looked at. */
const ENOUGH = 65_536

/** One byte for a letter: what the statistics say, except between the two that they cannot tell apart. */
function narrowOf(bytes: Buffer): TextEncoding {
  const telling = linesBeyondAscii(bytes)
  const [best] = chardet
    .analyse(telling)
    .flatMap(({ name, confidence }) => {
      const code = codeOf(name)
      return code ? [{ code, confidence }] : []
    })
    .filter(({ code }) => !code.startsWith('utf'))
  if (best && !isWestern(best.code, best.confidence))
    return { code: best.code, sureness: best.confidence >= 60 ? 'likely' : 'guess' }
  const [windows, mac] = (['windows-1252', 'macintosh'] as const).map((code) => ({
    code,
    share: shareOfUsual(iconv.decode(telling, code)),
  }))
  const better = mac!.share > windows!.share + 0.2 ? mac! : windows!
  if (better.share > 0.9) return { code: better.code, sureness: 'likely' }
  return { code: best?.code ?? better.code, sureness: 'guess' }
}

/** Statistics are spoilt by plain English, so only the lines that have other letters count. */
function linesBeyondAscii(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=\n)/u)
  const telling = lines.filter((line) => /[\u0080-\u00FF]/u.test(line)).join('')
  return Buffer.from(telling.slice(0, ENOUGH), 'latin1')
}

/** Short Western texts are easily taken for Central European or Turkish ones. */
const isWestern = (code: Encoding, confidence: number) =>
  ['windows-1252', 'iso-8859-1', 'iso-8859-15'].includes(code) ||
  (['iso-8859-2', 'windows-1250', 'windows-1254', 'macintosh'].includes(code) && confidence < 50)

const USUAL = /[àâäáãåæçèéêëìíîïñòóôöõøùúûüÿœßšžÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜŒŠŽ‘’“”–—£€…•·«»°©®\u00A0]/u

/** How many of the letters beyond ASCII are such as Western names and addresses have, and stand where letters stand. */
function shareOfUsual(text: string): number {
  const beyond = Array.from(text).flatMap((sign, index, all) =>
    sign > '\u007F' ? [{ sign, before: all[index - 1] ?? '' }] : [],
  )
  const usual = beyond.filter(({ sign, before }) => USUAL.test(sign) && !isOddAfter(sign, before))
  return beyond.length === 0 ? 1 : usual.length / beyond.length
}

/** A capital inside a word of small letters, or a quotation that opens at the end of one. */
const isOddAfter = (sign: string, before: string) => /[\p{Lu}‘“]/u.test(sign) && /\p{Ll}/u.test(before)

/** The code of what the library calls an encoding; Western ISO is read as its superset on Windows. */
function codeOf(name: string): Encoding | null {
  const low = name.toLowerCase()
  return low === 'iso-8859-1' ? 'windows-1252' : (ENCODINGS.find(({ code }) => code === low)?.code ?? null)
}
