import { Alert, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useDeferredValue, useRef, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useStore } from '#renderer/api/store.ts'
import { DocumentList } from './DocumentList.tsx'
import { FoundPages } from './FoundPages.tsx'
import { MarkDialogs } from '../marks/MarkDialogs.tsx'
import { MarkPatterns } from '../marks/MarkPatterns.tsx'
import { type MarkView, nextView } from '../marks/mark-views.ts'
import { QuickReasons } from '../marks/QuickReasons.tsx'
import { useMarking } from '../marks/useMarking.ts'
import layer from '../marks/layer.module.css'
import { HeatStrip } from './HeatStrip.tsx'
import { PagePane } from './PagePane.tsx'
import { PageView } from './PageView.tsx'
import { ReviewBar } from './ReviewBar.tsx'
import type { ReviewKey } from './review-keys.ts'
import classes from './review.module.css'
import { revealedAs, revealedStore, turnVeil } from './revealed.ts'
import { REVIEWED_MINUTES, useBreak } from './useBreak.ts'
import { useFind } from './useFind.ts'
import { useReadingTime } from './useReadingTime.ts'
import { useReviewActions } from './useReviewActions.ts'
import { useReviewKeys } from './useReviewKeys.ts'
import { useShownPage } from './useShownPage.ts'

type ReaderProps = {
  readonly request: string
  readonly firstPage: number
  /** Where reading was left the last time; null where it begins somewhere else. */
  readonly leftAt: number | null
}

/** Pages one after another with what is decided about them, all of it by keyboard. */
export function Reader({ request, firstPage, leftAt }: ReaderProps) {
  const { id, shown, words, goTo, goToPlace } = useShownPage(request, firstPage)
  const page = shown.data
  // The page comes first; the list follows when there is time. What decides is always about the page that is shown.
  const listed = useDeferredValue(page)
  // While the next page comes the one before is still shown, and nothing may be decided about either.
  const here = page?.page.id === id ? page : undefined
  const actions = useReviewActions(request)
  const find = useFind(request, goTo)
  const [isText, setText] = useState(false)
  const [view, setView] = useState<MarkView>('working')
  const [zoom, setZoom] = useState(1)
  const isRevealed = useStore(revealedStore).has(revealedAs(request, id))
  const rest = useBreak()
  const frame = useRef<HTMLDivElement>(null)
  useReadingTime(request, id, actions.canEdit)

  const reveal = () => turnVeil(request, id)
  const focusOn = (part: string) => {
    const found = frame.current?.querySelector<HTMLElement>(
      `[data-part="${part}"], [data-part-inside="${part}"] :is(input, textarea)`,
    )
    if (!found && part === 'reason')
      notifications.show({ message: 'Decide about the page first, then say why.' })
    found?.focus()
    // What is typed next takes the place of what stands there.
    if (found instanceof HTMLInputElement) found.select()
  }
  const marking = useMarking({ request, id, here, words: here && words, goTo })
  const onKey = (key: ReviewKey) => {
    switch (key.does) {
      case 'next':
        return goTo(here?.next)
      case 'previous':
        return goTo(here?.previous)
      case 'nextDocument':
        return goTo(here?.nextDocument)
      case 'previousDocument':
        return goTo(here && here.placeInDocument > 1 ? here.document.firstPage : here?.previousDocument)
      case 'flag':
        return here && actions.act({ kind: 'flag', flag: key.flag, because: '', exemption: '' }, here)
      case 'releaseDocument':
      case 'split':
      case 'merge':
        return here && actions.act({ kind: key.does }, here)
      case 'repeat':
        return here && actions.repeat(here)
      case 'undo':
        return actions.undo()
      case 'redo':
        return actions.redo()
      case 'nextHit':
        return find.typed === '' ? marking.suggestion('next') : find.step(1)
      case 'previousHit':
        return find.typed === '' ? marking.suggestion('previous') : find.step(-1)
      case 'showPicture':
        return reveal()
      case 'showText':
        return setText(!isText)
      case 'view':
        return setView(nextView(view))
      case 'reason':
        return marking.place && marking.sayLast(marking.place) ? undefined : focusOn('reason')
      case 'goTo':
      case 'find':
      case 'type':
      case 'date':
        return focusOn(key.does)
    }
  }
  useReviewKeys({ onKey, onMarkKey: marking.onKey })

  return (
    <div ref={frame} className={`${classes.review} ${layer.palette}`}>
      <MarkPatterns />
      <ReviewBar
        request={request}
        shown={page}
        find={find}
        zoom={zoom}
        isText={isText}
        view={view}
        onView={setView}
        onZoom={setZoom}
        onText={setText}
        onPlace={(place) => {
          void goToPlace(place)
          focusOn('page')
        }}
        onLeave={() => focusOn('page')}
      />
      {rest.isDue && (
        <Alert
          role="status"
          withCloseButton
          closeButtonLabel="Close"
          title={`You have been reviewing for ${REVIEWED_MINUTES} minutes`}
          onClose={rest.close}
        >
          Your place is kept. A few minutes away from these pages help you to go on.
        </Alert>
      )}
      <div className={classes.parts}>
        <HeatStrip
          request={request}
          place={page?.place ?? 1}
          of={page?.of ?? 1}
          onPlace={(place) => void goToPlace(place)}
        />
        {find.typed === '' ? (
          <DocumentList request={request} shown={listed} onGo={goTo} />
        ) : (
          <FoundPages find={find} shownId={id} />
        )}
        <div className={classes.middle}>
          {shown.error && (
            <div role="alert" className={classes.message}>
              <p>{sentenceOf(shown.error)}</p>
              <Button onClick={() => void goToPlace(1)}>Go to the first page</Button>
            </div>
          )}
          {page && (
            <PageView
              request={request}
              shown={page}
              isThere={here !== undefined}
              words={here && words}
              looked={find.typed}
              zoom={zoom}
              isText={isText}
              isRevealed={isRevealed}
              view={view}
              marking={marking}
              isLeftHere={leftAt === id && leftAt !== null}
              onReveal={reveal}
            />
          )}
        </div>
        {page && (
          <PagePane
            request={request}
            shown={page}
            actions={actions}
            marking={marking}
            words={here && words}
            onLeave={() => focusOn('page')}
          />
        )}
      </div>
      <QuickReasons marking={marking} page={id} />
      <MarkDialogs request={request} marking={marking} onLeave={() => focusOn('page')} />
    </div>
  )
}
