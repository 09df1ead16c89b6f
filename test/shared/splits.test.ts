import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayIn, headingDay } from '#shared/cases/splits/dates.ts'
import { featuresOf } from '#shared/cases/splits/features.ts'
import { type SplitPage, startReader } from '#shared/cases/splits.ts'
import { aCareFile } from '#test/support/a-care-file.ts'

const page = (number: number, text: string, more: Partial<SplitPage> = {}): SplitPage => ({
  number,
  text,
  width: 595,
  height: 842,
  isPicture: false,
  ...more,
})

function proposeDocuments(pages: readonly SplitPage[]) {
  const reader = startReader()
  pages.forEach((one) => reader.take(one))
  return reader.proposals()
}

const begins = (...texts: string[]) =>
  proposeDocuments(texts.map((text, index) => page(index + 1, text))).map(({ number }) => number)

const PROSE =
  'The family were visited at home and spoke about school, meals and bed times.\nNothing else was raised.'

describe('days as people write them', () => {
  test.each([
    ['12/03/2019', '2019-03-12'],
    ['Date: 1.2.19', '2019-02-01'],
    ['7/8/97', '1997-08-07'],
    ['12th March 2019', '2019-03-12'],
    ['Tuesday 3 Sept 2024', '2024-09-03'],
    ['Sent: Tuesday, March 12, 2019 9:14 AM', '2019-03-12'],
    ['2019-03-12', '2019-03-12'],
    ['31/02/2019', null],
    ['Room 12/14', null],
  ])('%s', (line, day) => {
    expect(dayIn(line)).toBe(day)
  })

  test('a day counts as that of the writing when it is labelled or alone, and never when somebody was born on it', () => {
    expect(headingDay('Date of visit: 12/03/2019')).toBe('2019-03-12')
    expect(headingDay('Tuesday 12 March 2019, 10:30am')).toBe('2019-03-12')
    expect(headingDay('She was seen on 12/03/2019 by the health visitor')).toBeNull()
    expect(headingDay('Date of birth: 12/03/2009')).toBeNull()
    expect(headingDay('DOB 12/03/2009')).toBeNull()
  })
})

describe('what a page says', () => {
  test('a printed mail gives its sender, subject and day', () => {
    const found = featuresOf(
      'From: Amina Yusuf <a.yusuf@example.org>\nSent: 12 March 2019 09:14\nTo: Duty Team\nSubject: School place\n\nHello,',
    )
    expect(found).toMatchObject({
      type: 'email',
      title: 'School place',
      author: 'Amina Yusuf',
      dated: '2019-03-12',
    })
  })

  test('a letter gives whom it is to, or what it is about, its day and who signed it', () => {
    const text = '1 High Street\nLeeds LS1 1AA\nOur ref: AB/1\n4 May 2020\nDear Mrs Khan\n'
    expect(featuresOf(`${text}We met last week.\nYours sincerely\nPriya Shah`)).toMatchObject({
      type: 'letter',
      title: 'Letter to Mrs Khan',
      dated: '2020-05-04',
      author: 'Priya Shah',
    })
    expect(featuresOf(`${text}Re: Contact at Easter\nWe met.`).title).toBe('Contact at Easter')
  })

  test('a title counts near the top of a page only', () => {
    expect(featuresOf('Initial Assessment\nName of child').form).toBe('Initial Assessment')
    expect(featuresOf(`${PROSE}\n${PROSE}\n${PROSE}\nInitial Assessment\n`).form).toBeNull()
    expect(featuresOf('Initial assessment was finished late, and the team was told so.').form).toBeNull()
  })
})

describe('where documents begin', () => {
  test('the first page always begins one, and a file of prose is one document', () => {
    expect(begins(PROSE, PROSE, PROSE, PROSE)).toEqual([1])
    expect(proposeDocuments([])).toEqual([])
  })

  test.each<[why: string, texts: string[], expected: number[], because: RegExp]>([
    ['a mail', [PROSE, `From: A B\nTo: C D\nSubject: x\n${PROSE}`], [1, 2], /header of a mail/],
    ['a title', [PROSE, `LAC review\n${PROSE}`], [1, 2], /headed “LAC review”/],
    ['page 1 of m', [PROSE, `${PROSE}\nPage 1 of 3`], [1, 2], /page 1 of 3/],
    ['a blank page before', [PROSE, ' ', PROSE], [1, 3], /before is blank/],
    [
      'a page left blank on purpose',
      [PROSE, 'This page is intentionally left blank', PROSE],
      [1, 3],
      /blank/,
    ],
    ['a separator', [PROSE, 'Section 3 Health', PROSE], [1, 2, 3], /separator/],
    ['the last of a run before', [`${PROSE}\nPage 2 of 2`, PROSE], [1, 2], /the last of 2/],
  ])('after %s', (_, texts, expected, because) => {
    const found = proposeDocuments(texts.map((text, index) => page(index + 1, text)))
    expect(found.map(({ number }) => number)).toEqual(expected)
    expect(found[1]!.because).toMatch(because)
  })

  test('a title that runs on from page to page begins one document, until the day is another', () => {
    const head = (day: string, day2 = day) => [
      `Case note\nDate: ${day}\n${PROSE}`,
      `Case note\nDate: ${day2}\n${PROSE}`,
    ]
    expect(begins(...head('1 May 2020'))).toEqual([1])
    expect(begins(...head('1 May 2020', '2 May 2020'))).toEqual([1, 2])
  })

  test('never inside a run of pages, whatever its pages look like', () => {
    const startling = fc.constantFrom(
      'Initial Assessment',
      'From: A\nTo: B\nSubject: c',
      'Dear Sir\nOur ref: 1\n1 May 2020',
      '',
    )
    fc.assert(
      fc.property(fc.array(startling, { minLength: 2, maxLength: 12 }), fc.boolean(), (tops, isLabelled) => {
        const texts = tops.map((top, index) =>
          index === 0 || isLabelled ? `${top}\n${PROSE}\nPage ${index + 1} of ${tops.length}` : top,
        )
        expect(begins(...texts)).toEqual([1])
      }),
    )
  })

  test('any text is taken, and every page is proposed at most once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii' }), { maxLength: 20 }), (texts) => {
        const found = begins(...texts)
        expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
      }),
    )
  })

  test('a made-up care file of 400 documents is taken apart nearly as it was put together', () => {
    const { pages, starts, types } = aCareFile(400)
    const found = proposeDocuments(pages)
    const right = found.filter(({ number }) => starts.has(number)).length
    const [precision, recall] = [right / found.length, right / starts.size]
    const typed = found.filter(({ number, type }) => starts.has(number) && types.get(number) === type).length
    console.log(
      `${pages.length} pages, ${starts.size} documents: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, type right in ${((100 * typed) / right).toFixed(0)} %`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
    expect(typed / right).toBeGreaterThanOrEqual(0.8)
  })
})
