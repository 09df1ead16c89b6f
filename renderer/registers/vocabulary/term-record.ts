import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'

/** Lets the fields read the term on the screen and change it, one field at a time. */
export const { RecordProvider: TermProvider, useRecord: useTerm } = createRecordForm<Term>()
