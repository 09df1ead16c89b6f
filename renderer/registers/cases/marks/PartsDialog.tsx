import { Modal, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { MarkTarget } from '#shared/cases/mark.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import type { PagePart } from '#shared/registers/cases/case-marks.contract.ts'
import { foldText } from '#shared/registers/search/words.ts'
import { tell } from '../review/useAttempt.ts'
import classes from './dialogs.module.css'
import type { Place } from './places.ts'
import type { PageMarking } from './useMarking.ts'

/** Parts that are listed at once; typing finds the others. */
const SHOWN = 100

type PartsDialogProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly place: Place
  readonly onClose: () => void
}

/** A part of the page; a column is in pieces, one in each row. */
type Option = { readonly name: string; readonly text: string; readonly pieces: readonly PagePart[] }

/** What of a page can be marked as a whole: all of it, cells, rows and columns of a sheet, lines of a mail's head. */
export function PartsDialog({ request, marking, place, onClose }: PartsDialogProps) {
  const page = place.shown.page.id
  const parts = useEngineQuery('cases.pageParts', { request, page })
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const wanted = foldText(typed.trim())
  const options = [{ name: 'The whole page', text: '', pieces: [] }, ...joined(parts.data ?? [])].filter(
    ({ name, text }) => foldText(`${name} ${text}`).includes(wanted),
  )
  const shown = options.slice(0, SHOWN)

  const choose = ({ name, pieces }: Option) => {
    const marks = pieces.flatMap(({ target, start, end }) => {
      const shape = textShape(place.words, start, end)
      return shape ? [{ shape, target }] : []
    })
    onClose()
    if (marks.length < pieces.length)
      return tell('This part has no place on the page that could be marked. Draw a box: B.')
    const { actions, store } = marking
    void actions.inTurn(async () => {
      for (const mark of pieces.length === 0 ? [{ shape: { kind: 'page' } as const }] : marks)
        if (!(await actions.mark(page, mark))) return
      store.change(page, { says: `${name}: marked. Say why: 1 to 9, or 0 for another reason.` })
    })
  }
  const goTo = (index: number) => {
    const next = Math.min(shown.length - 1, Math.max(0, index))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[active]
    if (event.key === 'ArrowDown') goTo(active + 1)
    else if (event.key === 'ArrowUp') goTo(active - 1)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Modal opened onClose={onClose} title="Mark a part of the page">
      <TextInput
        aria-label="Part"
        placeholder="Type to find: B4, row 3, From"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="parts-of-page"
        aria-activedescendant={shown[active] ? `part-${active}` : ''}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {parts.error && <p role="alert">{sentenceOf(parts.error)}</p>}
      <div ref={list} id="parts-of-page" role="listbox" aria-label="Parts" className={classes.parts}>
        {shown.map((option, index) => (
          <div
            key={`${option.name} ${option.pieces[0]?.start ?? ''}`}
            id={`part-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => choose(option)}
            onKeyDown={onKeyDown}
          >
            <strong>{option.name}</strong> <span>{option.text}</span>
          </div>
        ))}
      </div>
      {options.length > SHOWN && (
        <p className={classes.hint}>
          {(options.length - SHOWN).toLocaleString('en-GB')} more: type to find them.
        </p>
      )}
      {parts.data?.length === 0 && (
        <p className={classes.hint}>This page has neither cells nor the head of a mail.</p>
      )}
    </Modal>
  )
}

/** The parts of a page, those that are one thing joined. */
function joined(parts: readonly PagePart[]): Option[] {
  const pieces = new Map<string, PagePart[]>()
  for (const part of parts) {
    // A mail can have several lines of one name; a column has a piece in each row.
    const key = JSON.stringify(part.target.kind === 'cells' ? part.target : [part.target, part.start])
    pieces.set(key, [...(pieces.get(key) ?? []), part])
  }
  return [...pieces.values()].map((all) => ({
    name: nameOf(all[0]!.target),
    text: all.map(({ text }) => text).join(', '),
    pieces: all,
  }))
}

/** "B4", "Column B", "Row 4" of a sheet, "From" of a mail. */
function nameOf(target: MarkTarget): string {
  if (target.kind === 'header') return target.field
  if (target.kind === 'plain') return 'Words'
  const [from = '', to = ''] = target.ref.split(':')
  if (to === '') return from
  if (from === to) return /^\d+$/.test(from) ? `Row ${from}` : `Column ${from}`
  return target.ref
}
