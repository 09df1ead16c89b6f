import { describe, expect, test } from 'vitest'
import { sectionsOf } from '#engine/cases/import/text-blocks.ts'
import { makeTextPaper } from '#engine/cases/import/text-paper.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import { shareFonts } from '#engine/pdf/shared-fonts.ts'

const text = (label: string, words: string) => ({ label, text: words, needsOcr: false })
const MAIL = [
  text(
    'Message',
    'From: Ann <a@example.org>\nDate: 2026-07-05T08:30:00.000Z\nSubject: The review\n\nDear all,\n\n    indented\n\nשלום עולם\nend 𓀀',
  ),
]
const BOOK = [
  text('Sheet Budget', 'Name\tAge\nSam\t12'),
  text('Sheet Empty', ' \n '),
  text('Sheet More', 'Jo\t\tnote'),
  text('Comments', 'Ann: check'),
]

describe('a PDF of the texts of a file', () => {
  test('is the same bytes for the same texts, whatever was laid out before', async () => {
    const fonts = shareFonts()
    const first = (await makeTextPaper('eml', MAIL, fonts))!
    await makeTextPaper('xlsx', BOOK, fonts)
    const again = (await makeTextPaper('eml', MAIL, fonts))!
    const alone = (await makeTextPaper('eml', MAIL))!
    expect(again.pdf.equals(first.pdf)).toBe(true)
    expect(alone.pdf.equals(first.pdf)).toBe(true)
    expect(await makeTextPaper('txt', [text('Text', ' \n')])).toBeNull()
  })

  test('holds every word, heads in UK time, and what cannot be shown written out', async () => {
    const papers = startPapers()
    try {
      const { pdf } = (await makeTextPaper('eml', MAIL))!
      const paper = await papers.open('mail', () => pdf)
      const page = await paper.read(1)
      expect(paper.pages).toBe(1)
      for (const words of ['From:', 'Sun 5 July 2026, 09:30 UK time', 'The review', 'indented', '[U+13000]'])
        expect(page.text).toContain(words)
      expect(page.text).toMatch(/שלום/u)
      expect(page.needsRecognition).toBe(false)

      // A text without a space in it still breaks, and a long one goes on over many pages.
      const long = (await makeTextPaper('txt', [
        text('Text', `${'x'.repeat(9000)}\n${'words\n'.repeat(500)}the end`),
      ]))!
      const many = await papers.open('long', () => long.pdf)
      expect(many.pages).toBe(long.labels.length)
      expect(many.pages).toBeGreaterThan(8)
      expect((await many.read(many.pages)).text).toContain('the end')
      expect((await many.read(1)).text.replaceAll(/[^x]/gu, '').length).toBeGreaterThan(3000)
    } finally {
      await papers.close()
    }
  })

  test('begins each sheet on a page that bears its name, and says what does not show on paper', async () => {
    expect((await makeTextPaper('xlsx', BOOK))!.labels).toEqual(['Sheet Budget', 'Sheet More'])
    const [budget, more, comments] = sectionsOf('xlsx', BOOK)
    expect(budget!.blocks).toContainEqual({ kind: 'row', text: 'Sam | 12', isFirst: false })
    expect(more!.blocks).toContainEqual({ kind: 'row', text: 'Jo |  | note', isFirst: true })
    expect(comments!.blocks[0]).toEqual({
      kind: 'heading',
      text: 'Comments, which do not show on the printed page',
    })
    expect(sectionsOf('txt', [text('Text', 'only this')])[0]).toEqual({
      label: '',
      ownPage: false,
      blocks: [{ kind: 'line', text: 'only this', indent: 0 }],
    })
  })
})
