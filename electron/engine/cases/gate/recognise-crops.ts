import type { Word } from '#shared/cases/page.ts'
import type { Crop } from '../../../reader/prover/messages.ts'
import type { RecognisedWords } from '../papers.ts'

/** Pixels of a sheet: about a page, which is recognised at once. */
const WIDTH = 1700
const HEIGHT = 2200
/** White between pictures on a sheet, in pixels, so that no word runs from one into another. */
const APART = 24

/** A picture with what was recognised on it. */
export type ReadCrop = { readonly crop: Crop; readonly text: string }

type Placed = { readonly crop: Crop; readonly left: number; readonly top: number }

/** Recognises the words of many small pictures, many of them on one sheet; throws what the recognition throws. */
export async function recogniseCrops(
  crops: readonly Crop[],
  recognise: (picture: Uint8Array) => Promise<RecognisedWords>,
): Promise<ReadCrop[]> {
  const read: ReadCrop[] = []
  for (const sheet of sheetsOf(crops)) {
    const { text, words } = await recognise(pictureOf(sheet))
    for (const placed of sheet) read.push({ crop: placed.crop, text: textIn(placed, text, words) })
  }
  return read
}

/** Puts pictures into rows, and rows onto sheets; a picture larger than a sheet gets one of its own. */
function* sheetsOf(crops: readonly Crop[]): Generator<Placed[]> {
  let sheet: Placed[] = []
  let [left, top, row] = [APART, APART, 0]
  for (const crop of crops) {
    if (left + crop.width + APART > WIDTH && left > APART) {
      top += row + APART
      left = APART
      row = 0
    }
    if (top + crop.height + APART > HEIGHT && sheet.length > 0) {
      yield sheet
      sheet = []
      ;[left, top, row] = [APART, APART, 0]
    }
    sheet.push({ crop, left, top })
    left += crop.width + APART
    row = Math.max(row, crop.height)
  }
  if (sheet.length > 0) yield sheet
}

const HEAD = 54
const PALETTE = 1024

/** A sheet as a bitmap in grey, the simplest picture there is. */
function pictureOf(sheet: readonly Placed[]): Uint8Array {
  const width = Math.max(WIDTH, ...sheet.map(({ left, crop }) => left + crop.width + APART))
  const height = Math.max(...sheet.map(({ top, crop }) => top + crop.height + APART))
  const row = Math.ceil(width / 4) * 4
  const picture = Buffer.alloc(HEAD + PALETTE + row * height, 0xff)
  picture.fill(0, 0, HEAD)
  picture.write('BM', 0, 'latin1')
  for (const [at, value] of [
    [2, picture.length],
    [10, HEAD + PALETTE],
    [14, 40],
    [18, width],
    [22, height],
    [26, 1 | (8 << 16)],
    [34, row * height],
    [46, 256],
  ] as const)
    picture.writeUInt32LE(value, at)
  for (let value = 0; value < 256; value += 1) picture.writeUInt32LE(value * 0x01_01_01, HEAD + value * 4)
  for (const { crop, left, top } of sheet)
    for (let y = 0; y < crop.height; y += 1) {
      // Rows of a bitmap stand from the last to the first.
      const to = HEAD + PALETTE + (height - 1 - top - y) * row + left
      picture.set(crop.gray.subarray(y * crop.width, (y + 1) * crop.width), to)
    }
  return picture
}

function textIn({ crop, left, top }: Placed, text: string, words: readonly Word[]): string {
  return words
    .filter((word) => {
      const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2]
      return (
        x >= left - APART / 2 &&
        x < left + crop.width + APART / 2 &&
        y >= top - APART / 2 &&
        y < top + crop.height + APART / 2
      )
    })
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
}
