import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { createStore, useStore } from '#renderer/api/store.ts'
import { hrefFor, navigate } from '#renderer/app/routing.tsx'
import type { Piece } from '#shared/registers/search/words.ts'
import { Marked } from './Marked.tsx'
import classes from './Palette.module.css'

/** Something the palette can do besides going to a record. */
export type PaletteCommand = { readonly label: string; readonly keys?: string; readonly run: () => void }

type Offer = {
  readonly key: string
  readonly label: string
  readonly detail?: string
  readonly snippet?: readonly Piece[]
  readonly keys?: string
  readonly run: () => void
}

const openStore = createStore(false)

export function openPalette(): void {
  openStore.set(true)
}

/** Ctrl K: any record, page or command by a few letters. */
export function Palette({ commands }: { readonly commands: readonly PaletteCommand[] }) {
  const isOpen = useStore(openStore)
  return isOpen && <OpenPalette commands={commands} />
}

// The browser's own dialog takes the keys at once and gives them back to where they were.
function OpenPalette({ commands }: { readonly commands: readonly PaletteCommand[] }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const offers = useOffers(text, commands)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    document.getElementById(`offer-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const take = (offer: Offer | undefined) => {
    dialog.current?.close()
    offer?.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(offers[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(offers.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a click beside closes; Escape is the key for it
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label="Find"
      onClose={() => openStore.set(false)}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <input
        role="combobox"
        aria-label="Find a record, a page or a command"
        aria-expanded
        aria-controls="offers"
        aria-activedescendant={offers[at] ? `offer-${at}` : undefined}
        placeholder="Find a record, a page or a command"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="offers" role="listbox" aria-label="Found" className={classes.offers}>
        {offers.map((offer, index) => (
          <div
            key={offer.key}
            id={`offer-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(offer)}
            onKeyDown={onKeyDown}
          >
            <span className={classes.title}>
              {offer.label}
              {offer.snippet && (
                <small className={classes.snippet}>
                  <Marked pieces={offer.snippet} />
                </small>
              )}
            </span>
            {offer.detail && <span className={classes.detail}>{offer.detail}</span>}
            {offer.keys && <kbd>{offer.keys}</kbd>}
          </div>
        ))}
      </div>
      {offers.length === 0 && (
        <p role="status" className={classes.nothing}>
          Nothing matches
        </p>
      )}
    </dialog>
  )
}

function useOffers(text: string, commands: readonly PaletteCommand[]): readonly Offer[] {
  const wanted = text.trim().toLowerCase()
  const [asked] = useDebouncedValue(text.trim(), 40)
  const isAsking = asked.length > 1
  const { data = [] } = useEngineQuery(
    'search.everything',
    { text: asked, limit: 30 },
    { enabled: isAsking, keepPrevious: true },
  )
  const records = (isAsking ? data : []).map(({ register, id, title, detail, snippet }) => ({
    key: `${register} ${id}`,
    label: title,
    detail,
    ...(snippet.length > 0 && { snippet }),
    run: () => navigate(hrefFor(register, id)),
  }))
  const matching = commands.filter(({ label }) => label.toLowerCase().includes(wanted))
  return [...records, ...matching.map((command) => ({ key: command.label, ...command }))]
}
