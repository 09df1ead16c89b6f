import type { Box } from '#shared/cases/mark.ts'
import { LABEL_FONT, labelFor, type ShownLabel } from './label-words.ts'
import type { KeptPicture } from './page-picture.ts'
import { UNSEEN_ADVANCE, type UnseenFonts, utf16Hex, winAnsiOf } from './pdf-text.ts'
import { type Region, shareWithin } from './regions.ts'
import type { AreaToRemove, PlacedWord } from './removal.ts'

/** What is put on a page of a volume beside its stamp. */
export type Dressing = {
  /** A new page has nothing of its own: a picture, or one label for all of it. */
  readonly isNew: boolean
  /** How many times a seventy-second of an inch a point of it is, where it is new. */
  readonly unit: number
  readonly picture: KeptPicture | null
  readonly whole: Pick<AreaToRemove, 'label' | 'spoken'> | null
  readonly regions: readonly Region[]
  readonly words: readonly PlacedWord[]
}

/** The picture of a new page, under its name in the resources. */
export const PICTURE_NAME = '/DpoPicture'

type Size = { readonly width: number; readonly height: number }

/** What draws it, in points from the lower left of the page as shown. */
export function dressingContent(
  { picture, whole, regions, words }: Dressing,
  size: Size,
  fonts: UnseenFonts,
): string {
  const lines: string[] = []
  if (picture) lines.push(`q ${n(size.width)} 0 0 ${n(size.height)} 0 0 cm ${PICTURE_NAME} Do Q`)
  for (const word of words) lines.push(unseenWord(word, size, fonts))
  if (whole) lines.push(wholeLabel(whole, size, fonts))
  lines.push(...regionLines(regions, size, fonts))
  return lines.join('\n')
}

/** Text nobody sees, at its place: searched for, selected and read aloud. */
function unseenWord(
  { text, turn, left, top, right, bottom }: PlacedWord,
  { height }: Size,
  fonts: UnseenFonts,
): string {
  const [wide, tall] = turn % 2 === 0 ? [right - left, bottom - top] : [bottom - top, right - left]
  const size = Math.max(1, tall)
  const matrix = [
    `1 0 0 1 ${n(left)} ${n(height - bottom)}`,
    `0 -1 1 0 ${n(left)} ${n(height - top)}`,
    `-1 0 0 -1 ${n(right)} ${n(height - top)}`,
    `0 1 -1 0 ${n(right)} ${n(height - bottom)}`,
  ][turn]!
  const line = unseen(text, { left: 0, baseline: size * 0.2, width: wide, size }, fonts)
  return `q ${matrix} cm BT 3 Tr ${line} ET Q`
}

type Line = {
  readonly left: number
  readonly baseline: number
  readonly width: number
  readonly size: number
}

/** Letters in a line that is exactly so wide. */
function unseen(text: string, { left, baseline, width, size }: Line, fonts: UnseenFonts): string {
  const letters = Array.from(text).length
  const advance = Math.max(0.01, width) / Math.max(1, letters)
  const stretch = (advance / (UNSEEN_ADVANCE * size)) * 100
  const runs = fonts.runsOf(text).map(({ font, hex }) => `${font} ${n(size)} Tf <${hex}> Tj`)
  return `${n(stretch)} Tz 1 0 0 1 ${n(left)} ${n(baseline)} Tm ${runs.join(' ')}`
}

/** Black boxes first, then the labels: none may be drawn over by the box of another. */
function regionLines(regions: readonly Region[], { height }: Size, fonts: UnseenFonts): string[] {
  const all = regions.flatMap(({ boxes }) => boxes)
  const black = all.map(
    ({ left, top, right, bottom }) =>
      `0 0 0 rg ${n(left)} ${n(height - bottom)} ${n(right - left)} ${n(bottom - top)} re f`,
  )
  const labels = regions.flatMap(({ boxes, label, spoken }) => {
    const others = all.filter((box) => !boxes.includes(box))
    const best = bestOf(
      boxes.map((box) => freePart(box, others)),
      label,
    )
    return best
      ? [spokenLabel({ label: best.shown, spoken, box: best.box, colour: '1 1 1' }, height, fonts)]
      : []
  })
  return [...black, ...labels]
}

/** The widest part of a box that no other box covers; a sliver at its left where they leave nothing. */
function freePart(box: Box, others: readonly Box[]): Box {
  let parts: Box[] = [box]
  for (const other of others)
    if (shareWithin(other, box) > 0 || shareWithin(box, other) > 0)
      parts = parts.flatMap((part) => [
        { ...part, right: Math.min(part.right, other.left) },
        { ...part, left: Math.max(part.left, other.right) },
      ])
  const free = parts.filter(({ left, right }) => right > left)
  const widest = free.toSorted((a, b) => b.right - b.left - (a.right - a.left))[0]
  return widest ?? { ...box, right: Math.min(box.right, box.left + 0.5) }
}

type Best = { readonly box: Box; readonly shown: ShownLabel | null }

function bestOf(boxes: readonly Box[], label: string): Best | null {
  const [first, ...others] = boxes.map((box): Best => ({
    box,
    shown: labelFor(label, box.right - box.left, box.bottom - box.top),
  }))
  const worth = ({ shown }: Best) => (shown ? shown.text.length * 100 + shown.size : 0)
  return first ? others.reduce((best, one) => (worth(one) > worth(best) ? one : best), first) : null
}

type Spoken = {
  readonly label: ShownLabel | null
  readonly spoken: string
  readonly box: Box
  readonly colour: string
}

/**
 * What is shown is a part of what is spoken wherever it can be; the rest stands unseen before and after it, so that
 * readers that pass by the replacement text say the same.
 */
function spokenLabel({ label, spoken, box, colour }: Spoken, height: number, fonts: UnseenFonts): string {
  const at = label ? spoken.indexOf(label.text) : -1
  const [before, after] =
    label && at >= 0 ? [spoken.slice(0, at), spoken.slice(at + label.text.length)] : [`${spoken} `, '']
  const size = label?.size ?? Math.max(1, Math.min(8, (box.bottom - box.top) * 0.8))
  const width = label?.width ?? 0
  const middle = (box.left + box.right - width) / 2
  const baseline = height - (box.top + box.bottom) / 2 - size * 0.35
  const side = Math.max(0.2, middle - box.left)
  const parts = ['3 Tr', unseen(before, { left: box.left, baseline, width: side, size }, fonts)]
  if (label)
    parts.push(
      `0 Tr ${colour} rg ${LABEL_FONT} ${n(size)} Tf 100 Tz 1 0 0 1 ${n(middle)} ${n(baseline)} Tm <${winAnsiHex(label.text)}> Tj`,
    )
  if (after !== '')
    parts.push('3 Tr', unseen(after, { left: middle + width, baseline, width: side, size }, fonts))
  return `/Span <</ActualText <FEFF${utf16Hex(spoken)}>>> BDC q BT ${parts.join(' ')} ET Q EMC`
}

/** A page that is removed as a whole says so in its middle. */
function wholeLabel(
  { label, spoken }: Pick<AreaToRemove, 'label' | 'spoken'>,
  size: Size,
  fonts: UnseenFonts,
): string {
  const box = {
    left: size.width * 0.1,
    right: size.width * 0.9,
    top: size.height * 0.4,
    bottom: size.height * 0.6,
  }
  return spokenLabel(
    { label: labelFor(label, box.right - box.left, box.bottom - box.top), spoken, box, colour: '0 0 0' },
    size.height,
    fonts,
  )
}

const winAnsiHex = (text: string) =>
  Array.from(text, (letter) => (winAnsiOf(letter) ?? 0x20).toString(16).padStart(2, '0')).join('')

const n = (value: number) => `${Math.round(value * 1000) / 1000}`
