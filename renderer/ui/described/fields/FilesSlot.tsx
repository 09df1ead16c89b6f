import { use } from 'react'
import type { Field } from '#shared/described/field.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { FilesOwnerContext, ShowFilesContext } from './files-part.ts'
import { SetElsewhere } from './SetElsewhere.tsx'

type FilesSlotProps = {
  readonly field: Field
  readonly name: string
  readonly value: unknown
  readonly disabled: boolean
}

/** The files attached to a record, with the buttons for them; outside a record they can only be read. */
export function FilesSlot({ field, name, value, disabled }: FilesSlotProps) {
  const show = use(ShowFilesContext)
  const owner = use(FilesOwnerContext)
  if (!show || !owner) return <SetElsewhere field={field} value={value} />
  return show({ owner, field, name, files: value as readonly FileEntry[], disabled })
}
