import type { Guide, GuideBlock } from '#shared/portability/guide-blocks.ts'
import { type Flow, startFlow } from '../../pdf/flow.ts'
import { ACCENT_COLOUR, type Page, SHEET, STYLES, type Tag } from '../../pdf/page.ts'
import { drawBlock } from '../../pdf/rows.ts'
import type { Typesetter } from '../../pdf/typesetter.ts'

const WIDTH = SHEET.right - SHEET.left
const INDENT = 14
/** Lines of a paragraph that are not parted by the end of a page. */
const LINES_TOGETHER = 6
/** What has to follow a heading on its page, in points. */
const BELOW_HEADING = 60

/** The guide as pages, below a root of its own. */
export function guidePages(guide: Guide, typesetter: Typesetter, root: Tag): readonly Page[] {
  const flow = startFlow(typesetter)
  flow.paragraph(guide.title, 'title', { type: 'H1', parent: root })
  flow.y += 2
  flow.paragraph(guide.subtitle, 'subtitle', { type: 'P', parent: root })
  flow.y += 10
  flow.rule(flow.y, ACCENT_COLOUR, 1.5)
  let list: Tag | null = null
  for (const block of guide.blocks) {
    list = block.kind === 'point' ? (list ?? { type: 'L', parent: root }) : null
    drawPart(flow, block, list ?? root)
  }
  const pages = flow.end()
  pages.at(-1)?.closed.push(root)
  return pages
}

function drawPart(flow: Flow, block: GuideBlock, parent: Tag): void {
  switch (block.kind) {
    case 'heading':
      flow.ensure(18 + STYLES.organisation.leading + BELOW_HEADING)
      flow.space(18)
      flow.paragraph(block.text, 'organisation', { type: 'H2', parent })
      return
    case 'text':
      flow.space(5)
      for (const line of block.text.split('\n')) drawLines(flow, line, { type: 'P', parent }, SHEET.left)
      return
    case 'point': {
      flow.space(4)
      const tag: Tag = { type: 'LBody', parent: { type: 'LI', parent } }
      drawLines(flow, block.text, tag, SHEET.left + INDENT, () =>
        flow.page().texts.push({ text: '•', x: SHEET.left, y: flow.y, style: 'letter', tag: null }),
      )
      return
    }
    case 'table':
      flow.space(4)
      drawBlock(flow, block, parent)
  }
}

function drawLines(flow: Flow, text: string, tag: Tag, x: number, before: () => void = () => {}): void {
  const width = WIDTH - (x - SHEET.left)
  const lines = flow.typesetter.linesOf(text, 'letter', width).length
  flow.ensure(Math.min(lines, LINES_TOGETHER) * STYLES.letter.leading)
  before()
  flow.paragraph(text, 'letter', tag, { x, width })
}
