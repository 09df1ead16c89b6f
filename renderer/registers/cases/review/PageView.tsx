import { useElementSize } from '@mantine/hooks'
import { useDeferredValue, useEffect, useRef } from 'react'
import type { PageFlag, PageWords } from '#shared/cases/page.ts'
import { countOf } from '#shared/count-words.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { MarkKeyList } from '../marks/MarksLayer.tsx'
import { MarkStatus } from '../marks/MarkStatus.tsx'
import { MARK_VIEWS, type MarkView } from '../marks/mark-views.ts'
import type { PageMarking } from '../marks/useMarking.ts'
import { PagePicture } from './PagePicture.tsx'
import { PageText } from './PageText.tsx'
import { wordOfFlag } from './flag-words.ts'
import { isVeiled } from './veil.ts'
import classes from './page.module.css'

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
  readonly view: MarkView
  readonly marking: PageMarking
  readonly isLeftHere: boolean
  readonly onReveal: () => void
}

/** A page as a picture with its flag over it, or its text; whoever listens finds the text in both. */
export function PageView(props: PageViewProps) {
  const { request, shown, isThere, words, looked, zoom, isText, isRevealed, isLeftHere, onReveal } = props
  const { view, marking } = props
  const { page, place, of, document, placeInDocument, marks } = shown
  const { ref: sized, width } = useElementSize()
  const viewport = useRef<HTMLElement>(null)
  useEffect(() => viewport.current?.scrollTo(0, 0), [page.id])
  useEffect(() => {
    // The keys are there at once, and so is scrolling, unless somebody is somewhere else already.
    if (window.document.activeElement === window.document.body)
      viewport.current?.focus({ preventScroll: true })
  }, [])
  // The picture comes first; the text for those who listen follows at once.
  const told = useDeferredValue(shown)
  const toldWords = useDeferredValue(words)
  const toldView = useDeferredValue(view)
  const flag = wordOfFlag(page.flag)
  const again = page.reopened === '' ? '' : `, look again: ${page.reopened}`
  const marked = marks.length === 0 ? '' : `, ${countOf(marks.length, 'mark')}`
  const isLeftOut = view === 'requester' && page.flag !== null && !GOES_OUT.has(page.flag)
  const isBlurred = isVeiled(page, words, isRevealed)
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
          {page.reopened !== '' && ', look again'}
        </span>
        <span>
          {document.title}, page {placeInDocument} of {document.pages}
        </span>
        {view !== 'working' && (
          <span className={classes.seenBy}>
            {MARK_VIEWS.find(({ value }) => value === view)?.says}
            {isLeftOut && ': left out'}
          </span>
        )}
        {isLeftHere && <span className={classes.left}>You left off here</span>}
        <MarkStatus store={marking.store} />
      </p>
      <span role="status" className="visually-hidden">
        {isThere && `Page ${place} of ${of}, ${flag}${again}${marked}`}
      </span>
      {isLeftOut && (
        <p className={classes.leftOut}>
          The requester does not get this page: {flag.toLowerCase()}. The pack counts it by its reason.
        </p>
      )}
      <div ref={sized} />
      {!isText && !isLeftOut && width > 0 && (
        <PagePicture
          request={request}
          shown={shown}
          width={width}
          zoom={zoom}
          isBlurred={isBlurred}
          words={words}
          looked={looked}
          view={view}
          marking={marking}
          onReveal={onReveal}
        />
      )}
      {!isText && !isLeftOut && (
        <MarkKeyList marks={marks} view={view} width={page.width} height={page.height} />
      )}
      {!isLeftOut && (
        <PageText
          page={told.page}
          marks={told.marks}
          view={toldView}
          words={toldWords}
          isShown={isText}
          looked={looked}
        />
      )}
    </section>
  )
}

/** A query is about a page that goes out when it is answered. */
const GOES_OUT: ReadonlySet<PageFlag> = new Set<PageFlag>(['release', 'query'])
