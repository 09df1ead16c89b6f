import { useElementSize } from '@mantine/hooks'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { PageWords } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { MARK_VIEWS, type MarkView } from '../marks/mark-views.ts'
import { MarkKeyList, MarksLayer } from '../marks/MarksLayer.tsx'
import { wordOfFlag } from '../review/flag-words.ts'
import { PageText } from '../review/PageText.tsx'
import sheet from '../review/page.module.css'
import { usePicture } from '../review/usePicture.ts'
import { isVeiled } from '../review/veil.ts'

type CheckSheetProps = {
  readonly request: string
  readonly shown: ShownPage
  /** Whether it is the page that was asked for, and not the one before while that comes. */
  readonly isThere: boolean
  readonly words: PageWords | undefined
  readonly view: MarkView
  readonly isText: boolean
  readonly isRevealed: boolean
  readonly onReveal: () => void
}

/** A page of a second check as a picture with its marks, or its text; whoever listens finds the text in both. */
export function CheckSheet(props: CheckSheetProps) {
  const { shown, isThere, words, view, isText } = props
  const { page, place, of, document: paper, placeInDocument, marks } = shown
  const { ref: sized, width } = useElementSize()
  const viewport = useRef<HTMLElement>(null)
  useEffect(() => viewport.current?.scrollTo(0, 0), [page.id])
  useEffect(() => {
    // The keys are there at once, and so is scrolling, unless somebody is somewhere else already.
    if (document.activeElement === document.body) viewport.current?.focus({ preventScroll: true })
  }, [])
  const flag = wordOfFlag(page.flag)
  const size = { width: page.width, height: page.height }
  return (
    <section
      ref={viewport}
      data-part="page"
      data-page={page.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={`Page ${place} of ${of}`}
      aria-busy={!isThere}
      className={sheet.viewport}
    >
      <p className={sheet.caption}>
        <span className={sheet.flag} data-flag={page.flag ?? undefined}>
          {flag}
        </span>
        <span>
          {paper.title}, page {placeInDocument} of {paper.pages}
        </span>
        <span className={sheet.seenBy}>
          {page.flag === 'release' || view === 'working'
            ? MARK_VIEWS.find(({ value }) => value === view)?.says
            : 'The requester does not get this page'}
        </span>
      </p>
      <span role="status" className="visually-hidden">
        {isThere && `Page ${place} of ${of}, ${flag}`}
      </span>
      <div ref={sized} />
      {!isText && width > 0 && <Picture {...props} width={width} />}
      {!isText && <MarkKeyList marks={marks} view={view} {...size} />}
      <PageText page={page} marks={marks} view={view} words={words} isShown={isText} looked="" />
    </section>
  )
}

function Picture(props: CheckSheetProps & { readonly width: number }) {
  const { request, shown, words, view, isRevealed, onReveal, width } = props
  const { page, place, marks } = shown
  const canvas = useRef<HTMLCanvasElement>(null)
  const shownWidth = Math.max(100, width)
  const { bitmap, problem } = usePicture(request, shown, shownWidth)
  const isBlurred = isVeiled(page, words, isRevealed)
  useLayoutEffect(() => {
    const target = canvas.current
    if (!target || !bitmap) return
    target.width = bitmap.width
    target.height = bitmap.height
    target.getContext('2d')?.drawImage(bitmap, 0, 0)
    target.dataset['drawn'] = String(page.id)
  }, [bitmap, page.id])
  return (
    <div
      className={sheet.picture}
      style={{ width: shownWidth, aspectRatio: `${page.width} / ${page.height}` }}
      data-flag={page.flag ?? undefined}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Picture of page ${place}`}
        className={sheet.canvas}
        data-blurred={isBlurred || undefined}
        hidden={problem !== null}
      />
      {problem && (
        <p role="alert" className={sheet.problem}>
          {problem}
        </p>
      )}
      {marks.length > 0 && <MarksLayer marks={marks} view={view} width={page.width} height={page.height} />}
      {isBlurred && (
        <button type="button" className={sheet.veil} onClick={onReveal}>
          Show the picture <kbd>I</kbd>
        </button>
      )}
    </div>
  )
}
