import type { Paper } from '#engine/cases/papers.ts'
import type { Box } from '#shared/cases/mark.ts'
import { decodePng } from '../../electron/reader/pictures/png.ts'
import { aRedacted, BOX, SECRET } from './a-proof.ts'
import type { RawObject } from './raw-pdf.ts'

/** What shows a text of the removed words in some way, after the page. */
export const after = (shows: string, more = ''): Buffer =>
  aRedacted({ after: `BT /F1 12 Tf ${more} 1 0 0 1 300 60 Tm ${shows} ET` })

/** Text of which each letter is shown by itself, at a place of its own. */
export const letterByLetter = (words: string): string =>
  Array.from(
    words,
    (letter, index) => `BT /F1 12 Tf 3 Tr 1 0 0 1 ${300 + index * 7} 60 Tm (${letter}) Tj ET`,
  ).join('\n')

/** A font whose codes mean the letters of some words, one after the other, by a table of its own; object 7 is the font. */
export function subsetFont(words: string): readonly RawObject[] {
  const pairs = Array.from(
    words,
    (letter, index) => `<${hex(index + 1, 2)}> <${hex(letter.codePointAt(0)!, 4)}>`,
  )
  const table = `begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${words.length} beginbfchar ${pairs.join(' ')} endbfchar endcmap`
  return [
    { entries: '', bytes: Buffer.from(table, 'latin1') },
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
  ]
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** A file that was changed by adding a clean page at its end: what it was before still stands in it. */
export function revised(before: Buffer): Buffer {
  const clean = aRedacted()
  const content = clean.subarray(clean.indexOf('4 0 obj'), clean.indexOf('5 0 obj'))
  const start = Number(/startxref\s+(\d+)/u.exec(before.toString('latin1'))![1])
  const place = `${`${before.length}`.padStart(10, '0')} 00000 n \n`
  const table = `xref\n4 1\n${place}trailer\n<</Size 6/Root 1 0 R/Prev ${start}>>\nstartxref\n${before.length + content.length}\n%%EOF\n`
  return Buffer.concat([before, content, Buffer.from(table, 'latin1')])
}

/** A part of a page as a picture in grey. */
export type Picture = { readonly width: number; readonly height: number; readonly bytes: Buffer }

/** Pixels for a point of a picture. */
const SHARP = 3

/** Draws a part of a page. */
export async function pictureOf(paper: Paper, { left, top, right, bottom }: Box): Promise<Picture> {
  const { png, width } = await paper.draw(1, 595 * SHARP)
  const { rgba } = decodePng(Buffer.from(png))
  const size = { width: Math.floor((right - left) * SHARP), height: Math.floor((bottom - top) * SHARP) }
  const bytes = Buffer.alloc(size.width * size.height)
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1)
      bytes[y * size.width + x] =
        rgba[((y + Math.round(top * SHARP)) * width + x + Math.round(left * SHARP)) * 4]!
  return { ...size, bytes }
}

/** The page with the removed words as a picture, so many points lower than where they stood, under the box or beside it. */
export function pictured({ width, height, bytes }: Picture, lower: number, box = BOX): Buffer {
  const [wide, tall] = [width / SHARP, height / SHARP]
  const before = `q ${wide} 0 0 ${tall} ${SECRET.left} ${842 - SECRET.bottom - lower} cm /I1 Do Q`
  const entries = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`
  const states = '/ExtGState<</G1<</ca 0.9>>/G0<</ca 1>>>>'
  return aRedacted({
    before,
    box,
    more: { resources: `/XObject<</I1 6 0 R>>${states}`, more: [{ entries, bytes }] },
  })
}
