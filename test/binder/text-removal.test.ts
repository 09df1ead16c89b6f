import { describe, expect, test } from 'vitest'
import { hasProgram } from '#test/support/a-pack.ts'
import { rawPage } from '#test/support/raw-pdf.ts'
import { anArea, areasOf, bound, placesOf, said, saysAnywhere, wordsIn } from './bound.ts'

const line = (text: string, at = 700) => `BT /F1 12 Tf 100 ${at} Td (${text}) Tj ET\n`
const TYPE3 = [
  '<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 98/Widths[1000 1000]/Encoding<</Differences[97/a/b]>>/CharProcs<</a 7 0 R/b 7 0 R>>/Resources<<>>>>',
  { entries: '', bytes: Buffer.from('1000 0 0 0 1000 1000 d1 0 0 900 900 re f') },
]

describe.skipIf(!hasProgram('pdftotext'))('text that is removed', () => {
  test.each([
    ['is drawn at once', line('KEEPA ZSECRET KEEPB')],
    [
      'is drawn in parts with spaces of their own',
      'BT /F1 12 Tf 100 700 Td [(KEEPA ) -80 (ZSE) -40 (CRET) 30 ( KEEPB)] TJ ET',
    ],
    [
      'is drawn letter by letter',
      'BT /F1 12 Tf 100 700 Td (KEEPA ) Tj (Z) Tj (S) Tj (E) Tj (CRET) Tj ( KEEPB) Tj ET',
    ],
    ['begins lines by itself', `BT /F1 12 Tf 14 TL 100 700 Td (KEEPA) Tj (ZSECRET) ' (KEEPB) ' ET`],
    [
      'begins lines with spaces of their own',
      `BT /F1 12 Tf 14 TL 100 700 Td (KEEPA) Tj 0 0 (ZSECRET) " T* (KEEPB) Tj ET`,
    ],
    ['cannot be seen', `${line('KEEPA KEEPB')}q BT /F1 12 Tf 3 Tr 100 650 Td (ZSECRET) Tj ET Q`],
    ['is written in hexadecimal', 'BT /F1 12 Tf 100 700 Td (KEEPA ) Tj <5A534543524554> Tj ( KEEPB) Tj ET'],
  ])('is gone where it %s, and what stands beside it stays', async (_, draws) => {
    const paper = rawPage({ draws })
    const { bytes, pictures } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRET') }])
    expect(pictures).toEqual([])
    expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
    expect(saysAnywhere(bytes, 'SECRET')).toBe(false)
    const words = wordsIn(bytes)
    expect(words).toContain('redacted: Person C, another child')
    expect(words).toMatch(/KEEPA/u)
    expect(words).toMatch(/KEEPB/u)
  })

  test('is gone where it is a way for colours to show through', async () => {
    const draws = `${line('KEEPA KEEPB')}q BT /F1 20 Tf 7 Tr 100 650 Td (ZSECRET) Tj ET 0 0 1 rg 90 640 300 40 re f Q`
    const paper = rawPage({ draws })
    const { bytes } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRET') }])
    expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPA')
  })

  test('is gone in a font whose letters are drawings', async () => {
    const paper = rawPage({
      draws: `${line('KEEPA KEEPB')}BT /F3 20 Tf 100 650 Td (abab) Tj ET`,
      resources: '/Font<</F1 5 0 R/F3 6 0 R>>',
      more: TYPE3,
    })
    const { bytes } = await bound(paper, [
      { areas: [anArea([{ left: 98, top: 170, right: 185, bottom: 194 }])] },
    ])
    expect(saysAnywhere(bytes, '(abab)')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPA')
  })

  test('is gone with the words that were said in its place, also where only a part of it goes', async () => {
    const draws = `${line('KEEPA KEEPB')}/Span<</ActualText(ZSECRET and)/Lang(en)>>BDC ${line('ZSECRET and', 650)} EMC\n/P <</MCID 0/Alt(Picture of ZSECRET)>> BDC ${line('KEEPC', 600)} EMC`
    const paper = rawPage({ draws })
    const { bytes } = await bound(paper, [
      { areas: [anArea([{ left: 98, top: 180, right: 152, bottom: 197 }])] },
    ])
    expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
    expect(wordsIn(bytes)).toContain('KEEPC')
  })

  test('is gone twice where two marks touch one object', async () => {
    const paper = rawPage({ draws: line('Contact ZSECRETA or his colleague ZSECRETB at the office') })
    const { bytes, pictures } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRETA', 'ZSECRETB') }])
    expect(pictures).toEqual([])
    expect(saysAnywhere(bytes, 'SECRET')).toBe(false)
    expect(wordsIn(bytes)).toMatch(/or his colleague/u)
    expect(wordsIn(bytes)).toMatch(/at the office/u)
  })

  test.each([0, 90, 180, 270])('is gone on a page turned by %s and cropped, and only there', async (turn) => {
    const paper = rawPage({
      draws: `${line('KEEPA ZSECRET KEEPB')}${line('KEEPC', 600)}`,
      page: `/Rotate ${turn}/CropBox[40 60 550 800]/UserUnit 2`,
    })
    for (const making of ['objects', 'picture'] as const) {
      const { bytes, pictures } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRET'), making }])
      expect(pictures).toEqual(making === 'picture' ? [0] : [])
      expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
      const [before, after] = [paper, bytes].map((pdf) =>
        /Page size: +([\d.]+) x ([\d.]+)/u.exec(said('pdfinfo', pdf, [])),
      )
      const turned = turn % 180 === 0 || making === 'objects' ? [1, 2] : [2, 1]
      expect(Number(after![turned[0]!])).toBeCloseTo(Number(before![1]), 0)
      expect(Number(after![turned[1]!])).toBeCloseTo(Number(before![2]), 0)
      for (const kept of ['KEEPA', 'KEEPB', 'KEEPC'])
        expect(wordsIn(bytes).replaceAll(/\s/gu, '')).toContain(kept)
    }
  })

  test('is hidden at its place: what stays stands where it stood', async () => {
    const paper = rawPage({ draws: `${line('KEEPA ZSECRET KEEPB')}${line('KEEPC', 600)}` })
    const { bytes } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRET') }])
    for (const kept of ['KEEPA', 'KEEPB', 'KEEPC']) {
      const [[before], [after]] = [await placesOf(paper, kept), await placesOf(bytes, kept)]
      expect(after!.left).toBeCloseTo(before!.left, 1)
      expect(after!.top).toBeCloseTo(before!.top, 1)
    }
  })

  test('is spoken of once where a mark runs over two lines', async () => {
    const paper = rawPage({ draws: `${line('KEEPA Anna')}${line('Smith KEEPB', 680)}` })
    const boxes = [...(await placesOf(paper, 'Anna')), ...(await placesOf(paper, 'Smith'))]
    const { bytes } = await bound(paper, [{ areas: [anArea(boxes)] }])
    expect(wordsIn(bytes).match(/redacted:/gu)).toHaveLength(1)
    expect(saysAnywhere(bytes, 'Anna')).toBe(false)
    expect(saysAnywhere(bytes, 'Smith')).toBe(false)
  })

  test('is spoken of in any script, and by readers that know no replacement text', async () => {
    const paper = rawPage({ draws: line('KEEPA ZSECRETLONGER KEEPB') })
    const area = {
      ...(await areasOf(paper, 'ZSECRETLONGER'))[0]!,
      label: 'Persŵn 子',
      spoken: 'redacted: Persŵn 子, Łucja',
    }
    const { bytes } = await bound(paper, [{ areas: [area] }])
    expect(wordsIn(bytes)).toContain('redacted: Persŵn 子, Łucja')
    if (hasProgram('mutool')) {
      const plain = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRETLONGER') }])
      expect(said('mutool', plain.bytes, ['draw', '-F', 'txt'])).toContain(
        'redacted: Person C, another child',
      )
    }
  })

  test('goes with the whole page where that is removed', async () => {
    const paper = rawPage({ draws: line('ZSECRET'), page: '/Rotate 90' })
    const { bytes, pictures } = await bound(paper, [{ areas: [anArea([], 'Advice of our lawyers')] }])
    expect(pictures).toEqual([])
    expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
    expect(wordsIn(bytes)).toContain('redacted: Advice of our lawyers')
    expect(said('pdfinfo', bytes, [])).toMatch(/Page size: +842 x 595/u)
  })

  test('is found by its own letters, where PDFium counts those of the text otherwise', async () => {
    // A letter that stands for two, and one that stands for none, move the places in the text.
    const paper = rawPage({
      draws: `BT /F6 12 Tf 100 700 Td (\\001\\002 ) Tj /F1 12 Tf (KEEPA ZSECRET KEEPB) Tj ET`,
      resources: '/Font<</F1 5 0 R/F6 6 0 R>>',
      more: [
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 2/Widths[500 500]/Encoding<</Differences[1/fi/ffi]>>/ToUnicode 7 0 R>>',
        {
          entries: '',
          bytes: Buffer.from(
            'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <00660069> <02> <006600660069> endbfchar endcmap',
          ),
        },
      ],
    })
    const { bytes } = await bound(paper, [{ areas: await areasOf(paper, 'ZSECRET') }])
    expect(saysAnywhere(bytes, 'ZSECRET')).toBe(false)
    expect(wordsIn(bytes)).toMatch(/KEEPA/u)
    expect(wordsIn(bytes)).toMatch(/KEEPB/u)
  })
})

describe.skipIf(!hasProgram('qpdf'))('a volume with removals', () => {
  test('is sound, and the same every time', async () => {
    const paper = rawPage({ draws: line('KEEPA ZSECRET KEEPB') })
    const pages = [{ areas: await areasOf(paper, 'ZSECRET') }]
    const [one, two] = [await bound(paper, pages), await bound(paper, pages)]
    expect(one.bytes.equals(two.bytes)).toBe(true)
    expect(said('qpdf', one.bytes, ['--check'])).toContain('No syntax or stream encoding errors')
    const picture = [{ ...pages[0]!, making: 'picture' as const }]
    const [three, four] = [await bound(paper, picture), await bound(paper, picture)]
    expect(three.bytes.equals(four.bytes)).toBe(true)
    expect(said('qpdf', three.bytes, ['--check'])).toContain('No syntax or stream encoding errors')
  })
})
