import { type Dictionary, isDictionary, type Resolve, type Value } from './pdf-objects.ts'

/** A page as it is shown: from its own coordinates, and how large it is, in points. */
export type Shown = { readonly matrix: readonly number[]; readonly width: number; readonly height: number }

/** Letters of Courier are all so wide, in parts of their size. */
const LETTER_WIDTH = 0.6
const LEAST_SIZE = 4
const LARGEST_SIZE = 30
/** A page of A4 gets letters of ten points. */
const SIDE_PER_SIZE = 60
/** The plate takes at most so much of the width. */
const WIDEST = 0.9

/** The font of stamps, under its name in the resources of a page. */
export const STAMP_FONT = '/DpoStamp'

/** What draws the reference of a page on a white plate in its lower right corner, in points from the lower left as shown. */
export function stampContent({ width, height }: Shown, text: string): string {
  const bySide = Math.min(LARGEST_SIZE, Math.max(LEAST_SIZE, Math.min(width, height) / SIDE_PER_SIZE))
  const letters = text.length * LETTER_WIDTH
  const size = Math.min(bySide, (width * WIDEST) / (letters + 0.8), height * 0.3)
  const plate = { width: size * (letters + 0.8), height: size * 1.5 }
  const margin = Math.min(size * 0.8, (width - plate.width) / 2)
  const [left, bottom] = [width - margin - plate.width, Math.min(margin, height - plate.height)]
  return [
    `1 1 1 rg ${[left, bottom, plate.width, plate.height].map(number).join(' ')} re f`,
    `0 0 0 rg BT ${STAMP_FONT} ${number(size)} Tf ${number(left + size * 0.4)} ${number(bottom + size * 0.45)} Td`,
    `(${text.replaceAll(/[()\\]/gu, String.raw`\$&`)}) Tj ET`,
  ].join('\n')
}

/** How a page is shown, by its boxes and its rotation. */
export function shownPage(page: Dictionary, resolve: Resolve): Shown {
  const media = boxOf(page.get('/MediaBox'), resolve) ?? [0, 0, 595, 842]
  const crop = within(boxOf(page.get('/CropBox'), resolve), media)
  const [left, bottom, right, top] = crop
  const turn = (((Math.round(Number(resolve(page.get('/Rotate')) ?? 0) / 90) * 90) % 360) + 360) % 360
  const [width, height] = [right - left, top - bottom]
  if (turn === 90) return { matrix: [0, 1, -1, 0, right, bottom], width: height, height: width }
  if (turn === 180) return { matrix: [-1, 0, 0, -1, right, top], width, height }
  if (turn === 270) return { matrix: [0, -1, 1, 0, left, top], width: height, height: width }
  return { matrix: [1, 0, 0, 1, left, bottom], width, height }
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

function boxOf(value: Value | undefined, resolve: Resolve): Box | null {
  const list = resolve(value)
  if (!Array.isArray(list)) return null
  const [a, b, c, d] = list.map((one) => Number(resolve(one)))
  if (![a, b, c, d].every((one) => Number.isFinite(one))) return null
  const box: Box = [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)]
  return box[2] - box[0] >= 1 && box[3] - box[1] >= 1 ? box : null
}

/** What of a cropped page lies on its sheet; the whole sheet where nothing does. */
function within(crop: Box | null, media: Box): Box {
  if (!crop) return media
  const both: Box = [
    Math.max(crop[0], media[0]),
    Math.max(crop[1], media[1]),
    Math.min(crop[2], media[2]),
    Math.min(crop[3], media[3]),
  ]
  return both[2] - both[0] >= 1 && both[3] - both[1] >= 1 ? both : media
}

const number = (value: number) => `${Math.round(value * 1000) / 1000}`

/** Adds to what a page may use of one kind, "/Font" or "/XObject"; what it shares with other pages is copied first. */
export function withResources(page: Dictionary, resolve: Resolve, kind: string, more: Dictionary): void {
  const shared = resolve(page.get('/Resources'))
  const resources: Dictionary = new Map(isDictionary(shared) ? shared : [])
  const known = resolve(resources.get(kind))
  resources.set(kind, new Map([...(isDictionary(known) ? known : []), ...more]))
  page.set('/Resources', resources)
}
