import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { Organisation, OrganisationId, Relation } from './organisation.schema.ts'

export const organisationProcedures = {
  /** Our own organisations first, then customers and partners, each by name. */
  'organisations.list': query({
    input: z.object({ relation: Relation.nullable() }),
    output: z.array(Organisation.extend({ activities: z.int() })),
  }),
  'organisations.get': query({ input: z.object({ id: OrganisationId }), output: Organisation }),
  'organisations.create': command({
    input: z.object({ legalName: Organisation.shape.legalName, relation: Relation }),
    output: z.object({ id: OrganisationId }),
  }),
  /** Changes the fields given and leaves the others alone. */
  'organisations.change': command({
    input: z.object({ id: OrganisationId, changes: Organisation.omit({ id: true }).partial() }),
    output: Organisation,
  }),
  /** Refused while an activity, a contract or another organisation refers to it. */
  'organisations.remove': command({ input: z.object({ id: OrganisationId }), output: z.object({}) }),
} as const
