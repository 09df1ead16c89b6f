import { AppError } from '#shared/errors.ts'
import { SOURCE_LIMITS } from './limits.ts'
import { readXml } from './workbook-xml.ts'
import type { WorkbookZip } from './workbook-zip.ts'

const PART = 'xl/sharedStrings.xml'

/** The texts that the sheets of a workbook share, by their number. */
export type SharedTexts = (index: number) => string | null

/** Reads the texts that sheets share; they are kept as bytes, one behind the other. */
export async function sharedTexts(zip: WorkbookZip): Promise<SharedTexts> {
  if (!zip.has(PART)) return () => null
  const kept = compactTexts()
  let [text, isPhonetic, isText] = ['', false, false]
  await readXml(zip.pieces(PART), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = true
    },
    text(piece) {
      if (isText && !isPhonetic) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') kept.add(plainText(text))
    },
  })
  return (index) => kept.get(index)
}

/** Letters that XML cannot carry are written `_x000D_` in workbooks. */
export const plainText = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex) =>
        String.fromCharCode(Number.parseInt(String(hex), 16)),
      )
    : text

function compactTexts() {
  let bytes = Buffer.alloc(1024 ** 2)
  let ends = new Uint32Array(4_096)
  let [count, used] = [0, 0]
  return {
    add(text: string): void {
      const length = Buffer.byteLength(text)
      if (used + length > SOURCE_LIMITS.sharedTexts) throw tooMuchText()
      while (used + length > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
      if (count === ends.length) {
        const more = new Uint32Array(count * 2)
        more.set(ends)
        ends = more
      }
      used += bytes.write(text, used)
      ends[count] = used
      count += 1
    },
    get(index: number): string | null {
      if (!(index >= 0 && index < count)) return null
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index])
    },
  }
}

const tooMuchText = () =>
  new AppError(
    'invalid',
    'The workbook shares more than 256 MiB of texts between its sheets. Open it in a spreadsheet, save the sheet as CSV and choose that file.',
  )
