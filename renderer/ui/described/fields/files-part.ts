import { createContext, type ReactNode } from 'react'
import type { DescribedName } from '#shared/described/names.ts'
import type { Field } from '#shared/described/field.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'

/** The record whose files are shown. */
export type FilesOwner = { readonly register: DescribedName; readonly id: string }

export type FilesPartProps = {
  readonly owner: FilesOwner
  readonly field: Field
  /** The key of the field in the record. */
  readonly name: string
  readonly files: readonly FileEntry[]
  readonly disabled: boolean
}

/** Shows the files of a record and takes new ones in: the register of documents says how. */
export const ShowFilesContext = createContext<((props: FilesPartProps) => ReactNode) | null>(null)

/** The record that a form shows; null where fields stand outside a record. */
export const FilesOwnerContext = createContext<FilesOwner | null>(null)
