import { Button } from '@mantine/core'
import { useCallback, useDeferredValue, useEffect, useRef } from 'react'
import type { Mark } from '#shared/cases/mark.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { MarkList } from './MarkList.tsx'
import { MarkFields } from './MarkFields.tsx'
import classes from './pane.module.css'
import { selectMark } from './places.ts'
import { useMarkingValue } from './useMarkingValue.ts'
import type { PageMarking } from './useMarking.ts'
import { wordsUnder } from './word-steps.ts'

type MarksPartProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly marks: readonly Mark[]
  readonly words: PageWords | undefined
  /** The person is done here: the keys belong to the page again. */
  readonly onLeave: () => void
}

/** The marks of the page as a list, and the current one to be edited. */
export function MarksPart(props: MarksPartProps) {
  const { request, marking, onLeave } = props
  const { store, place, actions, onKey } = marking
  // The page comes first; what stands beside it follows when there is time.
  const current = useDeferredValue(useMarkingValue(store, 'current'))
  const marks = useDeferredValue(props.marks)
  const words = useDeferredValue(props.words)
  const latest = useRef(place)
  useEffect(() => {
    latest.current = place
  })
  const select = useCallback((id: number) => {
    const wanted = latest.current?.shown.marks.find((one) => one.id === id)
    if (latest.current && wanted) selectMark(latest.current, wanted)
  }, [])
  const mark = marks.find(({ id }) => id === current)
  const tools = [
    { key: 'B', label: 'Box', does: 'box', says: 'Draw a box with the mouse, or with the arrows' },
    {
      key: 'F',
      label: 'Part',
      does: 'parts',
      says: 'The whole page, a cell, a row, a line of a mail’s head',
    },
    { key: 'H', label: 'Person', does: 'person', says: 'Decide about the person at the cursor' },
    { key: 'C', label: 'Copy', does: 'copy', says: 'Copy the marks to all pages with the same text' },
  ] as const
  return (
    <section aria-label="Marks">
      <h3 title="The next mark (Tab), the one before (Shift Tab)">
        Marks <small>{marks.length > 0 && marks.length}</small>
      </h3>
      <div className={classes.tools}>
        {tools.map(({ key, label, does, says }) => (
          <Button
            key={key}
            variant="default"
            size="compact-xs"
            disabled={!actions.canEdit || !place}
            title={`${says} (${key})`}
            onClick={() => {
              onLeave()
              onKey({ does })
            }}
          >
            {label} <kbd>{key}</kbd>
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-xs"
          disabled={!place}
          title="The next suggestion of the case (N), the one before (P)"
          onClick={() => {
            onLeave()
            marking.suggestion('next')
          }}
        >
          Next suggestion <kbd>N</kbd>
        </Button>
      </div>
      {mark && (
        <MarkFields
          key={mark.id}
          request={request}
          marking={marking}
          mark={mark}
          words={words ? wordsUnder(words, mark.shape) : ''}
          onLeave={onLeave}
        />
      )}
      {marks.length === 0 ? (
        <p className={classes.hint}>
          None yet. The arrows go from word to word, with Shift they select; <kbd>Enter</kbd> marks.
        </p>
      ) : (
        <MarkList marks={marks} words={words} current={current} onSelect={select} />
      )}
    </section>
  )
}
