import { valueOf } from '#shared/answer.ts'
import { deadlinesOfOrganisation } from '#shared/registers/organisations/organisation.deadlines.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { type ColumnsOf, joinTexts, type RecordKind } from '../../records/kind.ts'

export const organisationKind: RecordKind<Organisation> = {
  register: 'organisations',
  table: 'organisations',
  schema: Organisation,
  titleOf: ({ legalName }) => legalName,
  deadlinesOf: deadlinesOfOrganisation,
  linksOf: ({ parentId }) =>
    parentId ? [{ targetRegister: 'organisations', target: parentId, place: 'Part of' }] : [],
  columnsOf: (organisation): ColumnsOf<'organisations'> => ({
    relation: organisation.relation,
    parent_id: organisation.parentId,
  }),
  searchTextOf: (organisation) =>
    joinTexts(
      organisation.legalName,
      ...organisation.tradingNames,
      organisation.kind,
      organisation.address,
      organisation.website,
      valueOf(organisation.dataProtectionOfficer)?.name,
      organisation.notes,
    ),
}
