import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { rawPdf } from '#test/support/raw-pdf.ts'
import { unpackDrawing } from '../../electron/binder/unpack-drawing.ts'
import { bound, saysAnywhere, wordsIn } from './bound.ts'

const DRAWS =
  'BT /F1 12 Tf 100 700 Td (KEEPA) Tj ET /Span<</ActualText(ZHIDDEN)>>BDC BT /F1 12 Tf 100 650 Td (KEEPB) Tj ET EMC'
const bytes = Buffer.from(DRAWS)

/** Codes of nine bits, each for one byte, begun anew before they would have to grow. */
function lzw(from: Buffer): Buffer {
  const codes = [...from].flatMap((byte, at) => (at % 200 === 0 ? [256, byte] : [byte]))
  const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('')
  return Buffer.from(
    Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
      Number.parseInt(bits.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2),
    ),
  )
}

function ascii85(from: Buffer): Buffer {
  const parts: string[] = []
  for (let at = 0; at < from.length; at += 4) {
    const some = from.subarray(at, at + 4)
    let value = Buffer.concat([some, Buffer.alloc(4)]).readUInt32BE(0)
    let digits = ''
    for (let digit = 0; digit < 5; digit += 1) {
      digits = String.fromCodePoint((value % 85) + 33) + digits
      value = Math.floor(value / 85)
    }
    parts.push(digits.slice(0, some.length + 1))
  }
  return Buffer.from(`${parts.join('')}~>`)
}

const runs = (from: Buffer) =>
  Buffer.concat([
    ...Array.from({ length: Math.ceil(from.length / 100) }, (_, at) => {
      const some = from.subarray(at * 100, at * 100 + 100)
      return Buffer.concat([Buffer.from([some.length - 1]), some])
    }),
    Buffer.from([128]),
  ])

const WAYS: readonly (readonly [string, Buffer])[] = [
  ['/LZWDecode', lzw(bytes)],
  ['/ASCII85Decode', ascii85(bytes)],
  ['/ASCIIHexDecode', Buffer.from(`${bytes.toString('hex')}>`)],
  ['/RunLengthDecode', runs(bytes)],
  ['[/ASCII85Decode/FlateDecode]', ascii85(deflateSync(bytes))],
  ['[/ASCIIHexDecode/LZWDecode]', Buffer.from(`${lzw(bytes).toString('hex')}>`)],
]

test.each(WAYS)(
  'words in the marks of a drawing packed by %s do not go out, and what it shows does',
  async (way, packed) => {
    const paper = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { entries: `/Filter ${way}`, bytes: packed },
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ])
    const result = await bound(paper, [{}])
    expect(saysAnywhere(result.bytes, 'ZHIDDEN')).toBe(false)
    expect(saysAnywhere(result.bytes, '(KEEPB)')).toBe(true)
    expect(wordsIn(result.bytes)).toContain('KEEPA')
  },
)

test('a drawing packed in no known way is passed by', () => {
  expect(unpackDrawing(bytes, new Map([['/Filter', '/DCTDecode']]), (value) => value)).toBeNull()
})
