import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { PersonFacts } from '#shared/cases/person.ts'

/** What is weighed about the person on the screen, kept field by field. */
export const { RecordProvider: PersonProvider, useRecord: usePersonForm } = createRecordForm<PersonFacts>()
