import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import type { CasePerson, PersonLine } from '#shared/cases/person.ts'
import { countOf } from '#shared/count-words.ts'
import { focusPart } from '../focus-part.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { ExceptDialog } from './ExceptDialog.tsx'
import { PlaceList } from './PlaceList.tsx'
import classes from './places.module.css'
import { type Place, type PlacesShown, usePlaces } from './usePlaces.ts'

type PlacesPartProps = {
  readonly request: string
  readonly person: CasePerson
  readonly line: PersonLine
  readonly work: CaseWork
}

/** Every place that names somebody, with what hides it, and the exceptions. */
export function PlacesPart({ request, person, line, work }: PlacesPartProps) {
  const [show, setShow] = useState<PlacesShown>('all')
  const [asked, setAsked] = useState<Place | null>(null)
  const places = usePlaces(request, person.id, show)
  const except = ({ page, start, end, form }: Place, because: string | null) =>
    void work.start(because === null ? 'Ending the exception' : `Letting “${form}” stay`, async () => {
      await call('cases.exceptHit', { request, person: person.id, page, start, end, because })
      return because === null
        ? `The exception is ended: what is decided about ${person.name} holds there again.`
        : `“${form}” stays visible at this place.`
    })
  const turn = (place: Place) => {
    if (!work.canEdit) return
    if (place.mark?.state === 'rejected') except(place, null)
    else setAsked(place)
  }
  const shows = [
    { value: 'all', label: 'All' },
    { value: 'exceptions', label: `Exceptions (${line.exceptions.toLocaleString('en-GB')})` },
    { value: 'unmarked', label: 'Not marked' },
  ]
  return (
    <section className={classes.places} aria-label="Places">
      <div className={classes.head}>
        <h3>
          Places <small>{places.isLoading ? '' : countOf(places.total, 'place')}</small>
        </h3>
        <SegmentedControl
          aria-label="Which places"
          data={shows}
          value={show}
          onChange={(value) => setShow(value as PlacesShown)}
        />
      </div>
      {places.error && <p role="alert">{sentenceOf(places.error)}</p>}
      {!places.isLoading && places.total === 0 ? (
        <p className={classes.none}>{NONE[show]}</p>
      ) : (
        <PlaceList
          key={show}
          name={person.name}
          places={places}
          canEdit={work.canEdit}
          onOpen={({ page }) => navigate(hrefOf('requests', request, 'review', { page: String(page) }))}
          onTurn={turn}
        />
      )}
      {asked && (
        <ExceptDialog
          place={asked}
          name={person.name}
          onExcept={(because) => except(asked, because)}
          onClose={() => {
            setAsked(null)
            setTimeout(() => focusPart('places'))
          }}
        />
      )}
    </section>
  )
}

const NONE: Readonly<Record<PlacesShown, string>> = {
  all: 'No form of this person stands in the documents.',
  exceptions:
    'There is no exception. For example: “Dear Mrs Smith” in a letter that the requester wrote can stay, because they know it.',
  unmarked: 'No place is without a mark.',
}
