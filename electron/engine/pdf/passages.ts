import type { Fact } from '#shared/registers/reports/document-model.ts'
import type { Flow } from './flow.ts'
import { SHEET, STYLES, type Tag } from './page.ts'

const ABOVE = 7
const BELOW = 3
const BETWEEN_LINES = 2.2

/** Draws each heading with its text below it, over the whole width: what is long is read, not looked up. */
export function drawPassages(flow: Flow, passages: readonly Fact[], section: Tag): void {
  for (const passage of passages) {
    flow.ensure(passageStart(flow, passage))
    flow.space(ABOVE)
    flow.paragraph(passage.label, 'passage', { type: 'H5', parent: section })
    flow.y += BETWEEN_LINES
    for (const line of passage.lines) {
      flow.paragraph(line, 'body', { type: 'P', parent: section })
      flow.y += BETWEEN_LINES
    }
    flow.y += BELOW
  }
}

/** Height that has to be left for a passage to begin here: its heading and two lines of its text. */
export function passageStart({ typesetter }: Flow, { label }: Fact): number {
  const lines = typesetter.linesOf(label, 'passage', SHEET.right - SHEET.left).length
  return ABOVE + lines * STYLES.passage.leading + BETWEEN_LINES + 2 * STYLES.body.leading
}
