import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { AnyRecord } from '#shared/described/register.ts'

/** Lets the parts of a described record read it as it stands on the screen and change it, one field at a time. */
export const { RecordProvider: DescribedRecordProvider, useRecord: useDescribedRecord } =
  createRecordForm<AnyRecord>()
