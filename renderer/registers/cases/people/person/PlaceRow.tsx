import { IconCircleDashed, IconEye, IconEyeOff } from '@tabler/icons-react'
import type { Mark } from '#shared/cases/mark.ts'
import classes from './places.module.css'
import { nearHit } from './near-hit.ts'
import type { Place } from './usePlaces.ts'

type PlaceRowProps = {
  readonly index: number
  readonly of: number
  readonly start: number
  readonly height: number
  readonly isActive: boolean
  /** Undefined while it is on its way. */
  readonly place: Place | undefined
  readonly onGo: () => void
  readonly onOpen: (place: Place) => void
}

/** A line of the documents that names somebody, where it stands, and whether it is removed there. */
export function PlaceRow(props: PlaceRowProps) {
  const { index, of, start, height, isActive, place, onGo, onOpen } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list handles the keys for its rows
    <div
      id={`place-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={index + 1}
      aria-setsize={of}
      className={classes.row}
      style={{ transform: `translateY(${start}px)`, height }}
      onClick={onGo}
      onDoubleClick={() => place && onOpen(place)}
    >
      {place && (
        <>
          <span className={classes.where}>
            <span className={classes.title}>
              Page {place.place.toLocaleString('en-GB')} · {place.title}
            </span>
            <Standing mark={place.mark} />
          </span>
          <span className={classes.snippet}>
            {nearHit(place.snippet).map(({ text, hit }, part) =>
              // oxlint-disable-next-line react/no-array-index-key -- the parts of a line have no other name
              hit ? <mark key={part}>{text}</mark> : <span key={part}>{text}</span>,
            )}
          </span>
        </>
      )}
    </div>
  )
}

function Standing({ mark }: { readonly mark: Mark | null }) {
  if (mark === null)
    return (
      <span className={classes.standing}>
        <IconCircleDashed size={13} aria-hidden /> not marked
      </span>
    )
  if (mark.state === 'rejected')
    return (
      <span className={classes.standing} data-state="rejected" title={mark.reason}>
        <IconEye size={13} aria-hidden /> stays: {mark.reason}
      </span>
    )
  return (
    <span className={classes.standing} data-state={mark.state}>
      <IconEyeOff size={13} aria-hidden /> {mark.state === 'accepted' ? 'removed' : 'proposed'}
    </span>
  )
}
