import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { directedRuns, withDirections, withoutMarks } from '#engine/pdf/direction.ts'
import { STYLES } from '#engine/pdf/page.ts'
import { innerFont, shapedRun } from '#engine/pdf/shaping.ts'
import { typesetterFor } from '#engine/pdf/typesetter.ts'
import { writeRecordPdf } from '#engine/pdf/write-record.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import { anActivity, aRegister, hasTool, runTool, STAMP, workFolder } from './material.ts'

/** What is seen, from left to right: the letters of runs from right to left are turned round. */
function seen(line: string): string {
  return directedRuns(line)
    .map(({ text, isRightToLeft }) => (isRightToLeft ? Array.from(text).toReversed().join('') : text))
    .join('')
}

const doc = new PDFDocument({ autoFirstPage: false })
const typesetter = typesetterFor(doc)
const HEBREW = Array.from('אבגדהוזחטיכלמנסעפצקרשת')
const ARABIC = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويپچگک')
const aWord = (letters: readonly string[]) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 }).map((word) => word.join(''))
const aText = fc
  .array(
    fc.oneof(
      aWord(HEBREW),
      aWord(ARABIC),
      aWord(Array.from('abcdefgXYZ')),
      aWord(Array.from('0123456789')),
      fc.constantFrom('(', ')', '12-13', '(Ali)', '«', '»', '3/5', '۱۲', '٣٤', '.', 'a@b.uk'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(' '))

describe('the order in which a line is seen', () => {
  test.each([
    ['a name by itself', 'דוד כהן', 'ןהכ דוד'],
    ['a name with a number', 'דוד כהן 12', '12 ןהכ דוד'],
    ['a name, with a short one in brackets', 'אברהם (Ali)', '(Ali) םהרבא'],
    ['more English than Hebrew', 'אב (David)', 'בא (David)'],
    ['a label before a name', 'Name: דוד כהן.', 'Name: ןהכ דוד.'],
    ['a name at the beginning of an English sentence', 'אב was told.', 'בא was told.'],
    ['two names in an English sentence', 'To אב and גד, both', 'To בא and דג, both'],
    ['a range of years stays as it is', 'שנה 12-13', '12-13 הנש'],
    ['brackets inside point the other way', 'אב (גד) הו', 'וה (דג) בא'],
  ])('%s', (_, text, shown) => expect(seen(text)).toBe(shown))

  test('a line without right-to-left letters is left as it is', () => {
    expect(directedRuns('Ольга (12)')).toEqual([{ text: 'Ольга (12)', isRightToLeft: false }])
    expect(withDirections('Ольга', ['Ольга'])).toEqual(['Ольга'])
  })

  test('the directions are those of the whole paragraph, also where a line breaks', () => {
    const text = 'אב (גד הו) זח'
    const [, second = ''] = withDirections(text, ['אב (גד', 'הו) זח'])
    expect(seen(second)).toBe('חז (וה')
  })

  test('breaking into lines loses and doubles no letter', () => {
    fc.assert(
      fc.property(aText, fc.integer({ min: 30, max: 400 }), (text, width) => {
        const lines = typesetter.linesOf(text, 'letter', width)
        const squeezed = (all: string) => all.replaceAll(' ', '')
        expect(squeezed(lines.map(withoutMarks).join(''))).toBe(squeezed(text))
      }),
    )
  })

  test('turning round loses and doubles no letter, except that brackets turn', () => {
    const letters = (text: string) =>
      Array.from(text.replaceAll(/[()«»]/gu, '|'))
        .toSorted()
        .join('')
    fc.assert(
      fc.property(aText, fc.integer({ min: 30, max: 400 }), (text, width) => {
        for (const line of typesetter.linesOf(text, 'letter', width))
          expect(letters(seen(line))).toBe(letters(withoutMarks(line)))
      }),
    )
  })

  test('a line is as wide as what is drawn of it, and no wider than its place', () => {
    const font = innerFont(doc, 'regular')
    fc.assert(
      fc.property(aText, (text) => {
        for (const line of typesetter.linesOf(text, 'letter', 120)) {
          const drawn = directedRuns(line)
            .flatMap((run) => shapedRun(font, run))
            .reduce((sum, { xAdvance }) => sum + (xAdvance * STYLES.letter.size) / 1000, 0)
          expect(typesetter.widthOf(line, 'letter')).toBeCloseTo(drawn, 3)
          expect(drawn).toBeLessThanOrEqual(120.5)
        }
      }),
    )
  })
})

describe('Arabic letters', () => {
  test('are joined: a letter has another shape in the middle of a word than by itself', () => {
    const font = innerFont(doc, 'regular')
    const [alone] = shapedRun(font, { text: 'م', isRightToLeft: true })
    const inside = shapedRun(font, { text: 'حمد', isRightToLeft: true })[1]
    expect(inside?.code).not.toBe(alone?.code)
  })
})

describe.skipIf(!hasTool('pdftotext'))('names of right-to-left scripts in a PDF', () => {
  const names = ['محمد علي', 'علاء الأسطل', 'زهرا رضایی', 'דוד כהן', 'فاطمة بنت أحمد']

  test('can be searched and copied in the order in which they are written', async () => {
    await using work = await workFolder()
    const register = aRegister(names.map((name, index) => anActivity(`n${index}`, `Case of ${name}, closed`)))
    await writeRecordPdf(recordDocument(register, STAMP), STAMP, work.path('r.pdf'))
    const text = await runTool('pdftotext', [work.path('r.pdf'), '-'])
    for (const name of names) expect(text).toContain(name)
    if (hasTool('qpdf'))
      expect(await runTool('qpdf', ['--check', work.path('r.pdf')])).toContain(
        'No syntax or stream encoding errors',
      )
  })

  test.skipIf(!hasTool('pdfinfo'))(
    'are read aloud as they were written, brackets, vowels and joiners too',
    async () => {
      await using work = await workFolder()
      const awkward = ['محمد علي (Ali)', 'مُحَمَّد', 'می‌خواهم', 'דוד כהן 12']
      const register = aRegister(awkward.map((name, index) => anActivity(`n${index}`, name)))
      await writeRecordPdf(recordDocument(register, STAMP), STAMP, work.path('r.pdf'))
      const json = await runTool('qpdf', ['--json', '--json-key=qpdf', work.path('r.pdf')])
      for (const name of awkward) expect(json).toContain(`"/ActualText": "u:${name.normalize('NFC')}"`)
    },
  )
})
