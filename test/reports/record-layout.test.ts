import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { recordPages } from '#engine/pdf/lay-out-record.ts'
import { type Page, SHEET, STYLES } from '#engine/pdf/page.ts'
import { typesetterFor } from '#engine/pdf/typesetter.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import { aFullActivity, anActivity, aRegister, STAMP } from './material.ts'

const typesetter = typesetterFor(new PDFDocument({ autoFirstPage: false }))
const pagesOf = (content: RegisterContent) => [...recordPages(recordDocument(content, STAMP), typesetter)]

describe('the layout', () => {
  test('of an empty register says that there is nothing', () => {
    const texts = pagesOf(aRegister([]))[0]?.texts.map(({ text }) => text)
    expect(texts).toEqual(['No activity is recorded.'])
  })

  const sample = pagesOf(buildSample())
  const long = 'x'.repeat(400)
  const passage = 'A sentence that goes on and on, as they do in real registers. '.repeat(260)
  const awkward = pagesOf(
    aRegister([
      { ...aFullActivity(), securityDescription: passage },
      anActivity('b', long.slice(0, 190), { description: long, notes: long }),
    ]),
  )

  test('keeps every line inside the page', () => {
    for (const { text, x, y, style } of [...sample, ...awkward].flatMap(({ texts }) => texts)) {
      const right = x + typesetter.widthOf(text, style)
      expect(right, text).toBeLessThanOrEqual(SHEET.right + 0.5)
      expect(y + STYLES[style].leading, text).toBeLessThanOrEqual(SHEET.bottom + 1)
    }
  })

  test('never ends a page with a heading', () => {
    const isHeading = (style: string) =>
      ['part', 'organisation', 'reference', 'activity', 'group', 'heading'].includes(style)
    const lowest = ({ texts }: Page) => texts.toSorted((a, b) => b.y - a.y)[0]
    for (const [index, page] of sample.entries())
      expect(isHeading(lowest(page)?.style ?? ''), `page ${index + 1}`).toBe(false)
  })

  test('never prints two lines of a column over one another', () => {
    for (const { texts } of [...sample, ...awkward]) {
      const columns = Map.groupBy(texts, ({ x }) => Math.round(x))
      for (const column of columns.values()) {
        const lines = column.toSorted((a, b) => a.y - b.y)
        lines.forEach((line, index) => {
          const next = lines[index + 1]
          if (next)
            expect(next.y - line.y, `${line.text} / ${next.text}`).toBeGreaterThanOrEqual(
              STYLES[line.style].leading - 3,
            )
        })
      }
    }
  })

  test('loses no word of a passage that is longer than a page', () => {
    const words = awkward
      .flatMap(({ texts }) => texts.filter(({ style }) => style === 'body').map(({ text }) => text))
      .join(' ')
    expect(words.match(/A sentence that goes on/gu)).toHaveLength(260)
  })
})
