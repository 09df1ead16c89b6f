import { useEffect, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { createPictures, type Pictures } from './page-pictures.ts'

/** Widths are rounded up to this many pixels, so that a pane a little narrower needs no new pictures. */
const STEP = 100
const [NARROWEST, WIDEST] = [100, 3000]

type Drawn = { readonly key: string; readonly bitmap: ImageBitmap | null; readonly problem: string | null }

/** The picture of a page, at once where it was drawn ahead; those beside it are drawn while it is looked at. */
export function usePicture(request: string, shown: ShownPage, cssWidth: number) {
  const pictures = usePictures(request)
  const wanted = Math.ceil((cssWidth * devicePixelRatio) / STEP) * STEP
  const width = Math.min(WIDEST, Math.max(NARROWEST, wanted))
  const { id } = shown.page
  const key = `${request}@${id}@${width}`
  const [drawn, setDrawn] = useState<Drawn>({ key: '', bitmap: null, problem: null })
  const ready = pictures.peek(id, width)

  useEffect(() => {
    let isWanted = true
    pictures.get(id, width).then(
      (bitmap) => isWanted && setDrawn({ key, bitmap, problem: null }),
      (error: unknown) => isWanted && setDrawn({ key, bitmap: null, problem: sentenceOf(error) }),
    )
    return () => void (isWanted = false)
  }, [pictures, id, width, key])

  // The order of the pages ahead changes only with the page, not with what is decided about it.
  const around = inTurn(shown.ahead, shown.behind).join()
  useEffect(() => {
    const timer = setTimeout(() => pictures.prefetch(around.split(',').filter(Boolean).map(Number), width), 0)
    return () => clearTimeout(timer)
  }, [pictures, around, width])

  if (ready) return { bitmap: ready, problem: null }
  return drawn.key === key ? drawn : { bitmap: null, problem: null }
}

/** The pictures of a case, let go when it is left. */
function usePictures(request: string): Pictures {
  const [pictures] = useState(() => createPictures(request))
  useEffect(() => () => pictures.release(), [pictures])
  return pictures
}

/** Two pages ahead for each behind, for reading goes on. */
function inTurn(ahead: readonly number[], behind: readonly number[]): number[] {
  const pages: number[] = []
  for (let turn = 0; turn < ahead.length + behind.length; turn += 1) {
    pages.push(...ahead.slice(turn * 2, turn * 2 + 2), ...behind.slice(turn, turn + 1))
  }
  return pages
}
