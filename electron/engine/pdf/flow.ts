import { emptyPage, type Page, SHEET, type StyleName, STYLES, type Tag } from './page.ts'
import type { Typesetter } from './typesetter.ts'

/** Lets text run down the pages. Finished pages are handed over and forgotten. */
export type Flow = {
  readonly typesetter: Typesetter
  /** Where the next line goes. */
  y: number
  readonly page: () => Page
  /** What running heads say from here on. */
  running: string
  readonly newPage: () => void
  /** Begins a new page unless so much height is left on this one. */
  readonly ensure: (height: number) => void
  /** Draws a text in lines of its own and moves below it. */
  readonly paragraph: (
    text: string,
    style: StyleName,
    tag: Tag | null,
    at?: { x?: number; width?: number },
  ) => void
  /** Leaves room, but not at the top of a page. */
  readonly space: (height: number) => void
  readonly rule: (y: number, colour: string, thickness: number) => void
  /** The pages that are finished since the last time. */
  readonly takeFinished: () => readonly Page[]
  readonly end: () => readonly Page[]
}

/** A flow with an empty first page. */
export function startFlow(typesetter: Typesetter): Flow {
  let page = emptyPage('')
  let finished: Page[] = []
  const flow: Flow = {
    typesetter,
    y: SHEET.top,
    running: '',
    page: () => page,
    newPage: () => {
      finished.push(page)
      page = emptyPage(flow.running)
      flow.y = SHEET.top
    },
    ensure: (height) => {
      if (flow.y + height > SHEET.bottom && flow.y > SHEET.top) flow.newPage()
    },
    paragraph: (text, style, tag, { x = SHEET.left, width = SHEET.right - SHEET.left } = {}) => {
      const { leading } = STYLES[style]
      for (const line of typesetter.linesOf(text, style, width)) {
        flow.ensure(leading)
        page.texts.push({ text: line, x, y: flow.y, style, tag })
        flow.y += leading
      }
    },
    space: (height) => {
      if (flow.y > SHEET.top) flow.y += height
    },
    rule: (y, colour, thickness) => {
      page.rules.push({ x: SHEET.left, y, width: SHEET.right - SHEET.left, colour, thickness })
    },
    takeFinished: () => {
      const taken = finished
      finished = []
      return taken
    },
    end: () => [...flow.takeFinished(), page],
  }
  return flow
}
