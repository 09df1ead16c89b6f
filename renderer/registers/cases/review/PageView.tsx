import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { PageWords } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { PagePicture } from './PagePicture.tsx'
import { PageText } from './PageText.tsx'
import { wordOfFlag } from './flag-words.ts'
import classes from './review.module.css'

type PageViewProps = {
  readonly request: string
  readonly shown: ShownPage
  /** Whether it is the page that was asked for, and not the one before while that comes. */
  readonly isThere: boolean
  readonly words: PageWords | undefined
  /** What is looked for in the case; its words are marked. */
  readonly looked: string
  readonly zoom: number
  readonly isText: boolean
  readonly isRevealed: boolean
  readonly isLeftHere: boolean
  readonly onReveal: () => void
}

/** A page as a picture with its flag over it, or its text; whoever listens finds the text in both. */
export function PageView(props: PageViewProps) {
  const { request, shown, isThere, words, looked, zoom, isText, isRevealed, isLeftHere, onReveal } = props
  const { page, place, of, document, placeInDocument } = shown
  const { ref: sized, width } = useElementSize()
  const viewport = useRef<HTMLElement>(null)
  useEffect(() => viewport.current?.scrollTo(0, 0), [page.id])
  useEffect(() => {
    // The keys are there at once, and so is scrolling, unless somebody is somewhere else already.
    if (window.document.activeElement === window.document.body)
      viewport.current?.focus({ preventScroll: true })
  }, [])
  const flag = wordOfFlag(page.flag)
  const isBlurred = page.isPicture && !isRevealed && !isScannedText(words)
  return (
    <section
      ref={viewport}
      data-part="page"
      data-page={page.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={`Page ${place} of ${of}`}
      aria-busy={!isThere}
      className={classes.viewport}
    >
      <p className={classes.caption}>
        <span className={classes.flag} data-flag={page.flag ?? undefined}>
          {flag}
        </span>
        <span>
          {document.title}, page {placeInDocument} of {document.pages}
        </span>
        {isLeftHere && <span className={classes.left}>You left off here</span>}
      </p>
      <span role="status" className="visually-hidden">
        {isThere && `Page ${place} of ${of}, ${flag}`}
      </span>
      <div ref={sized} />
      {!isText && width > 0 && (
        <PagePicture
          request={request}
          shown={shown}
          width={width}
          zoom={zoom}
          isBlurred={isBlurred}
          words={words}
          looked={looked}
          onReveal={onReveal}
        />
      )}
      <PageText page={page} words={words} isShown={isText} looked={looked} />
    </section>
  )
}

/** Words from which on a page that is a picture is taken for a scanned sheet, which needs no veil. */
const WORDS_OF_A_SHEET = 30

const isScannedText = (words: PageWords | undefined) => (words?.words.length ?? 0) >= WORDS_OF_A_SHEET
