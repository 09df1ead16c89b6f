import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'

/** Lets the sections read the activity on the screen and change it, one field at a time. */
export const { RecordProvider: ActivityProvider, useRecord: useActivity } = createRecordForm<Activity>()
