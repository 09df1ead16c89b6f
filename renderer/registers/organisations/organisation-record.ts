import { createRecordForm } from '#renderer/ui/record/record-form.tsx'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'

/** Lets the sections read the organisation on the screen and change it, one field at a time. */
export const { RecordProvider: OrganisationProvider, useRecord: useOrganisation } =
  createRecordForm<Organisation>()
