import { encode } from 'jpeg-js'
import UTIF from 'utif2'
import { afterAll, describe, expect, test } from 'vitest'
import { startPapers } from '#engine/cases/start-papers.ts'
import { encodePng } from '../../electron/reader/pictures/encode-png.ts'
import { decodePng } from '../../electron/reader/pictures/png.ts'

const papers = startPapers()
afterAll(() => papers.close())

const WIDE = 60
const HIGH = 40
const RED = [255, 0, 0] as const
const BLUE = [0, 0, 255] as const

/** Red in its top left quarter, and blue everywhere else. */
const pixels = Buffer.alloc(WIDE * HIGH * 4, 255)
for (let at = 0; at < WIDE * HIGH; at++)
  pixels.set(at % WIDE < WIDE / 2 && at < (WIDE * HIGH) / 2 ? RED : BLUE, at * 4)

const jpeg = Buffer.from(encode({ data: pixels, width: WIDE, height: HIGH }, 100).data)

/** The JPEG as of a camera that was held another way, numbered as Exif does. */
function heldAs(orientation: number): Buffer {
  const exif = Buffer.from(
    `45786966000049492a000800000001001201030001000000${orientation.toString(16).padStart(2, '0')}00000000000000`,
    'hex',
  )
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

function bmp(): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54 + WIDE * HIGH * 4, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(WIDE, 18)
  head.writeInt32LE(-HIGH, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(32, 28)
  const data = Buffer.from(pixels)
  for (let at = 0; at < data.length; at += 4) data.set([pixels[at + 2]!, pixels[at + 1]!, pixels[at]!], at)
  return Buffer.concat([head, data])
}

/** A square of one red only, eight pixels wide. */
const WEBP = Buffer.from(
  'UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoIAAgAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=',
  'base64',
)
const GIF = Buffer.from('R0lGODlhCAAIAPAAAP8AAAAAACH5BAAAAAAALAAAAAAIAAgAAAIHhI+py+1dAAA7', 'base64')

/** The colours of the four quarters of what is on a page, from the top left clockwise. */
async function quartersOf(pdf: Uint8Array, number = 1) {
  const paper = await papers.open(`${pdf.length} ${Math.random()}`, () => pdf)
  const { png } = await paper.draw(number, 400)
  const { rgba, width, height } = decodePng(Buffer.from(png))
  const at = (x: number, y: number) => {
    const start = (Math.round(y * height) * width + Math.round(x * width)) * 4
    const [red, , blue] = rgba.subarray(start, start + 3)
    return red! > 200 && blue! < 60 ? 'red' : blue! > 200 && red! < 60 ? 'blue' : 'other'
  }
  return [at(0.3, 0.3), at(0.7, 0.3), at(0.7, 0.7), at(0.3, 0.7)]
}

const TOP_LEFT = ['red', 'blue', 'blue', 'blue']

describe('a picture as a PDF', () => {
  test.each([
    ['a.jpg', jpeg],
    ['a.png', Buffer.from(encodePng(pixels, WIDE, HIGH))],
    ['a.tif', Buffer.from(UTIF.encodeImage(new Uint8Array(pixels), WIDE, HIGH))],
    ['a.bmp', bmp()],
  ])('%s shows the same, always as the same bytes', async (name, bytes) => {
    const pdf = await papers.fromPicture(name, bytes)
    expect(await quartersOf(pdf)).toEqual(TOP_LEFT)
    expect(Buffer.from(await papers.fromPicture(name, bytes)).equals(pdf)).toBe(true)
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/Date|Producer|Creator/u)
    if (name === 'a.jpg') expect(Buffer.from(pdf).includes(jpeg)).toBe(true)
  })

  test.each([
    ['a.webp', WEBP],
    ['a.gif', GIF],
  ])('%s shows the same', async (name, bytes) => {
    expect(await quartersOf(await papers.fromPicture(name, bytes))).toEqual(['red', 'red', 'red', 'red'])
  })

  test.each([
    [1, TOP_LEFT],
    [2, ['blue', 'red', 'blue', 'blue']],
    [3, ['blue', 'blue', 'red', 'blue']],
    [4, ['blue', 'blue', 'blue', 'red']],
    [5, TOP_LEFT],
    [6, ['blue', 'red', 'blue', 'blue']],
    [7, ['blue', 'blue', 'red', 'blue']],
    [8, ['blue', 'blue', 'blue', 'red']],
  ])('held as %i by a camera stands upright', async (orientation, quarters) => {
    const pdf = await papers.fromPicture('a.jpg', heldAs(orientation))
    expect(await quartersOf(pdf)).toEqual(quarters)
    const { width, height } = await (await papers.open(`size ${orientation}`, () => pdf)).read(1)
    expect(width > height).toBe(orientation < 5)
  })

  test.each([
    ['a.heic', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC.*JPEG/u],
    ['a.jpg', jpeg.subarray(0, 30), /damaged/u],
    ['a.png', Buffer.from(encodePng(pixels, WIDE, HIGH)).subarray(0, 60), /damaged/u],
    ['a.png', withSize(30_000, 30_000), /900 million pixels.*smaller/u],
  ])('%s that cannot be shown says why', async (name, bytes, why) => {
    await expect(papers.fromPicture(name, bytes)).rejects.toMatchObject({
      code: 'rule',
      message: expect.stringMatching(why),
    })
  })
})

/** A PNG that says it is larger than it is. */
function withSize(width: number, height: number): Buffer {
  const png = Buffer.from(encodePng(pixels, WIDE, HIGH))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}
