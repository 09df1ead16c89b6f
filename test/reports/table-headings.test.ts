import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { startFlow } from '#engine/pdf/flow.ts'
import { SHEET, type Tag } from '#engine/pdf/page.ts'
import { drawBlock } from '#engine/pdf/rows.ts'
import { typesetterFor } from '#engine/pdf/typesetter.ts'

const SECTION: Tag = { type: 'Sect', parent: null }

test('a long heading of a column breaks into lines inside its column, and the rows begin below it', () => {
  const typesetter = typesetterFor(new PDFDocument({ autoFirstPage: false }))
  const flow = startFlow(typesetter)
  const headings = [
    'Name',
    'Authorised under the contract by the controller',
    'Reviewed',
    'Next review of the record due',
    'Countries',
    'Since',
  ]
  drawBlock(
    flow,
    {
      kind: 'table',
      label: 'Processors',
      columns: headings.map((heading) => ({ heading, share: 1 })),
      rows: [headings.map((_, index) => [`cell ${index}`])],
    },
    SECTION,
  )
  const texts = flow.page().texts
  const heads = texts.filter(({ style }) => style === 'heading')
  const width = (SHEET.right - SHEET.left) / headings.length
  expect(heads.map(({ text }) => text).join(' ')).toBe(headings.join(' '))
  for (const { text, x } of heads)
    expect(x + typesetter.widthOf(text, 'heading'), text).toBeLessThanOrEqual(
      SHEET.left + width * (Math.floor((x - SHEET.left) / width) + 1),
    )
  const lowest = Math.max(...heads.map(({ y }) => y))
  for (const { text, y } of texts.filter(({ text: one }) => one.startsWith('cell')))
    expect(y, text).toBeGreaterThan(lowest + 8)
  const [box] = flow.page().boxes
  expect(box!.y + box!.height).toBeGreaterThan(lowest + 10)
})
