import { useLayoutEffect, useRef } from 'react'
import type { PageWords } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { foldText, wordGroups } from '#shared/registers/search/words.ts'
import { CursorLayer } from '../marks/CursorLayer.tsx'
import { MarksLayer } from '../marks/MarksLayer.tsx'
import type { MarkView } from '../marks/mark-views.ts'
import { usePointer } from '../marks/usePointer.ts'
import type { PageMarking } from '../marks/useMarking.ts'
import classes from './page.module.css'
import { usePicture } from './usePicture.ts'

type PagePictureProps = {
  readonly request: string
  readonly shown: ShownPage
  /** Of the pane, in CSS pixels. */
  readonly width: number
  /** 1 fits the width of the pane. */
  readonly zoom: number
  readonly isBlurred: boolean
  readonly words: PageWords | undefined
  readonly looked: string
  readonly view: MarkView
  readonly marking: PageMarking
  readonly onReveal: () => void
}

/** A page drawn as wide as its pane, with the words looked for marked; a picture is veiled until it is asked for. */
export function PagePicture(props: PagePictureProps) {
  const { request, shown, width, zoom, isBlurred, words, looked, view, marking, onReveal } = props
  const { page, place, marks } = shown
  const canvas = useRef<HTMLCanvasElement>(null)
  const shownWidth = Math.max(100, width * zoom)
  const { bitmap, problem } = usePicture(request, shown, shownWidth)
  const pointer = usePointer(marking, page)
  useLayoutEffect(() => {
    const target = canvas.current
    if (!target || !bitmap) return
    target.width = bitmap.width
    target.height = bitmap.height
    target.getContext('2d')?.drawImage(bitmap, 0, 0)
    target.dataset.drawn = String(page.id)
  }, [bitmap, page.id])
  return (
    <div
      className={classes.picture}
      style={{ width: shownWidth, aspectRatio: `${page.width} / ${page.height}` }}
      data-flag={page.flag ?? undefined}
      {...pointer}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Picture of page ${place}`}
        className={classes.canvas}
        data-blurred={isBlurred || undefined}
        hidden={problem !== null}
      />
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {!isBlurred &&
        hitsOn(words, looked).map(({ start, left, top, right, bottom }) => (
          <span
            key={start}
            className={classes.hit}
            aria-hidden
            style={{
              left: `${(100 * left) / page.width}%`,
              top: `${(100 * top) / page.height}%`,
              width: `${(100 * (right - left)) / page.width}%`,
              height: `${(100 * (bottom - top)) / page.height}%`,
            }}
          />
        ))}
      {marks.length > 0 && <MarksLayer marks={marks} view={view} width={page.width} height={page.height} />}
      {!isBlurred && <CursorLayer marking={marking} page={page} />}
      {isBlurred && (
        <button type="button" className={classes.veil} onClick={onReveal}>
          Show the picture <kbd>I</kbd>
        </button>
      )}
    </div>
  )
}

/** The words of a page that begin with one of those looked for. */
function hitsOn(words: PageWords | undefined, looked: string) {
  const wanted = wordGroups(looked).flat()
  if (!words || wanted.length === 0) return []
  return words.words.filter(({ start, end }) => {
    const folded = foldText(words.text.slice(start, end)).replace(/^[^\p{L}\p{N}]+/u, '')
    return wanted.some((one) => folded.startsWith(one))
  })
}
