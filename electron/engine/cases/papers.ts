import type { PageWords } from '#shared/cases/page.ts'

/** The size of a page in points, as it is shown. */
export type PaperPage = { readonly width: number; readonly height: number }

/** What a page holds, found in one visit. */
export type ReadPage = PaperPage &
  PageWords & {
    /** Whether it has a picture and hardly any words, so that its words have to be recognised. */
    readonly needsRecognition: boolean
    /** Whether it is mostly a photograph or a drawing; a scan of something written is not. */
    readonly isPicture: boolean
  }

/** How a page is drawn: turned clockwise by so many quarters, and whether a person waits for it (by default yes). */
export type Drawing = { readonly turn?: number; readonly isUrgent?: boolean }

/** A page drawn as PNG; its size in pixels. */
export type DrawnPage = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** Recognised words, and how sure the recognition is of them, from 0 to 100. */
export type RecognisedWords = PageWords & { readonly confidence: number }

/**
 * A PDF in the hands of a process that can do nothing else. Every call ends: a page that takes too long or too much
 * memory throws `AppError` `rule` with a sentence about that page, and the next call gets a new process.
 */
export type Paper = {
  readonly pages: number
  /** A page with its words, numbered from 1. What a person waits for (`draw`) goes before it. */
  read(number: number): Promise<ReadPage>
  /** A page drawn as PNG, so many pixels wide before it is turned. */
  draw(number: number, width: number, drawing?: Drawing): Promise<DrawnPage>
  /** Gives its memory back at once; without it the document goes when others need the room. */
  close(): Promise<void>
}

/** Opens PDFs, and makes them of pictures. */
export type Papers = {
  /**
   * Opens a PDF; the last few stay open, named by `sha256`, so that the next page is there at once. `bytes` is only
   * called when they are needed, and again when the process had to be replaced: the paper stays good.
   */
  open(sha256: string, bytes: () => Uint8Array, password?: string | null): Promise<Paper>
  /**
   * A picture (JPEG, PNG, TIFF with all its pages, GIF, WebP, BMP) as a PDF of the same pictures, always the same bytes
   * for the same picture; throws `rule` where it cannot be shown.
   */
  fromPicture(name: string, bytes: Uint8Array): Promise<Uint8Array>
  /** The words of a drawn page by optical recognition, offline; boxes in pixels of the picture. */
  recognise(png: Uint8Array): Promise<RecognisedWords>
  close(): Promise<void>
}
