import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { pageDrawer } from './draw-page.ts'
import { letterPages } from './lay-out-letter.ts'
import { lineWriter } from './line-writer.ts'
import type { Tag } from './page.ts'
import { typesetterFor } from './typesetter.ts'
import { newLetterDocument } from './write-letter.ts'

/** Where a letter stands in a file of many. */
export type PlaceInFile = { readonly firstPage: number; readonly pages: number }

/** A PDF of many letters for printing on both sides: each begins on an odd page and counts its own pages. */
export type PrintFile = {
  readonly add: (letter: Letter) => PlaceInFile
  /** Ends the file; gives its number of pages with the blank ones. */
  readonly end: () => Promise<number>
  /** Gives the file up; what was written of it is left to the caller. */
  readonly abandon: () => void
}

/** Begins a file of many letters. Pages are handed to the disk as they are finished. */
export function startPrintFile(title: string, madeAt: Instant, path: string): PrintFile {
  const doc = newLetterDocument(title, madeAt)
  const output = createWriteStream(path, { mode: 0o600 })
  const written = finished(doc.pipe(output))
  written.catch(() => {})
  const typesetter = typesetterFor(doc)
  const writeLine = lineWriter(doc)
  let total = 0

  return {
    add(letter) {
      if (total % 2 === 1) {
        doc.addPage()
        total += 1
      }
      // Each letter is a document of its own in the file's structure, so that it can be let go of when it is drawn.
      const root: Tag = { type: 'Document', parent: null }
      const pages = letterPages(letter, typesetter, root)
      pages[0]?.bookmarks.push({ level: 0, title: letter.reference, name: letter.reference, y: 0 })
      const margins = { title: letter.subject, footer: letter.reference, total: pages.length }
      const draw = pageDrawer(doc, typesetter, margins, writeLine)
      for (const page of pages) draw(page)
      const firstPage = total + 1
      total += pages.length
      return { firstPage, pages: pages.length }
    },
    async end() {
      doc.end()
      await written
      return total
    },
    abandon() {
      doc.unpipe(output)
      output.destroy()
    },
  }
}
