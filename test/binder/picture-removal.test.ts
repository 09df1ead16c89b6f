import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rawPage, rawPdf, type RawObject } from '#test/support/raw-pdf.ts'
import { differenceOf } from '../../electron/binder/look.ts'
import { anArea, bound, saysAnywhere } from './bound.ts'
import { INLINE, MASKED, PICTURES } from './made-pictures.ts'
import { isOneColour, removedFrom } from './removed.ts'

/** The picture stands 100 points from the left and 200 from the top, and is 192 wide and 96 high. */
const AT = '192 0 0 96 100 546 cm'
/** Its left half. */
const LEFT = { left: 100, top: 200, right: 196, bottom: 296 }
const paperOf = (objects: readonly RawObject[], draws = `q ${AT} /I Do Q`) =>
  rawPage({ draws: `${draws} 0 0 1 rg 400 100 50 50 re f`, resources: '/XObject<</I 6 0 R>>', more: objects })

/** Nothing of the left half is left, and the right half is as it was. */
async function expectGone(paper: Buffer, box = LEFT): Promise<'objects' | 'picture'> {
  const { made, looks, before } = await removedFrom(paper, [[anArea([box], 'A face', '')]])
  if (looks[0]) {
    expect(isOneColour(before[0]!, box)).toBe(false)
    expect(isOneColour(looks[0], box)).toBe(true)
    // A point of the picture is two of the page: those that the box only touches go as well.
    const around = { left: box.left - 3, top: box.top - 3, right: box.right + 3, bottom: box.bottom + 3 }
    const { overall, worst } = differenceOf(before[0]!, looks[0], [around])
    expect(overall).toBeLessThan(0.03)
    expect(worst).toBeLessThan(0.3)
    return 'objects'
  }
  expect(made[0]!.picture).not.toBeNull()
  expectBlack(made[0]!.picture!, box)
  return 'picture'
}

/** Every point of a box is black in a picture of a page of A4. */
function expectBlack({ width, height, space, filter, data }: Exclude<Made, null>, box: typeof LEFT): void {
  if (filter === '/DCTDecode') return expect(data.length).toBeGreaterThan(0)
  const parts = space === '/DeviceGray' ? 1 : 3
  const points = inflateSync(data)
  const scale = width / 595
  expect(height).toBeCloseTo(842 * scale, -1)
  for (let y = Math.ceil(box.top * scale); y < box.bottom * scale - 1; y += 1)
    for (let x = Math.ceil(box.left * scale); x < box.right * scale - 1; x += 1)
      if (points[(y * width + x) * parts] !== 0) expect.fail(`A point at ${x}, ${y} is not black`)
}
type Made = Awaited<ReturnType<typeof removedFrom>>['made'][number]['picture']

describe('a part of a picture that is removed', () => {
  test.each(PICTURES)('is gone from one %s', async (how, object) => {
    const draws = how === 'as a stencil' ? `q 0.5 0 0 rg ${AT} /I Do Q` : undefined
    expect(await expectGone(paperOf([object], draws))).toBe('objects')
  })

  test.each(MASKED)('is gone where a picture is cut out %s', async (_, objects) => {
    await expectGone(paperOf(objects))
  })

  test('is gone from one within the drawing', async () => {
    await expectGone(paperOf([], `q ${AT} ${INLINE} Q`))
  })

  test('is gone from one that is turned, within a group', async () => {
    const group = {
      entries: '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</J 7 0 R>>>>',
      bytes: Buffer.from('q 0 1 -1 0 1 0 cm /J Do Q'),
    }
    await expectGone(paperOf([group, PICTURES[0]![1]]))
  })

  test('is gone with all its bytes: nothing in the volume unpacks to it', async () => {
    const { bytes } = await bound(paperOf([PICTURES[0]![1]]), [{ areas: [anArea([LEFT], 'A face', '')] }])
    // The blocks of the left half, as they stand in the picture that came.
    const blocks = inflateSync((PICTURES[0]![1] as { bytes: Buffer }).bytes)
      .subarray(0, 48)
      .toString('latin1')
    expect(saysAnywhere(bytes, blocks)).toBe(false)
  })

  test('stays on another page that shows the same picture, and where the same page shows it again', async () => {
    const page = (number: number) =>
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${number} 0 R/Resources<</XObject<</I 7 0 R>>>>>>`
    const drawn = (text: string) => ({ entries: '', bytes: Buffer.from(text) })
    const paper = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
      page(5),
      page(6),
      drawn(`q ${AT} /I Do Q`),
      drawn(`q ${AT} /I Do Q q 192 0 0 96 300 146 cm /I Do Q`),
      PICTURES[0]![1],
    ])
    const area = [anArea([LEFT], 'A face', '')]
    const one = await removedFrom(paper, [area])
    expect(one.looks[0]).not.toBeNull()
    const both = await bound(paper, [{ areas: area }, {}])
    const untouched = await bound(paper, [{}, {}])
    expect((await lookAt(both.bytes, 1)).equals(await lookAt(untouched.bytes, 1))).toBe(true)
    // Twice on one page: PDFium blackens both, so the page is made from its picture.
    const twice = await removedFrom(paper, [area, area])
    expect(twice.looks[0]).not.toBeNull()
    expect(twice.made[1]!.picture).not.toBeNull()
  })

  test('is gone from a scan, whose words stay to be found, except those that go', async () => {
    const draws = 'q 595 0 0 842 0 0 cm /I Do Q'
    const paper = rawPage({ draws, resources: '/XObject<</I 6 0 R>>', more: [PICTURES[0]![1]] })
    const word = (text: string, left: number) => ({
      text,
      left,
      top: 210,
      right: left + 60,
      bottom: 222,
      turn: 0,
    })
    const words = [word('Anna', 110), word('Smith', 175), word('stayed', 300)]
    const { bytes, pictures } = await bound(paper, [{ areas: [anArea([LEFT])], words }])
    expect(pictures).toEqual([0])
    expect(saysAnywhere(bytes, 'Anna')).toBe(false)
    expect(saysAnywhere(bytes, 'Smith')).toBe(false)
    expect(saysAnywhere(bytes, 'stayed')).toBe(true)
    const open = await bound(paper, [{ words }])
    expect(open.pictures).toEqual([])
    expect(saysAnywhere(open.bytes, 'Anna')).toBe(true)
  })
})

describe('drawings that are removed', () => {
  const box = { left: 100, top: 200, right: 200, bottom: 240 }
  const gone = (draws: string, more = '') =>
    removedFrom(rawPage({ draws, resources: more }), [[anArea([box], 'A plan', '')]])

  test('are gone where they lie in the box, and stay beside it', async () => {
    const { looks } = await gone(
      '110 610 20 20 re 140 610 20 20 re 400 610 20 20 re f 0 0 1 rg 100 500 30 30 re f',
    )
    expect(isOneColour(looks[0]!, box)).toBe(true)
    expect(isOneColour(looks[0]!, { left: 395, top: 205, right: 425, bottom: 240 })).toBe(false)
  })

  test.each([
    ['a line that crosses the box', '1 0 0 RG 3 w 50 620 m 400 625 l S'],
    ['a curve that runs in and out, as one signs', '2 w 90 600 m 120 660 180 580 260 640 c S'],
    ['a shading', 'q 50 590 300 100 re W n /S1 sh Q'],
    ['a pattern', '/Pattern cs /P1 scn 50 590 300 100 re f'],
  ])('leave no %s under the box: the page is made from its picture', async (_, draws) => {
    const { made } = await gone(
      draws,
      '/Shading<</S1<</ShadingType 2/ColorSpace/DeviceGray/Coords[50 0 350 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>>>/Pattern<</P1<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[50 0 350 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>>>>>',
    )
    expect(made[0]!.picture).not.toBeNull()
    expectBlack(made[0]!.picture!, box)
  })

  test('keep colours of their own, or the page is made from its picture', async () => {
    const draws = 'BT /F1 12 Tf 110 620 Td (ZSECRET) Tj ET /C1 cs 1 scn 300 300 200 200 re f'
    const spot =
      '/ColorSpace<</C1[/Separation/Signal/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[0.9 0.1 0.1]/N 1>>]>>'
    const { made, looks, before } = await gone(draws, spot)
    if (looks[0]) expect(differenceOf(before[0]!, looks[0], [box]).worst).toBeLessThan(0.3)
    else expect(made[0]!.picture).not.toBeNull()
  })
})

async function lookAt(pdf: Buffer, index: number): Promise<Buffer> {
  const { before } = await removedFrom(
    pdf,
    Array.from({ length: index + 1 }, () => []),
  )
  return before[index]!.pixels
}
