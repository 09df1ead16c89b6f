import type { Box } from '#shared/cases/mark.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { OpenPaper } from '../papers/documents.ts'
import { placeOnPage } from '../papers/place.ts'
import { type BoxFault, faultOf } from './boxes.ts'
import type { Findings } from './findings.ts'
import { countTokens } from '#shared/cases/proof/tokens.ts'
import { type Letter, readLetters, stampOn, textsOnPage, withoutStamp } from './letters-on-page.ts'
import { seeMargins } from './margins.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { cropOf, touches } from './crops.ts'
import type { Crop } from './messages.ts'
import { areaOf, difference, drawPart, maskOf, type Picture, type Size, sizeAt } from './pixels.ts'
import type { SeekPeople } from '#shared/cases/proof/seek-people.ts'
import { seekRemoved } from '#shared/cases/proof/seek-removed.ts'
import { seenUnder } from './under-boxes.ts'

/** A page to look at, and the page it was made of. */
export type CheckedPage = {
  readonly engine: Pdfium
  readonly file: OpenPaper
  readonly known: KnownPage
  readonly original: { readonly paper: OpenPaper; readonly number: number } | null
}

/** Pixels for a point when a page is looked at. */
const SCALE = 1
/** Large sheets are looked at more coarsely. */
const MOST_PIXELS = 4_000_000
/** A page that differs more than this outside its marks, from 0 to 1, looks otherwise. */
const OTHERWISE = 0.03

/** Reads a page and, where something was removed from it, draws and compares it; gives what is to be recognised. */
export function checkPage(checked: CheckedPage, seek: SeekPeople, findings: Findings): Crop[] {
  const { engine, file, known } = checked
  return file.withPage(known.page, (page) => {
    const place = placeOnPage(engine, page)
    const read = readLetters(engine, page, place, known.areas.length > 0)
    const text = withoutStamp(read.text)
    const inText = { reader: 'text', page: known.page, where: 'in the text of the page' } as const
    findings.people(seek(text, { excepted: known.excepted, times: 1 }), inText)
    if (known.areas.length === 0) return []
    const removed = seekRemoved(known)
    findings.removed([...removed.seek(text, 1), ...removed.seekWords(text)], inText)
    missingWords(text, known, findings)
    return lookAt(checked, page, read.letters, findings)
  })
}

/** Words that should have stayed and are not there: nothing leaks, but something may be lost. */
function missingWords(text: string, { page, stays }: KnownPage, findings: Findings): void {
  const there = countTokens(text)
  const missing = [...countTokens(stays)].filter(
    ([word, count]) => word.length > 2 && (there.get(word) ?? 0) < count,
  )
  if (missing.length === 0) return
  const found = missing
    .slice(0, 8)
    .map(([word]) => word)
    .join(' ')
  const says = `${missing.length === 1 ? '1 word that stays is' : `${missing.length} words that stay are`} not in the text of the page any more.`
  findings.add({ reader: 'text', page, mark: null, person: null, kind: 'changed', found, says })
}

function lookAt(checked: CheckedPage, page: number, letters: readonly Letter[], findings: Findings): Crop[] {
  const { engine, known } = checked
  const place = placeOnPage(engine, page)
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (place.width * place.height)))
  const size = sizeAt(place, scale)
  const drawn = drawPart(engine, page, size, { left: 0, top: 0, right: size.width, bottom: size.height })
  const original = drawOriginal(checked, place, scale, findings)
  const texts = textsOnPage(engine, page, place)
  const stamp = stampOn(letters)
  const marked = known.areas.flatMap((area) => boxesOf(area, place))
  const boxes = marked.map(({ box }) => box)
  const faults = marked.map((one) =>
    faultOf({ ...one, labels: labelsInto(one, marked), drawn, original, scale, letters, texts, stamp }),
  )
  for (const [index, fault] of faults.entries())
    if (fault) uncovered(marked[index]!.area, fault, known.page, findings)
  if (original) {
    lookOutside({ known, boxes, stamp, drawn, original, scale }, findings)
    const under = seenUnder({ engine, page, place, size, scale, original }, boxes)
    for (const [index, isSeen] of under.entries())
      if (isSeen && !faults[index]) uncovered(marked[index]!.area, 'under', known.page, findings)
  }
  const mayBeLetters = seeMargins({ boxes, words: known.words, stamp, drawn, scale })
  return marked
    .filter(({ box }) => mayBeLetters(box))
    .map(({ area, box }) => cropOf(checked, page, { area, box, place }))
}

/** Boxes of words of one line may reach into each other; a label stands in one of them. */
const labelsInto = ({ box }: Marked, marked: readonly Marked[]) =>
  marked
    .filter((other) => other.box !== box && touches(other.box, box))
    .map(({ area }) => `${area.label} ${area.spoken} ${area.label}`)
    .join(' ')

type Marked = { readonly area: RemovedArea; readonly box: Box; readonly isWholePage: boolean }

function boxesOf(area: RemovedArea, { width, height }: Size): readonly Marked[] {
  if (area.boxes.length === 0)
    return [{ area, box: { left: 0, top: 0, right: width, bottom: height }, isWholePage: true }]
  return area.boxes.flatMap((box) => {
    const seen = {
      left: Math.max(0, box.left),
      top: Math.max(0, box.top),
      right: Math.min(width, box.right),
      bottom: Math.min(height, box.bottom),
    }
    return seen.right > seen.left && seen.bottom > seen.top ? [{ area, box: seen, isWholePage: false }] : []
  })
}

/** The original in the same size; null where there is none, and where it is of another size, which is told. */
function drawOriginal(
  { engine, original, known }: CheckedPage,
  place: Size,
  scale: number,
  findings: Findings,
): Picture | null {
  if (!original) return null
  return original.paper.withPage(original.number, (page) => {
    const before = placeOnPage(engine, page)
    if (Math.abs(before.width - place.width) > 1 || Math.abs(before.height - place.height) > 1) {
      const says = 'The page has another size than its original.'
      findings.add({
        reader: 'pixels',
        page: known.page,
        mark: null,
        person: null,
        kind: 'changed',
        found: '',
        says,
      })
      return null
    }
    const size = sizeAt(place, scale)
    return drawPart(engine, page, size, { left: 0, top: 0, right: size.width, bottom: size.height })
  })
}

const FAULTS: Readonly<Record<Exclude<BoxFault, ''> | 'under', string>> = {
  'no box': 'Nothing covers the place of a mark.',
  'not solid': 'The box of a mark does not cover it as a whole, or holds more than its label.',
  'shows through': 'What was there shows through the box of a mark.',
  letters: 'Other letters than those of the label stand in the box of a mark.',
  under: 'Under the box of a mark stands what was there before.',
}

function uncovered(
  { mark, person }: RemovedArea,
  fault: Exclude<BoxFault, ''> | 'under',
  page: number,
  findings: Findings,
): void {
  findings.add({ reader: 'pixels', page, mark, person, kind: 'uncovered', found: '', says: FAULTS[fault] })
}

type Outside = {
  readonly known: KnownPage
  readonly boxes: readonly Box[]
  readonly stamp: Box | null
  readonly drawn: Picture
  readonly original: Picture
  readonly scale: number
}

function lookOutside({ known, boxes, stamp, drawn, original, scale }: Outside, findings: Findings): void {
  const marks = [...boxes, ...(stamp ? [stamp] : [])].map((box) => areaOf(box, scale, 3, drawn))
  const differs = difference(drawn, original, maskOf(drawn, marks))
  if (differs <= OTHERWISE) return
  const says = `Outside its marks the page looks otherwise than its original (by ${(differs * 100).toFixed(1)} %).`
  findings.add({
    reader: 'pixels',
    page: known.page,
    mark: null,
    person: null,
    kind: 'changed',
    found: '',
    says,
  })
}
