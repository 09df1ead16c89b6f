import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rawPage, rawPdf, type RawObject } from '#test/support/raw-pdf.ts'
import { areasOf, bound, saysAnywhere, wordsIn } from './bound.ts'

const line = (text: string, at = 700) => `BT /F1 12 Tf 100 ${at} Td (${text}) Tj ET\n`
const stream = (text: string, entries = ''): RawObject => ({ entries, bytes: Buffer.from(text) })
const drawing = (text: string, entries = '') =>
  stream(text, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${entries}`)
const FONT = '/Resources<</Font<</F1 5 0 R>>>>'

/** A page beside whose words something else is kept: entries of the catalogue and the page, and objects from 6 on. */
type Beside = readonly [what: string, catalogue: string, page: string, more: readonly RawObject[]]

const BESIDE: readonly Beside[] = [
  ['a title', '', '', []],
  [
    'data about the file',
    '/Metadata 6 0 R',
    '/Metadata 6 0 R',
    [stream('<x>ZHIDDEN</x>', '/Type/Metadata/Subtype/XML')],
  ],
  [
    'an attached file',
    '/Names<</EmbeddedFiles<</Names[(ZHIDDEN) 6 0 R]>>>>',
    '',
    ['<</Type/Filespec/F(ZHIDDEN)/EF<</F 7 0 R>>>>', stream('ZHIDDEN', '/Type/EmbeddedFile')],
  ],
  [
    'a script',
    '/OpenAction 6 0 R/Names<</JavaScript<</Names[(a) 6 0 R]>>>>',
    '/AA<</O 6 0 R>>',
    ['<</S/JavaScript/JS(ZHIDDEN)>>'],
  ],
  [
    'a bookmark',
    '/Outlines 6 0 R',
    '',
    ['<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>', '<</Title(ZHIDDEN)/Parent 6 0 R/Dest[3 0 R/Fit]>>'],
  ],
  ['a named place', '/Names<</Dests<</Names[(ZHIDDEN)[3 0 R/Fit]]>>>>/Dests<</ZHIDDEN[3 0 R/Fit]>>', '', []],
  [
    'a small picture of the page',
    '',
    '/Thumb 6 0 R',
    [stream('ZHIDDEN12345', '/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8')],
  ],
  ['private data of a program', '', '/PieceInfo<</App<</LastModified(D:2020)/Private(ZHIDDEN)>>>>', []],
  [
    'words for a screen reader',
    '/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R',
    '/StructParents 0',
    [
      '<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>',
      '<</S/P/P 6 0 R/Pg 3 0 R/K 0/ActualText(ZHIDDEN)/Alt(ZHIDDEN)/E(ZHIDDEN)/T(ZHIDDEN)>>',
    ],
  ],
  [
    'a note',
    '',
    '/Annots[6 0 R]',
    [
      '<</Type/Annot/Subtype/Text/Rect[100 100 120 120]/Contents(ZHIDDEN)/T(ZHIDDEN)/Popup 7 0 R>>',
      '<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 6 0 R/Contents(ZHIDDEN)>>',
    ],
  ],
  [
    'a note that is hidden',
    '',
    '/Annots[6 0 R]',
    [
      '<</Type/Annot/Subtype/FreeText/F 2/Rect[100 100 220 120]/Contents(ZHIDDEN)/DA(/F1 12 Tf)/AP<</N 7 0 R>>>>',
      drawing(line('ZHIDDEN'), FONT),
    ],
  ],
  [
    'where a link leads',
    '',
    '/Annots[6 0 R]',
    ['<</Type/Annot/Subtype/Link/Rect[90 690 400 712]/A<</S/URI/URI(https://example.invalid/ZHIDDEN)>>>>'],
  ],
  [
    'the value of a field that shows another',
    '/AcroForm<</Fields[6 0 R]/DA(/F1 12 Tf)>>',
    '/Annots[6 0 R]',
    [
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(ZHIDDEN)/V(ZHIDDEN)/DV(ZHIDDEN)/Rect[100 100 300 120]/F 4/AP<</N 7 0 R>>>>',
      drawing(line('SHOWN', 5), FONT),
    ],
  ],
  ['the packet of an XFA form', '/AcroForm<</Fields[]/XFA 6 0 R>>', '', [stream('<xdp>ZHIDDEN</xdp>')]],
  ['an object that nothing names', '', '', [stream('ZHIDDEN'), '(ZHIDDEN)']],
  ['data about a picture', '', '', []],
]

const withTitle = (pdf: Buffer) =>
  Buffer.from(
    pdf.toString('latin1').replace('trailer\n<<', 'trailer\n<</Info<</Title(ZHIDDEN)/Author(ZHIDDEN)>>'),
    'latin1',
  )

const paperOf = ([what, catalogue, page, more]: Beside): Buffer => {
  const draws = line('KEEPA ZSECRET KEEPB')
  if (what === 'a title') return withTitle(rawPage({ draws }))
  if (what === 'data about a picture')
    return rawPage({
      draws: `${draws}q 50 0 0 50 300 300 cm /I Do Q`,
      resources: '/XObject<</I 6 0 R>>',
      more: [
        stream(
          'abcd',
          '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Metadata 7 0 R/PieceInfo<</A(ZHIDDEN)>>/Alternates[<</Image 8 0 R/DefaultForPrinting true>>]',
        ),
        stream('ZHIDDEN'),
        stream(
          'ZHIDDENZHIDDEN',
          '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8',
        ),
      ],
    })
  return rawPage({ draws, catalogue, page, more })
}

/** A picture has no way to carry what stands beside a page, so a few kinds do for it. */
const kindsFor = (making: string) => BESIDE.filter((_, at) => making !== 'picture' || at % 5 === 0)

describe.each(['untouched', 'objects', 'picture'] as const)('of a page that is bound (%s)', (making) => {
  const pages = async (paper: Buffer) =>
    making === 'untouched' ? [{}] : [{ areas: await areasOf(paper, 'ZSECRET'), making }]

  test.each(kindsFor(making).map((beside) => [beside[0], beside] as const))(
    'nothing stays of %s',
    async (_, beside) => {
      const paper = paperOf(beside)
      expect(saysAnywhere(paper, 'ZHIDDEN')).toBe(true)
      const { bytes } = await bound(paper, await pages(paper))
      expect(saysAnywhere(bytes, 'ZHIDDEN')).toBe(false)
      expect(saysAnywhere(bytes, 'ZSECRET')).toBe(making === 'untouched')
      for (const entry of [
        '/Annots',
        '/AcroForm',
        '/Metadata',
        '/Names',
        '/StructTreeRoot',
        '/OCProperties',
        '/Thumb',
      ])
        expect(saysAnywhere(bytes, entry)).toBe(false)
      expect(wordsIn(bytes)).toContain('KEEPB')
    },
  )

  test('nothing stays of what a page may use and does not draw', async () => {
    const paper = rawPage({
      draws: `${line('KEEPA ZSECRET KEEPB')} /G Do`,
      resources: '/XObject<</G 7 0 R/Old 6 0 R>>',
      more: [
        drawing(line('ZHIDDEN', 600), FONT),
        drawing(line('KEEPC', 500), '/Resources<</Font<</F1 5 0 R>>/XObject<</F0 6 0 R>>>>'),
      ],
    })
    const { bytes } = await bound(paper, await pages(paper))
    expect(saysAnywhere(bytes, 'ZHIDDEN')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPC')
  })

  test('nothing stays of an earlier state of the file', async () => {
    const before = rawPage({ draws: line('KEEPA ZSECRET KEEPB ZHIDDEN') })
    const now = `4 0 obj\n<</Length ${line('KEEPA ZSECRET KEEPB').length}>>\nstream\n${line('KEEPA ZSECRET KEEPB')}\nendstream\nendobj\n`
    const table = `xref\n4 1\n${`${before.length}`.padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${/startxref\n(\d+)/u.exec(before.toString('latin1'))![1]}>>\nstartxref\n${before.length + now.length}\n%%EOF\n`
    const paper = Buffer.concat([before, Buffer.from(now + table, 'latin1')])
    const { bytes } = await bound(paper, await pages(paper))
    expect(saysAnywhere(bytes, 'ZHIDDEN')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPB')
  })

  const layered = (
    draws: string,
    more: { resources?: string; page?: string; objects?: readonly RawObject[] } = {},
  ) =>
    rawPage({
      draws: `${line('KEEPA ZSECRET KEEPB')}${draws}`,
      catalogue: '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]/ON[7 0 R]>>>>',
      resources: `/Properties<</Off 6 0 R/On 7 0 R/Both 8 0 R>>${more.resources ?? ''}`,
      page: more.page ?? '',
      more: [
        '<</Type/OCG/Name(off)>>',
        '<</Type/OCG/Name(on)>>',
        '<</Type/OCMD/OCGs[6 0 R 7 0 R]/P/AllOn>>',
        ...(more.objects ?? []),
      ],
    })

  test.each([
    [
      'in the drawing',
      layered(`/OC /Off BDC ${line('ZHIDDEN', 600)} EMC /OC /On BDC ${line('SHOWN', 580)} EMC`),
    ],
    [
      'under what shows',
      layered(`/OC /Off BDC ${line('ZHIDDEN', 580)} EMC /OC /On BDC ${line('SHOWN', 580)} EMC`),
    ],
    ['with others together', layered(`/OC /Both BDC ${line('ZHIDDEN', 600)} EMC`)],
    [
      'as a group',
      layered('/G Do', {
        resources: '/XObject<</G 9 0 R>>',
        objects: [drawing(line('ZHIDDEN', 600), `/OC 6 0 R${FONT}`)],
      }),
    ],
    [
      'around a group',
      layered('/OC /Off BDC /G Do EMC', {
        resources: '/XObject<</G 9 0 R>>',
        objects: [drawing(line('ZHIDDEN', 600), FONT)],
      }),
    ],
    [
      'within a group',
      layered('/G Do', {
        resources: '/XObject<</G 9 0 R>>',
        objects: [
          drawing(
            `/OC /O BDC ${line('ZHIDDEN', 600)} EMC`,
            '/Resources<</Font<</F1 5 0 R>>/Properties<</O 6 0 R>>>>',
          ),
        ],
      }),
    ],
    [
      'as a note',
      layered('', {
        page: '/Annots[9 0 R]',
        objects: [
          '<</Type/Annot/Subtype/Stamp/OC 6 0 R/F 4/Rect[100 100 300 120]/AP<</N 10 0 R>>>>',
          drawing(line('ZHIDDEN', 5), FONT),
        ],
      }),
    ],
  ])('nothing stays of a layer that is off, %s', async (_, paper) => {
    const { bytes } = await bound(paper, await pages(paper))
    expect(saysAnywhere(bytes, 'ZHIDDEN')).toBe(false)
    expect(wordsIn(bytes)).not.toContain('ZHIDDEN')
  })

  test('nothing stays of a layer that is off where the catalogue is packed', async () => {
    const inside = '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>'
    const packed = deflateSync(Buffer.from(`1 0 ${inside}`))
    const draws = `${line('KEEPA ZSECRET KEEPB')}/OC /Off BDC ${line('ZHIDDEN', 600)} EMC`
    const paper = withCrossReferences([
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/Properties<</Off 6 0 R>>>>>>',
      { entries: '', bytes: Buffer.from(draws) },
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/OCG/Name(off)>>',
      { entries: '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bytes: packed },
    ])
    const { bytes } = await bound(paper, await pages(paper))
    expect(saysAnywhere(bytes, 'ZHIDDEN')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPB')
  })
})

/** A PDF whose first object is the first in the stream of objects, the last of those given, numbered from 2. */
function withCrossReferences(objects: readonly RawObject[]): Buffer {
  const plain = rawPdf(['null', ...objects])
  const text = plain.toString('latin1')
  const body = text.slice(0, text.lastIndexOf('xref\n0 '))
  const last = objects.length + 1
  const rows = [
    [0, 0, 65_535],
    [2, last, 0],
    ...objects.map((_, index) => [1, body.indexOf(`\n${index + 2} 0 obj`) + 1, 0]),
    [1, body.length, 0],
  ]
  const table = Buffer.concat(
    rows.map(([kind, at, third]) => {
      const row = Buffer.alloc(7)
      row[0] = kind!
      row.writeUInt32BE(at!, 1)
      row.writeUInt16BE(third!, 5)
      return row
    }),
  )
  const head = `${last + 1} 0 obj\n<</Type/XRef/Size ${last + 2}/Root 1 0 R/W[1 4 2]/Length ${table.length}>>\nstream\n`
  return Buffer.concat([
    Buffer.from(body + head, 'latin1'),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`),
  ])
}
