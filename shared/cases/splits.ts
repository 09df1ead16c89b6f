import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { DocumentType } from './document.ts'
import { featuresOf, type PageFeatures } from './splits/features.ts'

/** A page of a file as far as proposals need it. */
export type SplitPage = {
  /** Its number in the file, from 1. */
  readonly number: number
  readonly text: string
  /** In points. */
  readonly width: number
  readonly height: number
  /** Whether it is mostly a picture, so that it may say something without words. */
  readonly isPicture: boolean
}

/** Where a document is proposed to begin, why, and what the page says of it. */
export type Proposal = {
  readonly number: number
  /** In words: "it is headed “Case note”; its date is Tue 5 January 2027"; empty for the first page of a file. */
  readonly because: string
  readonly type: DocumentType | null
  readonly dated: PlainDate | null
  /** Empty where the page does not say. */
  readonly title: string
  readonly author: string
}

/** Goes through the pages of a file, in order. */
export type Reader = {
  readonly take: (page: SplitPage) => void
  /** Where documents begin so far; the first page is always among them. */
  readonly proposals: () => readonly Proposal[]
}

type Sign = { readonly weight: number; readonly says: string }

/** Signs together weigh so much where a document begins. */
const ENOUGH = 3

/**
 * Proposes where documents begin in a file as its pages come. Never inside a run of "page n of m". Only what a page
 * says and what came before counts, so a file of any length takes little memory.
 */
export function startReader(): Reader {
  const proposals: Proposal[] = []
  let before: Before | null = null
  /** Pages of a run "page n of m" that are still to come. */
  let runLeft = 0
  let lastDay: PlainDate | null = null

  function take(page: SplitPage): void {
    const features = featuresOf(page.text)
    const signs = before ? signsAt(page, features, before, { runLeft, lastDay }) : []
    const weight = signs.reduce((sum, sign) => sum + sign.weight, 0)
    const begins = before === null || (!isInRun(features, runLeft) && weight >= ENOUGH)
    const { type, dated, title, author } = features
    if (begins) proposals.push({ number: page.number, because: inWords(signs), type, dated, title, author })
    else if (author && proposals.at(-1)?.author === '') {
      // A letter says at its end who wrote it.
      proposals.push({ ...proposals.pop()!, author })
    }
    runLeft = features.run ? features.run.of - features.run.page : Math.max(0, runLeft - 1)
    lastDay = dated ?? (begins ? null : lastDay)
    before = { page, features }
  }

  return { take, proposals: () => proposals }
}

/** Whether "page n of m" holds a page to the one before it; a page 1 of a new run frees itself. */
function isInRun({ run }: PageFeatures, runLeft: number): boolean {
  if (run) return run.page > 1
  return runLeft > 0
}

type Learned = { readonly runLeft: number; readonly lastDay: PlainDate | null }
type Before = { readonly page: SplitPage; readonly features: PageFeatures }

function signsAt(
  page: SplitPage,
  features: PageFeatures,
  { page: former, features: past }: Before,
  { runLeft, lastDay }: Learned,
): Sign[] {
  const { run, mail, form, dated, letterSigns } = features
  const signs: (Sign | false | null)[] = [
    run?.page === 1 && { weight: 3, says: `it says “page 1 of ${run.of}”` },
    past.run !== null &&
      runLeft === 0 && { weight: 3, says: `the page before is the last of ${past.run.of}` },
    mail && { weight: 3, says: 'the header of a mail stands at its top' },
    form !== null && titleSign(features, past, lastDay),
    features.separator !== null && { weight: 3, says: `it is a separator: “${features.separator}”` },
    past.separator !== null && { weight: 3, says: 'the page before is a separator' },
    !past.hasText && !former.isPicture && { weight: 3, says: 'the page before is blank' },
    !past.hasText && former.isPicture && { weight: 1, says: 'the page before has no words' },
    letterSigns.includes('Dear') &&
      letterSigns.length >= 2 && {
        weight: 3,
        says: `it begins like a letter, with ${letterSigns.join(' and ')}`,
      },
    !letterSigns.includes('Dear') &&
      letterSigns.includes('its reference') && { weight: 2, says: 'it bears a reference' },
    past.endsLikeLetter && { weight: 1, says: 'the page before ends like a letter' },
    dated !== null &&
      lastDay !== null &&
      dated !== lastDay && { weight: 1, says: `its date is ${formatDay(dated)}, not ${formatDay(lastDay)}` },
    isOtherSize(page, former) && { weight: 1, says: 'its size is another' },
  ]
  return features.hasText ? signs.filter((sign) => sign !== false && sign !== null) : []
}

/** The same title on page after page is a running head, unless the day is another. */
function titleSign(
  { form, dated }: PageFeatures,
  past: PageFeatures,
  lastDay: PlainDate | null,
): Sign | null {
  const says = `it is headed “${form}”`
  if (past.form === null || plain(past.form) !== plain(form!)) return { weight: 3, says }
  return dated !== null && lastDay !== null && dated !== lastDay ? { weight: 2, says } : null
}

const plain = (title: string) => title.toLowerCase().replaceAll(/[^\p{L}]+/gu, '')

/** Sizes this much apart are different sheets of paper. */
const SIZE_TOLERANCE = 0.06

function isOtherSize(one: SplitPage, other: SplitPage): boolean {
  const differs = (a: number, b: number) => Math.abs(a - b) > SIZE_TOLERANCE * Math.max(a, b)
  return differs(one.width, other.width) || differs(one.height, other.height)
}

function inWords(signs: readonly Sign[]): string {
  const told = signs.map(({ says }) => says).join('; ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}
