import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileToProve } from '#engine/cases/gate/file-to-prove.ts'
import { type Prover, type ProverAsked, startProver } from '#engine/cases/gate/prover.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import {
  anArea,
  anOriginal,
  aPerson,
  aPlan,
  aRedacted,
  aVolume,
  BOX,
  type MadeRedaction,
  SECRET,
} from '#test/support/a-proof.ts'
import {
  after,
  letterByLetter,
  type Picture,
  pictured,
  pictureOf,
  revised,
  subsetFont,
} from '#test/support/proof-faults.ts'
import { anAccessRequest, fillCase } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
let prover: Prover
let asked: ProverAsked
let letters: Picture

beforeAll(async () => {
  engine = await startTestEngine()
  const request = await anAccessRequest(engine.call)
  const paper = anOriginal()
  const papers = startPapers()
  const opened = await papers.open('original', () => paper)
  const page = await opened.read(1)
  letters = await pictureOf(opened, SECRET)
  await papers.close()
  const store = await fillCase(engine.engine.session().cases, request, [
    { path: 'visit.pdf', paper, pages: [{ text: page.text, words: page.words }] },
  ])
  aPerson(store, { name: 'Jane Smith', decision: 'withhold', forms: [['email', 'jane.smith@example.org']] })
  aPerson(store, { name: 'Jo Marsh', decision: null, facts: { role: 'subject' } })
  asked = { store, ...aPlan(store, 1, [{ page: 1, making: 'objects', areas: [anArea()] }]) }
  prover = startProver(asked)
}, 60_000)

afterAll(async () => {
  prover.close()
  await engine[Symbol.asyncDispose]()
})

const found = async (file: FileToProve) =>
  (await prover.prove(file)).map(
    ({ reader, kind, found: what, says }) => `${reader} ${kind} ${what}: ${says}`,
  )
/** What keeps the gate shut, said twice over so that two of them match in either order. */
const shut = (findings: readonly string[]) => {
  const all = findings.filter((finding) => !finding.includes(' changed '))
  return [...all, ...all]
}

describe('a page from which everything was removed', () => {
  test('is clean in every way', async () => {
    expect(await found(aVolume(aRedacted()))).toEqual([])
  })
})

describe('a step of the removal that was left out is found:', () => {
  const flate = (words: string) => deflateSync(Buffer.from(words, 'latin1'))
  const wide = `FEFF${Buffer.from('Jane Smith', 'utf16le').swap16().toString('hex')}`
  const hidden = (more: MadeRedaction['more']) => aRedacted(more ? { more } : {})
  const says = 'BT /F1 12 Tf 1 0 0 1 110 700 Tm (Jane Smith) Tj ET'

  const pages: readonly (readonly [what: string, expected: RegExp, bytes: () => Buffer])[] = [
    [
      'the text under the box',
      /text removed[\s\S]*pixels uncovered/u,
      () => aRedacted({ kept: 'Jane Smith' }),
    ],
    ['half the words', /text removed smith/u, () => aRedacted({ kept: 'Smith' })],
    ['text in parts, with gaps', /objects removed/u, () => after('[(J)-20(ane S)10(m)5(ith)] TJ', '3 Tr')],
    [
      'text letter by letter',
      /objects (?:removed|person)/u,
      () => aRedacted({ before: letterByLetter('Jane Smith') }),
    ],
    ['text in octal', /objects removed/u, () => after(String.raw`(\112\141\156\145 \123mith) Tj`, '3 Tr')],
    ['text in hexadecimal', /objects removed/u, () => after('<4A616E6520536D697468> Tj', '3 Tr')],
    [
      'white text elsewhere on the page',
      /text removed/u,
      () => aRedacted({ before: '1 1 1 rg BT /F1 12 Tf 1 0 0 1 300 60 Tm (Jane Smith) Tj ET' }),
    ],
    [
      'text that is clipped away',
      /objects removed/u,
      () => aRedacted({ before: `q 0 0 1 1 re W n ${says} Q` }),
    ],
    [
      'text in a font with letters of its own',
      /objects removed Jane Smith/u,
      () =>
        aRedacted({
          before: 'BT /F9 12 Tf 3 Tr 1 0 0 1 110 700 Tm <0102030405060708090A> Tj ET',
          more: { resources: '/Font<</F1 5 0 R/F9 7 0 R>>', more: subsetFont('Jane Smith') },
        }),
    ],
    [
      'a replacement text',
      /objects removed Jane Smith/u,
      () => aRedacted({ after: '/Span <</ActualText (Jane Smith)>> BDC EMC' }),
    ],
    [
      'an alternative text in UTF-16',
      /objects removed Jane Smith/u,
      () => aRedacted({ after: `/Figure <</Alt <${wide}>>> BDC EMC` }),
    ],
    [
      'a replacement text by its name',
      /objects removed Jane Smith/u,
      () =>
        aRedacted({
          after: '/Span /P1 BDC EMC',
          more: { resources: '/Properties<</P1<</ActualText(Jane Smith)>>>>' },
        }),
    ],
    [
      'a layer that is switched off',
      /objects removed Jane Smith/u,
      () =>
        aRedacted({
          before: `/OC /L1 BDC ${says} EMC`,
          more: {
            resources: '/Properties<</L1 6 0 R>>',
            catalogue: '/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>',
            more: ['<</Type/OCG/Name(Layer)>>'],
          },
        }),
    ],
    [
      'a note',
      /objects person Jane Smith/u,
      () =>
        hidden({
          page: '/Annots[6 0 R]',
          more: ['<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Jane Smith)>>'],
        }),
    ],
    [
      'a note without the name',
      /objects removed Annots/u,
      () => hidden({ page: '/Annots[6 0 R]', more: ['<</Type/Annot/Subtype/Square/Rect[0 0 9 9]>>'] }),
    ],
    [
      'a link',
      /objects person jane\.smith@example\.org/u,
      () =>
        hidden({
          page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(mailto:jane.smith@example.org)>>>>]',
        }),
    ],
    [
      'a value of a form',
      /objects person Jane Smith/u,
      () => hidden({ catalogue: '/AcroForm<</Fields[<</T(a)/V(Jane Smith)>>]>>' }),
    ],
    [
      'data about the file',
      /objects person Jane Smith[\s\S]*Metadata/u,
      () =>
        hidden({
          catalogue: '/Metadata 6 0 R',
          more: [
            {
              entries: '/Type/Metadata/Subtype/XML/Filter/FlateDecode',
              bytes: flate('<dc:creator>Jane Smith</dc:creator>'),
            },
          ],
        }),
    ],
    [
      'an attached file',
      /objects person Jane Smith[\s\S]*EmbeddedFile/u,
      () =>
        hidden({
          catalogue: '/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 6 0 R>>>>]>>>>',
          more: [{ entries: '/Type/EmbeddedFile/Filter/FlateDecode', bytes: flate('Dear Jane Smith') }],
        }),
    ],
    [
      'a bookmark',
      /objects person Jane Smith/u,
      () =>
        hidden({
          catalogue: '/Outlines 6 0 R',
          more: ['<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>', `<</Title<${wide}>/Parent 6 0 R>>`],
        }),
    ],
    [
      'a label of a page',
      /objects person Jane Smith/u,
      () => hidden({ catalogue: '/PageLabels<</Nums[0<</P(Jane Smith 1)>>]>>' }),
    ],
    [
      'a small picture of the page',
      /objects removed Thumb/u,
      () =>
        hidden({
          page: '/Thumb 6 0 R',
          more: [
            {
              entries: '/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
              bytes: Buffer.from([0]),
            },
          ],
        }),
    ],
    [
      'private data of a program',
      /objects removed PieceInfo/u,
      () => hidden({ page: '/PieceInfo<</Word<</Private(x)>>>>' }),
    ],
    [
      'an object that nothing refers to',
      /objects removed object 6/u,
      () => hidden({ more: [{ entries: '/Filter/FlateDecode', bytes: flate('0 0 m S') }] }),
    ],
    [
      'content that nothing refers to',
      /objects removed Jane Smith/u,
      () => hidden({ more: [{ entries: '/Filter/FlateDecode', bytes: flate(says) }] }),
    ],
    ['an earlier revision', /objects removed revision/u, () => revised(aRedacted({ kept: 'Jane Smith' }))],
    [
      'words between the objects',
      /objects person Jane Smith/u,
      () => Buffer.concat([aRedacted(), Buffer.from('% Jane Smith\n')]),
    ],
    [
      'a stream that cannot be unpacked',
      /objects unread/u,
      () => hidden({ page: '/Group 6 0 R', more: [{ entries: '/Filter/Secret', bytes: Buffer.from('x') }] }),
    ],
    [
      'a damaged stream',
      /objects unread/u,
      () =>
        hidden({
          page: '/Group 6 0 R',
          more: [{ entries: '/Filter/FlateDecode', bytes: Buffer.from('not packed at all') }],
        }),
    ],
    ['a file that is no PDF', /text unread[\s\S]*|objects unread/u, () => Buffer.from('This is not a PDF.')],
    ['a file that is cut short', /unread/u, () => aRedacted().subarray(0, 300)],
    ['no box at all', /pixels uncovered : Nothing covers/u, () => aRedacted({ box: null })],
    [
      'a box that is one word too far to the right',
      /pixels uncovered/u,
      () => aRedacted({ kept: 'Jane', box: '0 0 0 rg 140 696 63.5 14.5 re f' }),
    ],
    [
      'a box that is too low',
      /pixels uncovered/u,
      () => aRedacted({ box: '0 0 0 rg 108.5 696 63.5 9 re f' }),
    ],
    [
      'a box that is only an outline',
      /pixels uncovered/u,
      () => aRedacted({ box: '0 0 0 RG 108.5 696 63.5 14.5 re S' }),
    ],
    [
      'a box that can be seen through',
      /pixels uncovered : What was there shows through/u,
      () => pictured(letters, 0, `/G1 gs ${BOX} /G0 gs`),
    ],
    ['a picture under the box', /pixels uncovered : Under the box/u, () => pictured(letters, 0)],
    ['letters as a picture beside the box', /recognition (?:removed|person)/u, () => pictured(letters, 16)],
  ]

  test.each(pages)('%s', async (_, expected, bytes) => {
    const findings = await found(aVolume(bytes()))
    expect(shut(findings).join('\n')).toMatch(expected)
  })

  test('the name in the name of the file', async () => {
    const findings = await found(aVolume(aRedacted(), [anArea()], 'data/volumes/jane-smith-01.pdf'))
    expect(findings.join('\n')).toMatch(/names person jane/u)
  })

  test('the name, or the words that were removed, in the label', async () => {
    const label = { label: 'Jane', spoken: 'redacted: Jane Smith, another child' }
    expect(shut(await found(aVolume(aRedacted({ label: 'Jane' }), [anArea(label)]))).join('\n')).toMatch(
      /names person Jane Smith[\s\S]*names removed Jane Smith/u,
    )
  })

  test('a file that is encrypted', async () => {
    const locked = aRedacted()
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>')
    expect((await found(aVolume(Buffer.from(locked, 'latin1')))).join('\n')).toMatch(
      /objects unread : The file is encrypted[\s\S]*text unread|text unread[\s\S]*objects unread/u,
    )
  })

  test('a page too many, and a page too few', async () => {
    const file = aVolume(aRedacted())
    expect(
      (await found({ ...file, pages: [...file.pages, { page: 2, casePage: 2, removal: null }] })).join('\n'),
    ).toMatch(/unread : The file has 1 pages and should have 2/u)
  })

  test('and the page is named that has to be made from its picture', async () => {
    expect(await prover.unclean(aVolume(aRedacted({ kept: 'Jane Smith' })))).toEqual([1])
    expect(await prover.unclean(aVolume(aRedacted()))).toEqual([])
  })
})
