import type { PageWords } from '#shared/cases/page.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { OpenPaper } from './documents.ts'
import { pictureShare } from './picture-share.ts'
import { looksLikePaper } from './draw.ts'
import { placeOnPage } from './place.ts'
import { wordsOf } from './words.ts'

/** Characters below which a page with a picture on it is taken for a scan. */
const HARDLY_ANY = 20
/** Characters above which a page is something to read, whatever stands behind them. */
const TO_READ = 200
const MOSTLY = 0.5

type Read = PageWords & {
  readonly width: number
  readonly height: number
  readonly needsRecognition: boolean
  readonly isPicture: boolean
}

/** The size of a page as it is shown, its words, and whether it is a picture; throws `NotRead`. */
export function readPage(engine: Pdfium, paper: OpenPaper, number: number): Read {
  return paper.withPage(number, (page) => {
    const place = placeOnPage(engine, page)
    const { width, height } = place
    const { text, words } = wordsOf(engine, page, place)
    const letters = text.trim().length
    const share = letters < TO_READ ? pictureShare(engine, page, place) : 0
    const isPicture = share > MOSTLY && !looksLikePaper(engine, page, place)
    return { width, height, text, words, needsRecognition: letters < HARDLY_ANY && share > 0, isPicture }
  })
}
