import { type KeyboardEvent, useEffect, useRef } from 'react'
import classes from './list.module.css'

type FilterTextProps = {
  readonly text: string
  readonly gridId: string
  readonly onChange: (text: string) => void
}

/** Words to filter a list by; the key / leads there, Enter and the arrow down lead on to the list. */
export function FilterText({ text, gridId, onChange }: FilterTextProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLTextAreaElement
      )
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onSlash)
    return () => removeEventListener('keydown', onSlash)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onChange('')
    if (event.key === 'Enter' || event.key === 'ArrowDown') document.getElementById(gridId)?.focus()
    if (event.key === 'ArrowDown') event.preventDefault()
  }
  return (
    <input
      ref={input}
      type="search"
      className={classes.filterText}
      placeholder="Filter by words ( / )"
      aria-label="Filter by words"
      value={text}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
