import type { Box } from '#shared/cases/mark.ts'
import { lettersOf } from '#shared/cases/needles/fold.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import { isWithin, type Letter } from './letters-on-page.ts'
import { type Area, areaOf, colourOf, differs, isEmpty, maskOf, type Picture, type Size } from './pixels.ts'

/** What is wrong with a marked box; empty where nothing is. */
export type BoxFault = '' | 'no box' | 'not solid' | 'shows through' | 'letters'

export type BoxChecked = {
  readonly box: Box
  readonly area: RemovedArea
  /** What labels of other boxes that reach into this one say. */
  readonly labels: string
  readonly isWholePage: boolean
  /** The drawn page, and its size in pixels for a point. */
  readonly drawn: Picture
  readonly original: Picture | null
  readonly scale: number
  readonly letters: readonly Letter[]
  /** Where texts leave ink. */
  readonly texts: readonly Box[]
  readonly stamp: Box | null
}

/** A colour as light as this is paper. */
const PAPER = 232
/** Ink and a solid colour differ by so much. */
const INK = 40
/** Something that shows through a box of one colour is this much of another at least. */
const FAINT = 14
/** This share of a box may be of another colour: the softened edges of letters. */
const STRAY = 0.01
const FEW_PIXELS = 6

/**
 * Whether a box covers what is marked: one colour from edge to edge, but for the letters of its label, which say
 * nothing else, and nothing of the original showing through.
 */
export function faultOf(checked: BoxChecked): BoxFault {
  const { box, area, labels, isWholePage, drawn, original, scale, letters, texts, stamp } = checked
  const inBox = letters.filter((letter) => isWithin(letter, box) && !(stamp && isWithin(letter, stamp)))
  if (!areLabel(inBox, area, labels)) return 'letters'
  const inside = insideOf(box, scale, drawn)
  if (isEmpty(inside)) return ''
  const explained = maskOf(drawn, [
    ...texts.filter((one) => isWithin(one, box)).map((label) => areaOf(label, scale, 2, drawn)),
    ...(stamp ? [areaOf(stamp, scale, 1, drawn)] : []),
  ])
  const colour = colourOf(drawn, inside, explained)
  if (!isWholePage && colour.every((part) => part >= PAPER)) return 'no box'
  if (strayIn(drawn, inside, colour, explained)) return 'not solid'
  return original && showsThrough(drawn, original, inside, colour, explained) ? 'shows through' : ''
}

/** The pixels that lie in a box as a whole; at least the one in its middle. */
export function insideOf(box: Box, scale: number, size: Size): Area {
  const inside = {
    left: Math.max(0, Math.ceil(box.left * scale + 0.6)),
    top: Math.max(0, Math.ceil(box.top * scale + 0.6)),
    right: Math.min(size.width, Math.floor(box.right * scale - 0.6)),
    bottom: Math.min(size.height, Math.floor(box.bottom * scale - 0.6)),
  }
  if (!isEmpty(inside)) return inside
  const [x, y] = [
    Math.floor(((box.left + box.right) / 2) * scale),
    Math.floor(((box.top + box.bottom) / 2) * scale),
  ]
  return { left: x, top: y, right: Math.min(size.width, x + 1), bottom: Math.min(size.height, y + 1) }
}

/** Whether the letters in a box are those of its label, however they are broken. */
function areLabel(letters: readonly Letter[], { label, spoken }: RemovedArea, labels: string): boolean {
  const said = lettersOf(`${label} ${spoken} redacted ${label} ${labels}`)
  return (
    lettersOf(letters.map(({ letter }) => letter).join(''))
      .match(/.{1,400}/gsu)
      ?.every((part) => said.includes(part) || isMadeOf(part, said)) ?? true
  )
}

/** A piece of a label with fewer letters is told from chance only where there are few such pieces. */
const PIECE = 4

/** Whether letters are pieces of the label one after another; of short pieces there may be three letters in all. */
function isMadeOf(letters: string, said: string): boolean {
  let short = 0
  for (let at = 0; at < letters.length;) {
    let length = letters.length - at
    while (length > 0 && !said.includes(letters.slice(at, at + length))) length -= 1
    if (length === 0) return false
    if (length < PIECE) short += length
    at += length
  }
  return short < PIECE
}

function strayIn(drawn: Picture, inside: Area, colour: readonly number[], explained: Uint8Array): boolean {
  let stray = 0
  for (let y = inside.top; y < inside.bottom; y += 1)
    for (let x = inside.left; x < inside.right; x += 1) {
      const pixel = y * drawn.width + x
      if (!explained[pixel] && differs(drawn.pixels, pixel * 4, colour, INK)) stray += 1
    }
  const size = (inside.right - inside.left) * (inside.bottom - inside.top)
  return stray > FEW_PIXELS && stray > size * STRAY
}

/** How much more often something is seen where ink was than elsewhere, if it shows through. */
const THROUGH = 0.5
/** The letters of a label stand where the letters before them stood, so there nearly all ink has to be seen. */
const THROUGH_LABEL = 0.85

/** Whether what is of another colour in a box lies where ink was in the original, and nowhere else. */
export function showsThrough(
  drawn: Picture,
  original: Picture,
  inside: Area,
  colour: readonly number[],
  label?: Uint8Array,
): boolean {
  const paper = colourOf(original, inside)
  const beside = { ink: 0, inkSeen: 0, other: 0, otherSeen: 0 }
  const within = { ...beside }
  for (let y = inside.top; y < inside.bottom; y += 1)
    for (let x = inside.left; x < inside.right; x += 1) {
      const here = ((y - drawn.top) * drawn.width + x - drawn.left) * 4
      const there = ((y - original.top) * original.width + x - original.left) * 4
      const counts = label?.[here / 4] ? within : beside
      const isSeen = differs(drawn.pixels, here, colour, FAINT) ? 1 : 0
      const isInk = differs(original.pixels, there, paper, 2 * INK)
      counts[isInk ? 'ink' : 'other'] += 1
      counts[isInk ? 'inkSeen' : 'otherSeen'] += isSeen
    }
  return isMoreSeen(beside, THROUGH) || isMoreSeen(within, THROUGH_LABEL)
}

type Counts = {
  readonly ink: number
  readonly inkSeen: number
  readonly other: number
  readonly otherSeen: number
}

const isMoreSeen = ({ ink, inkSeen, other, otherSeen }: Counts, by: number) =>
  ink >= FEW_PIXELS && inkSeen / ink - otherSeen / Math.max(1, other) > by
