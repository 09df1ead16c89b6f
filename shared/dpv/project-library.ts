import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import { nameOfCode } from './concepts.ts'
import { matchesOf } from './matches.ts'
import { DPV_VERSION, NAMESPACES, thing } from './names.ts'
import { type DpvRecord, recordOf, startAsking } from './record.ts'
import { countryOfText, type Scope } from './scope.ts'

/** The register itself: which state of which register an export tells. */
export const REGISTER = thing('register')

/** The register as the first thing of an export. */
export function registerRecord({ registerId, registerName, madeAt, asAt, chain }: Stamp): DpvRecord {
  return recordOf('register', REGISTER, {
    label: registerName,
    identifier: registerId,
    created: madeAt,
    asAt,
    revision: chain.seq,
    chainHead: chain.head,
    conformsTo: [DPV_VERSION, NAMESPACES.dpouk.slice(0, -1)],
  })
}

/** Organisations, contracts and the words of the library. */
export function* libraryRecords(content: RegisterContent, scope: Scope): Generator<DpvRecord> {
  for (const organisation of byId(content.organisations)) yield* organisationRecords(organisation, scope)
  for (const contract of byId(content.contracts)) yield* contractRecords(contract, scope)
  for (const term of byId(content.terms)) yield termRecord(term)
}

function byId<Kept extends { readonly id: string }>(list: readonly Kept[]): Kept[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** People named as contacts, as data protection officer or representative stay out, and so do addresses. */
function* organisationRecords(organisation: Organisation, scope: Scope): Generator<DpvRecord> {
  const { id } = organisation
  const asking = startAsking('organisations', id)
  const registration = organisation.icoRegistration
  yield recordOf('organisations', thing('organisations', id), {
    name: organisation.legalName,
    synonym: organisation.tradingNames,
    relation: organisation.relation,
    isSubsidiaryOf: scope.one('organisations', organisation.parentId),
    companyNumber: organisation.companyNumber,
    charityNumber: organisation.charityNumber,
    feeRegistration: registration.state === 'value' ? registration.value.number : null,
    nation: organisation.nation,
    publicAuthority: asking.answer('publicAuthority', organisation.publicAuthority),
    partOf: REGISTER,
    ...asking.noted(),
  })
  yield* asking.reasons()
}

function* contractRecords(contract: CustomerContract, scope: Scope): Generator<DpvRecord> {
  const { id } = contract
  const asking = startAsking('contracts', id)
  const part = (key: 'roleForDataReceived' | 'roleForDataCreated') => {
    const role = asking.answer(key, contract[key])
    return role && nameOfCode('roles', role)
  }
  yield recordOf('contracts', thing('contracts', id), {
    label: contract.name,
    identifier: contract.reference,
    hasResponsibleEntity: scope.one('organisations', contract.organisationId),
    hasCustomer: scope.one('organisations', contract.customerId),
    subject: contract.subject,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    roleForDataReceived: part('roleForDataReceived'),
    roleForDataCreated: part('roleForDataCreated'),
    partOf: REGISTER,
    ...asking.noted(),
  })
  yield* asking.reasons()
}

function termRecord(term: Term): DpvRecord {
  const { vocabulary } = term
  const hasPlace = vocabulary === 'systems' || vocabulary === 'recipients'
  const hasCitation = vocabulary === 'statutes' || vocabulary === 'recipients'
  const country = countryOfText(term.country)
  const written = [term.location, country ? '' : term.country].filter((text) => text !== '').join(', ')
  return recordOf(vocabulary, thing(vocabulary, term.id), {
    label: term.name,
    description: term.description,
    synonym: term.synonyms,
    closeMatch: matchesOf(term),
    deprecatedOn: term.deprecatedOn,
    partOf: REGISTER,
    ...(vocabulary === 'data' && { dataClass: nameOfCode('dataClasses', term.dataClass ?? 'ordinary') }),
    ...(vocabulary === 'systems' && { medium: term.medium }),
    ...(vocabulary === 'statutes' && { standing: term.standing }),
    ...(hasPlace && { place: written, hasCountry: country }),
    ...(hasCitation && { citation: term.citation }),
  })
}
