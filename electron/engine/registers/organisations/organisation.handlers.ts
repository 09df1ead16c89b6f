import { AppError } from '#shared/errors.ts'
import type { organisationProcedures } from '#shared/registers/organisations/organisation.contract.ts'
import {
  newOrganisation,
  type Organisation,
  OrganisationId,
} from '#shared/registers/organisations/organisation.schema.ts'
import { countActivities, refuseWhileUsed } from '../../records/links.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { organisationKind } from './organisation.kind.ts'

const ORDER = ['own', 'customer', 'partner']

export const organisationHandlers: HandlersFor<typeof organisationProcedures> = {
  'organisations.list': async ({ db }, { relation }) => {
    const uses = await countActivities(db, 'organisations')
    const all = await allRecords(db, organisationKind)
    return all
      .filter((organisation) => !relation || organisation.relation === relation)
      .toSorted((one, other) => ORDER.indexOf(one.relation) - ORDER.indexOf(other.relation))
      .map((organisation) => ({ ...organisation, activities: uses.get(organisation.id) ?? 0 }))
  },

  'organisations.get': ({ db }, { id }) => getRecord(db, organisationKind, id),

  'organisations.create': async ({ ledger, newId }, { legalName, relation }) => {
    const id = OrganisationId.parse(newId())
    await ledger.put(organisationKind, newOrganisation(id, legalName, relation))
    return { id }
  },

  'organisations.change': async ({ db, ledger, lookups }, { id, changes }) => {
    const organisation = organisationKind.schema.parse({
      ...(await getRecord(db, organisationKind, id)),
      ...changes,
    })
    refuseCircle(organisation, (await lookups()).organisations)
    await ledger.put(organisationKind, organisation)
    return organisation
  },

  'organisations.remove': async ({ db, ledger }, { id }) => {
    await refuseWhileUsed(db, 'organisations', id)
    await ledger.remove(organisationKind, id)
    return {}
  },
}

/** An organisation cannot be part of itself, however far up. */
function refuseCircle(organisation: Organisation, all: ReadonlyMap<string, Organisation>): void {
  for (let above = organisation.parentId; above; above = all.get(above)?.parentId ?? null) {
    if (above !== organisation.id) continue
    throw new AppError('invalid', 'An organisation cannot be part of itself.', {
      fields: { parentId: 'Choose a body that is not part of this one' },
    })
  }
}
