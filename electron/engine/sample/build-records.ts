import type { Evidence } from '#shared/records/record.ts'
import { CustomerContract, newContract } from '#shared/registers/contracts/contract.schema.ts'
import { newOrganisation, Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { newTerm, Term, type VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import type { EvidenceIn } from './answer.format.ts'
import type { Directories } from './sample-names.ts'
import type { ContractIn, OrganisationIn, TermIn } from './sample.format.ts'

/** Facts with the document they come from: their own, or else the file's. */
export function evidenceOf(given: readonly EvidenceIn[], document: string): Evidence[] {
  return given.map(({ fact, quote, document: own }) => ({ fact, document: own ?? document, quote }))
}

/** A term as the vocabulary keeps it. */
export function buildTerm(list: VocabularyName, given: TermIn, find: Directories): Term {
  const fresh = newTerm(find.term(`${list}/${given.name}`, 'vocabulary.json'), list, given.name)
  return Term.parse({
    ...fresh,
    ...given,
    dataClass: given.dataClass ?? fresh.dataClass,
    medium: given.medium ?? fresh.medium,
    standing: given.standing ?? fresh.standing,
    locationAsOf: given.locationAsOf ?? null,
  })
}

/** An organisation with its promises and the questions its notice leaves open. */
export function buildOrganisation(given: OrganisationIn, find: Directories): Organisation {
  const { document, parent, ...fields } = given
  const where = `organisations.json (${given.legalName})`
  return Organisation.parse({
    ...newOrganisation(find.organisation(given.legalName, where), given.legalName, given.relation),
    ...fields,
    parentId: parent === undefined ? null : find.organisation(parent, where),
    commitments: given.commitments.map((commitment) => ({ ...commitment, document })),
    questions: given.questions.map((question) => ({ ...question, document, settledBy: '' })),
    evidence: evidenceOf(given.evidence, document),
  })
}

/** A contract between one of the sample's organisations and a customer. */
export function buildContract(given: ContractIn, find: Directories): CustomerContract {
  const { document, organisation, customer, ...fields } = given
  const where = `contracts.json (${given.name})`
  return CustomerContract.parse({
    ...newContract(find.contract(given.name, where), given.name),
    ...fields,
    organisationId: find.organisation(organisation, where),
    customerId: find.organisation(customer, where),
    evidence: evidenceOf(given.evidence, document),
  })
}
