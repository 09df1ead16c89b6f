/// <reference types="vite/client" />
import { createElement } from 'react'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { drawChart } from '#engine/pdf/charts.ts'
import { pageDrawer } from '#engine/pdf/draw-page.ts'
import { startFlow } from '#engine/pdf/flow.ts'
import type { Tag } from '#engine/pdf/page.ts'
import { typesetterFor } from '#engine/pdf/typesetter.ts'
import { ChartFigure } from '#renderer/ui/charts/ChartFigure.tsx'
import { type Chart, chartSummary, chartTable, horizontalBars, stackedBars } from '#shared/charts/chart.ts'
import { hasTool, runTool, workFolder } from './material.ts'

const STACKED = stackedBars({
  title: 'Requests by month',
  heading: 'Month',
  unit: 'requests',
  categories: ['Sep 2026', 'Oct 2026', 'Nov 2026'],
  series: [
    { key: 'in', label: 'In time', values: [4, 3, 5] },
    { key: 'late', label: 'Late', values: [1, 0, 2] },
  ],
})
const LYING = horizontalBars({ title: 'Breaches by cause', unit: 'breaches', heading: 'Cause' }, [
  { label: 'Data emailed to incorrect recipient', value: 11 },
  { label: 'Failure to use bcc', value: 4 },
  { label: 'Loss or theft of paperwork, or data left in insecure location', value: 2 },
])

async function writtenPdf(charts: readonly Chart[], path: string): Promise<void> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    compress: false,
  })
  const written = finished(doc.pipe(createWriteStream(path)))
  const typesetter = typesetterFor(doc)
  const flow = startFlow(typesetter)
  const root: Tag = { type: 'Document', parent: null }
  const section: Tag = { type: 'Sect', parent: root }
  for (const chart of charts) drawChart(flow, chart, section)
  flow.page().closed.push(section, root)
  const pages = flow.end()
  const draw = pageDrawer(doc, typesetter, { title: 'Charts', footer: 'Foot', total: pages.length })
  for (const page of pages) draw(page)
  doc.end()
  await written
}

describe('charts in a PDF', () => {
  test.skipIf(!hasTool('pdftotext') || !hasTool('qpdf'))(
    'show their labels and all their numbers, in a file that is sound',
    async () => {
      await using work = await workFolder()
      await writtenPdf([STACKED, LYING], work.path('c.pdf'))
      const text = await runTool('pdftotext', ['-layout', work.path('c.pdf'), '-'])
      for (const chart of [STACKED, LYING]) {
        expect(text).toContain(chart.title)
        for (const [name = '', ...cells] of chartTable(chart).rows)
          expect(text).toMatch(new RegExp(`${name.slice(0, 20)}.*\\s${cells.join('\\s+')}`, 'u'))
      }
      expect(await runTool('qpdf', ['--check', work.path('c.pdf')])).toContain(
        'No syntax or stream encoding errors',
      )
    },
  )

  test('are figures with words, read between their title and their table', async () => {
    await using work = await workFolder()
    await writtenPdf([STACKED], work.path('c.pdf'))
    const bytes = (await readFile(work.path('c.pdf'))).toString('latin1')
    expect(bytes.match(/\/S \/Figure/g)).toHaveLength(1)
    expect(bytes).toContain(`/Alt (${chartSummary(STACKED)})`)
    const order = [...bytes.matchAll(/^\/(P|Figure|TH|TD) <<\s*\/MCID/gm)].map(([, type]) => type)
    expect(order.slice(0, 4)).toEqual(['P', 'Figure', 'P', 'TH'])
  })

  test('that do not fit begin on a new page, whole', async () => {
    await using work = await workFolder()
    await writtenPdf(
      Array.from({ length: 5 }, () => STACKED),
      work.path('c.pdf'),
    )
    const bytes = (await readFile(work.path('c.pdf'))).toString('latin1')
    expect(bytes.match(/\/S \/Figure/g)).toHaveLength(5)
    expect(bytes.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1)
  })
})

describe('charts on the screen', () => {
  test('say in words what they show, and hold the same numbers as a table', () => {
    const html = renderToStaticMarkup(createElement(ChartFigure, { chart: STACKED }))
    expect(html).toContain(chartSummary(STACKED))
    expect(html.match(/<rect x=/g)).toHaveLength(6)
    expect(html).toContain('<title>Nov 2026, Late: 2 requests</title>')
    expect(html).toContain('<th scope="row">Oct 2026</th><td>3</td><td>0</td><td>3</td>')
  })

  test('lead to what they count, by mouse and by keyboard, only where something opens', () => {
    const buttons = (onChoose?: () => void) =>
      renderToStaticMarkup(createElement(ChartFigure, { chart: LYING, onChoose })).match(/<button/g)?.length
    expect(buttons(() => {})).toBe(3)
    expect(buttons()).toBeUndefined()
  })
})
