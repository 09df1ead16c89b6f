import { ActionIcon, Switch, TextInput, Tooltip } from '@mantine/core'
import { IconSearch, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { MARK_VIEWS, type MarkView } from '../marks/mark-views.ts'
import { Progress } from './Progress.tsx'
import classes from './bar.module.css'
import type { Find } from './useFind.ts'

const ZOOM_STEP = 0.25
const [SMALLEST, LARGEST] = [0.5, 3]

type ReviewBarProps = {
  readonly request: string
  readonly shown: ShownPage | undefined
  readonly find: Find
  readonly zoom: number
  readonly isText: boolean
  readonly view: MarkView
  readonly onZoom: (zoom: number) => void
  readonly onView: (view: MarkView) => void
  readonly onText: (isText: boolean) => void
  readonly onPlace: (place: number) => void
  /** The person is done here: the keys belong to the page again. */
  readonly onLeave: () => void
}

/** Where reading is, how far it is, and the ways to other pages. */
export function ReviewBar(props: ReviewBarProps) {
  const { request, shown, find, zoom, isText, onZoom, onText, onPlace, onLeave } = props
  const { view, onView } = props
  const onFindKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      find.goToHit(Math.max(0, find.active))
      onLeave()
    } else if (event.key === 'Escape') {
      find.type('')
      onLeave()
    } else if (event.key === 'ArrowDown') find.step(1)
    else if (event.key === 'ArrowUp') find.step(-1)
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.find}
        data-part="find"
        aria-label="Find in the case"
        placeholder="Find in the case  /"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={find.typed}
        onChange={({ currentTarget: { value } }) => find.type(value)}
        onKeyDown={onFindKey}
      />
      {shown && (
        <PlaceField key={shown.place} place={shown.place} of={shown.of} onPlace={onPlace} onLeave={onLeave} />
      )}
      <Progress request={request} />
      <div className={classes.views} role="group" aria-label="Seen by">
        {MARK_VIEWS.map(({ value, label, says }) => (
          <button
            key={value}
            type="button"
            aria-pressed={view === value}
            title={`${says} (V)`}
            onClick={() => onView(value)}
          >
            {label}
          </button>
        ))}
      </div>
      <div className={classes.tools}>
        <Tooltip label="Smaller">
          <ActionIcon
            aria-label="Smaller"
            disabled={zoom <= SMALLEST}
            onClick={() => onZoom(Math.max(SMALLEST, zoom - ZOOM_STEP))}
          >
            <IconZoomOut size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <button type="button" className={classes.zoom} title="Fit the width" onClick={() => onZoom(1)}>
          {Math.round(zoom * 100)} %
        </button>
        <Tooltip label="Larger">
          <ActionIcon
            aria-label="Larger"
            disabled={zoom >= LARGEST}
            onClick={() => onZoom(Math.min(LARGEST, zoom + ZOOM_STEP))}
          >
            <IconZoomIn size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Switch
          label="Text"
          title="The text instead of the picture (Shift V)"
          checked={isText}
          onChange={({ currentTarget: { checked } }) => onText(checked)}
        />
      </div>
    </div>
  )
}

type PlaceFieldProps = Pick<ReviewBarProps, 'onPlace' | 'onLeave'> & {
  readonly place: number
  readonly of: number
}

function PlaceField({ place, of, onPlace, onLeave }: PlaceFieldProps) {
  const [typed, setTyped] = useState(String(place))
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = Number(typed.replaceAll(/[\s,]/gu, ''))
    if (event.key === 'Enter' && Number.isSafeInteger(wanted) && wanted > 0) onPlace(wanted)
    else if (event.key === 'Escape') {
      setTyped(String(place))
      onLeave()
    } else return
    event.preventDefault()
  }
  return (
    <label className={classes.place}>
      Page
      <input
        data-part="goTo"
        aria-label="Go to page"
        title="Go to a page (G)"
        inputMode="numeric"
        value={typed}
        size={Math.max(3, String(of).length)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onBlur={() => setTyped(String(place))}
        onKeyDown={onKeyDown}
      />
      of {of.toLocaleString('en-GB')}
    </label>
  )
}
