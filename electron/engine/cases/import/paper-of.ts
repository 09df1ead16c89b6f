import { AppError } from '#shared/errors.ts'
import type { Reading } from '#shared/reading/reading.ts'
import { wholeBlob } from '../blobs.ts'
import type { SharedFonts } from '../../pdf/shared-fonts.ts'
import type { CaseStore } from '../open-cases.ts'
import type { Papers } from '../papers.ts'
import type { PaperMade } from './found.ts'
import { putBlob } from './put-blob.ts'
import type { SourceRow } from './source-row.ts'
import { makeTextPaper } from './text-paper.ts'

/** Types that are pictures. */
export const PICTURES: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'webp', 'tif', 'heic', 'bmp'])

/**
 * What shows a file: its own bytes where it is a PDF, a PDF of the picture, or one laid out from its texts; null where
 * there is nothing to show. A picture that cannot be turned into a page takes its reading down with it.
 */
export async function paperOf(
  store: CaseStore,
  papers: Papers,
  source: SourceRow,
  reading: Reading,
  { unlocked, fonts }: { readonly unlocked: Uint8Array | null; readonly fonts: SharedFonts },
): Promise<{ reading: Reading; paper: PaperMade | null }> {
  if (unlocked) return { reading, paper: { sha256: putBlob(store, unlocked).sha256, labels: null } }
  if (reading.type === 'pdf') {
    const isShown = reading.outcome !== 'not-read' || source.bytes > 0
    return { reading, paper: isShown ? { sha256: source.sha256, labels: null } : null }
  }
  if (PICTURES.has(reading.type) && reading.outcome !== 'not-read')
    return pictureOf(store, papers, source, reading)
  const made = await makeTextPaper(reading.type, reading.texts, fonts)
  return { reading, paper: made && { sha256: putBlob(store, made.pdf).sha256, labels: made.labels } }
}

async function pictureOf(
  store: CaseStore,
  papers: Papers,
  source: SourceRow,
  reading: Reading,
): Promise<{ reading: Reading; paper: PaperMade | null }> {
  try {
    const pdf = await papers.fromPicture(source.name, wholeBlob(store, source.sha256))
    return { reading, paper: { sha256: putBlob(store, pdf).sha256, labels: null } }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'rule') throw error
    const reason = [reading.reason, `The picture cannot be shown: ${error.message}`].filter(Boolean).join(' ')
    const wayOut = reading.wayOut || 'Open it in a program for pictures, save it as JPEG, and bring that in.'
    return { reading: { ...reading, outcome: 'partial', reason, wayOut }, paper: null }
  }
}
