import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { AddPersonHere } from './AddPersonHere.tsx'
import { PersonDecisionForm } from './PersonDecisionForm.tsx'
import type { Place } from './places.ts'
import type { PageMarking } from './useMarking.ts'
import { rangeOf } from './word-steps.ts'

export type PersonDialogProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly place: Place
  readonly onClose: () => void
}

/** Who is named at the cursor, and what is decided about them, everywhere in the case. */
export function PersonDialog({ request, marking, place, onClose }: PersonDialogProps) {
  const page = place.shown.page.id
  const [at] = useState(() => whereOf(place))
  const [known, setKnown] = useState(at.person)
  const isAsked = known === null && at.start !== null
  const found = useEngineQuery('cases.personAt', { request, page, at: at.start ?? 0 }, { enabled: isAsked })
  const person = known ?? (isAsked ? found.data?.person : null)
  return (
    <Modal opened onClose={onClose} title="The person at the cursor" size={520}>
      {found.error && <p role="alert">{sentenceOf(found.error)}</p>}
      {person === null && (
        <AddPersonHere
          request={request}
          marking={marking}
          page={page}
          range={at.start === null || at.end === null ? null : { start: at.start, end: at.end }}
          onAdded={setKnown}
          onClose={onClose}
        />
      )}
      {person && <PersonDecisionForm request={request} marking={marking} person={person} onClose={onClose} />}
    </Modal>
  )
}

/** The place that is meant: the current mark, else what is selected, else the word at the cursor. */
function whereOf({ store, shown, words }: Place) {
  const { current, cursor, anchor } = store.get()
  const mark = shown.marks.find(({ id }) => id === current)
  if (mark) {
    const { shape, person } = mark
    return shape.kind === 'text'
      ? { person, start: shape.start, end: shape.end }
      : { person, start: null, end: null }
  }
  if (cursor === null || !words[cursor]) return { person: null, start: null, end: null }
  return { person: null, ...rangeOf(words, anchor ?? cursor, cursor) }
}
