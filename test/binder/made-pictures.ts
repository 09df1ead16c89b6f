import { deflateSync } from 'node:zlib'
import type { RawObject } from '#test/support/raw-pdf.ts'
import { CMYK_JPEG, GREY_JPEG, GROUP_4, JPEG_2000 } from './coded-pictures.ts'

/** All made pictures show the same: blocks in the left half, other blocks in the right half. */
export const WIDTH = 96
export const HEIGHT = 48

/** Whether a point is dark. */
const isDark = (x: number, y: number) =>
  x < WIDTH / 2 ? ((x >> 2) + (y >> 2) * 3) % 4 < 2 : ((x >> 3) + (y >> 3)) % 2 === 1

/** The values of all points, from 0 to 255. */
const GREYS = Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
  isDark(at % WIDTH, Math.floor(at / WIDTH)) ? 0 : 255,
)

/** The points with so many bits each; rows begin with whole bytes. */
function packed(bits: number, values: readonly number[]): Buffer {
  const row = Math.ceil((WIDTH * bits) / 8)
  const bytes = Buffer.alloc(row * HEIGHT)
  values.forEach((value, at) => {
    const bit = (at % WIDTH) * bits
    bytes[Math.floor(at / WIDTH) * row + (bit >> 3)]! |= value << (8 - bits - (bit & 7))
  })
  return bytes
}

const picture = (entries: string, bytes: Buffer, filter = '/FlateDecode'): RawObject => ({
  entries: `/Type/XObject/Subtype/Image/Width ${WIDTH}/Height ${HEIGHT}/Filter ${filter}${entries}`,
  bytes: filter === '/FlateDecode' ? deflateSync(bytes) : bytes,
})

const ones = GREYS.map((value) => (value === 0 ? 0 : 1))

/** A generic region of JBIG2 may be coded as a fax is. */
function jbig2(): Buffer {
  const number = (value: number) => Buffer.from([0, 0, (value >>> 8) & 255, value & 255])
  const segment = (id: number, type: number, data: Buffer) =>
    Buffer.concat([number(id), Buffer.from([type, 0, 1]), number(data.length), data])
  const size = [number(WIDTH), number(HEIGHT), number(0), number(0)]
  const page = Buffer.concat([...size, Buffer.from([0, 0, 0])])
  const region = Buffer.concat([...size, Buffer.from([0, 1]), GROUP_4])
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)])
}

const GREY = '/ColorSpace/DeviceGray/BitsPerComponent'
const TABLE = '/ColorSpace[/Indexed/DeviceRGB 1<2040A0F0E0D0>]/BitsPerComponent'
const rgb = Buffer.from(GREYS.flatMap((value) => [value, value, 200]))
const wide = Buffer.from(GREYS.flatMap((value) => [value, value]))
const fax = `${GREY} 1/DecodeParms<</K -1/Columns ${WIDTH}/Rows ${HEIGHT}>>`

/** The picture in every way a PDF may keep it. */
export const PICTURES: readonly (readonly [how: string, object: RawObject])[] = [
  ['in grey', picture(`${GREY} 8`, packed(8, GREYS))],
  ['in colour', picture('/ColorSpace/DeviceRGB/BitsPerComponent 8', rgb)],
  ['with sixteen bits', picture(`${GREY} 16`, wide)],
  ['with one bit', picture(`${GREY} 1`, packed(1, ones))],
  ['with one bit the other way round', picture(`${GREY} 1/Decode[1 0]`, packed(1, ones))],
  [
    'with four bits',
    picture(
      `${GREY} 4`,
      packed(
        4,
        ones.map((one) => one * 15),
      ),
    ),
  ],
  ['with a table of colours', picture(`${TABLE} 8`, packed(8, ones))],
  ['with a table of colours and four bits', picture(`${TABLE} 4`, packed(4, ones))],
  ['with a table of colours and one bit', picture(`${TABLE} 1`, packed(1, ones))],
  ['as a fax', picture(fax, GROUP_4, '/CCITTFaxDecode')],
  ['as JBIG2', picture(`${GREY} 1`, jbig2(), '/JBIG2Decode')],
  ['as a JPEG', picture(`${GREY} 8`, GREY_JPEG, '/DCTDecode')],
  ['as a JPEG for print', picture('/ColorSpace/DeviceCMYK/BitsPerComponent 8', CMYK_JPEG, '/DCTDecode')],
  ['as JPEG 2000', picture('', JPEG_2000, '/JPXDecode')],
  ['as a stencil', picture('/ImageMask true/BitsPerComponent 1', packed(1, ones))],
]

const small = (mask: string): RawObject => ({
  entries: `/Type/XObject/Subtype/Image/Width 4/Height 4${GREY} 8${mask}`,
  bytes: Buffer.alloc(16),
})
const soft = picture(
  `${GREY} 8`,
  packed(
    8,
    GREYS.map((value) => 255 - value),
  ),
)

/** Black, with the picture as what shows of it. The mask is object 7. */
export const MASKED: readonly (readonly [how: string, objects: readonly RawObject[]])[] = [
  ['by a soft mask of its own size', [picture(`${GREY} 8/SMask 7 0 R`, Buffer.alloc(WIDTH * HEIGHT)), soft]],
  ['by a soft mask that is finer', [small('/SMask 7 0 R'), soft]],
  [
    'by a stencil that is finer',
    [small('/Mask 7 0 R'), picture('/ImageMask true/BitsPerComponent 1', packed(1, ones))],
  ],
]

/** The picture within the drawing of a page. */
export const INLINE = `BI /W ${WIDTH} /H ${HEIGHT} /CS /G /BPC 8 /F /AHx ID ${packed(8, GREYS).toString('hex')}> EI`
