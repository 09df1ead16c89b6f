import { useRef, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import type { Saving } from '../saving.ts'
import { readNow } from '../useNow.ts'

/** A record being edited: what is on its way to the register, and what was refused. */
export type Autosave<Changes> = {
  /** What was changed and is not in the register yet, or was refused. */
  readonly pending: Partial<Changes>
  readonly saving: Saving | null
  /** Why a field was refused, by field. */
  readonly errors: Readonly<Record<string, string>>
  /** Keeps only the fields given; changes go to the register one after the other. */
  readonly change: (changes: Partial<Changes>) => void
}

/**
 * Keeps each change by itself as soon as it is made. Key the component by the record's id. A change stays pending until
 * `stored` has followed the register: dropped at the register's answer, the old value would show for a moment, and what
 * is typed in that moment into a list would be built on the old list.
 */
export function useAutosave<Changes extends object>(
  stored: Changes,
  save: (changes: Partial<Changes>) => Promise<unknown>,
): Autosave<Changes> {
  const [pending, setPending] = useState<Partial<Changes>>({})
  const [landed, setLanded] = useState<Partial<Changes>>({})
  const [known, setKnown] = useState(stored)
  if (stored !== known) {
    setKnown(stored)
    setPending(without(pending, (field, value) => field in landed && value === landed[field]))
    setLanded({})
  }
  const [saving, setSaving] = useState<Saving | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const change = (changes: Partial<Changes>) => {
    setPending((before) => ({ ...before, ...changes }))
    setSaving({ state: 'saving' })
    queue.current = queue.current
      .then(() => save(changes))
      .then(
        () => {
          setLanded((before) => ({ ...before, ...changes }))
          setErrors((before) => without(before, (field) => field in changes))
          setSaving({ state: 'saved', at: readNow() })
        },
        (error: unknown) => {
          setErrors((before) => ({ ...before, ...fieldErrors(error, Object.keys(changes)) }))
          setSaving({ state: 'failed' })
        },
      )
  }
  return { pending, saving, errors, change }
}

/** What was refused, at the record's own fields; what names no field belongs to those that were changed. */
export function fieldErrors(error: unknown, changed: readonly string[]): Record<string, string> {
  const named = error instanceof AppError ? Object.entries(error.fields) : []
  const atFields = named.map(
    ([path, message]) => [path.replace(/^changes\./u, '').split('.')[0]!, message] as const,
  )
  const known = atFields.filter(([field]) => changed.includes(field))
  return Object.fromEntries(known.length > 0 ? known : changed.map((field) => [field, sentenceOf(error)]))
}

function without<Fields extends object>(
  fields: Fields,
  drop: (field: keyof Fields & string, value: Fields[keyof Fields]) => boolean,
): Fields {
  const kept = Object.entries(fields).filter(
    ([field, value]) => !drop(field as keyof Fields & string, value as Fields[keyof Fields]),
  )
  return Object.fromEntries(kept) as Fields
}
