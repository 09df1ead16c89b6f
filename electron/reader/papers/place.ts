import type { Word } from '#shared/cases/page.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'

/** A box in points from the top left of the page as it is shown. */
export type Box = Pick<Word, 'left' | 'top' | 'right' | 'bottom'>

/** How a page is shown: its size in points, and where its own coordinates are on it. */
export type Place = {
  readonly width: number
  readonly height: number
  /** From the page's own coordinates, whichever corner stands where. */
  box(left: number, bottom: number, right: number, top: number): Box
}

/** PDFium answers in whole units, so it is asked far from the origin. */
const FAR = 10_000

/** The place of a page with its rotation, its crop box and its unit. */
export function placeOnPage({ m, heap, withMemory }: Pdfium, page: number): Place {
  const width = Math.max(1, m.FPDF_GetPageWidthF(page))
  const height = Math.max(1, m.FPDF_GetPageHeightF(page))
  const at = (x: number, y: number) =>
    withMemory(8, (out) => {
      const [w, h] = [Math.round(width * 100), Math.round(height * 100)]
      m.FPDF_PageToDevice(page, 0, 0, w, h, 0, x, y, out, out + 4)
      const told = Buffer.from(heap().buffer, out, 8)
      return [(told.readInt32LE(0) / w) * width, (told.readInt32LE(4) / h) * height] as const
    })
  const [zero, right, up] = [at(0, 0), at(FAR, 0), at(0, FAR)]
  const [ax, ay] = [(right[0] - zero[0]) / FAR, (right[1] - zero[1]) / FAR]
  const [bx, by] = [(up[0] - zero[0]) / FAR, (up[1] - zero[1]) / FAR]
  return {
    width,
    height,
    box(x1, y1, x2, y2) {
      const [px, py] = [zero[0] + ax * x1 + bx * y1, zero[1] + ay * x1 + by * y1]
      const [qx, qy] = [zero[0] + ax * x2 + bx * y2, zero[1] + ay * x2 + by * y2]
      return {
        left: Math.min(px, qx),
        top: Math.min(py, qy),
        right: Math.max(px, qx),
        bottom: Math.max(py, qy),
      }
    },
  }
}
