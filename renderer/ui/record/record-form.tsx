import { createContext, type ReactNode, useContext } from 'react'
import type { Saving } from '../saving.ts'
import { useAutosave } from './useAutosave.ts'
import { useIsReadOnly } from './useIsReadOnly.ts'

/** A record on the screen: as it stands with what was just typed, and the way to change it. */
export type RecordForm<Value extends object> = {
  readonly value: Value
  readonly disabled: boolean
  readonly saving: Saving | null
  readonly errors: Readonly<Record<string, string>>
  readonly change: (changes: Partial<Value>) => void
}

type ProviderProps<Value extends object> = {
  readonly stored: Value
  readonly save: (changes: Partial<Value>) => Promise<unknown>
  readonly children: ReactNode
}

/** Makes the provider and the hook that let the sections of one kind of record read and change it. */
export function createRecordForm<Value extends object>() {
  const Context = createContext<RecordForm<Value> | null>(null)

  function RecordProvider({ stored, save, children }: ProviderProps<Value>) {
    const { pending, saving, errors, change } = useAutosave<Value>(stored, save)
    const disabled = useIsReadOnly()
    const value = { ...stored, ...pending }
    return <Context value={{ value, disabled, saving, errors, change }}>{children}</Context>
  }

  function useRecord(): RecordForm<Value> {
    const form = useContext(Context)
    if (!form) throw new Error('A section of a record stands outside its record.')
    return form
  }
  return { RecordProvider, useRecord }
}
