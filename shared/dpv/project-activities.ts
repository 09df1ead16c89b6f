import { valueOf } from '#shared/answer.ts'
import { rightsAvailable } from '#shared/law/rights.ts'
import type { Activity, Destination, Disclosure } from '#shared/registers/activities/activity.schema.ts'
import { nameOfCode } from './concepts.ts'
import { thing } from './names.ts'
import { REGISTER } from './project-library.ts'
import { purposeRecords, useRecords } from './project-purposes.ts'
import { type Asking, type DpvRecord, recordOf, type Said, startAsking } from './record.ts'
import { countryOfText, type Scope } from './scope.ts'

/** An activity with its parts. The owner's name, waivers, evidence and notes stay out. */
export function* activityRecords(activity: Activity, scope: Scope): Generator<DpvRecord> {
  const { id } = activity
  const asking = startAsking('activities', id)
  const parts = (kind: 'purposes' | 'uses' | 'disclosures' | 'destinations', list: readonly Part[]) =>
    list.map((part) => thing(kind, id, part.id))
  const destinations = destinationsOf(activity, asking)
  yield recordOf('activities', thing('activities', id), {
    label: activity.name,
    identifier: activity.reference,
    description: activity.description,
    state: activity.status,
    role: nameOfCode('roles', activity.role),
    ...partiesOf(activity, scope),
    hasResponsibleEntity: asking.should(
      'hasResponsibleEntity',
      scope.one('organisations', activity.organisationId),
    ),
    businessFunction: scope.one('functions', activity.functionId),
    underContract: scope.all('contracts', activity.contractIds),
    hasPurpose: parts('purposes', activity.purposes),
    hasDataSubject: scope.all('people', activity.peopleIds),
    hasPersonalData: parts('uses', activity.data),
    hasRecipient: parts('disclosures', activity.disclosures),
    hasTransfer: parts('destinations', destinations),
    isImplementedUsingTechnology: scope.all('systems', activity.systemIds),
    hasTechnicalOrganisationalMeasure: scope.all('measures', activity.measureIds),
    securityDescription: activity.securityDescription,
    ...circumstancesOf(activity, asking),
    hasRight: rightsOf(activity),
    onlyIf: activity.onlyIf,
    reviewOn: activity.reviewOn,
    related: scope.all('activities', activity.relatedIds),
    partOf: REGISTER,
    ...asking.noted(),
  })
  yield* asking.reasons()
  for (const purpose of activity.purposes) yield* purposeRecords(id, purpose, scope)
  for (const use of activity.data) yield* useRecords(id, use, scope)
  for (const disclosure of activity.disclosures) yield* disclosureRecords(id, disclosure, scope)
  for (const destination of destinations) yield* destinationRecords(id, destination, scope)
}

type Part = { readonly id: string }

/** Who is controller, joint controller and processor, from the own role and the other parties. */
function partiesOf({ role, organisationId, partyIds }: Activity, scope: Scope): Said {
  const own = scope.one('organisations', organisationId)
  const others = scope.all('organisations', partyIds)
  if (role === 'processor') return { hasDataProcessor: own, hasDataController: others }
  return role === 'controller' ? { hasDataController: own } : { hasJointDataControllers: [own, ...others] }
}

function destinationsOf({ destinations }: Activity, asking: Asking): readonly Destination[] {
  const known = asking.answer('hasTransfer', destinations)
  if (known?.length === 0) asking.not('hasTransfer', 'Nothing is recorded as leaving the United Kingdom.')
  return known ?? []
}

function circumstancesOf(activity: Activity, asking: Asking): Said {
  const automated = asking.answer('automation', activity.automatedDecisions)
  const dpia = asking.answer('needed', activity.dpia)
  return {
    automation: automated?.kind,
    profiling: automated?.profiling,
    needed: dpia && nameOfCode('dpiaNeeds', dpia.needed ? 'yes' : 'no'),
    progress: dpia?.progress,
    obligation: asking.answer('obligation', activity.obligationToProvide)?.kind,
    essence: valueOf(activity.jointArrangement)?.essence,
  }
}

function rightsOf({ purposes, automatedDecisions }: Activity): readonly string[] {
  const bases = purposes.flatMap(({ basis }) => valueOf(basis) ?? [])
  const conditions = purposes.flatMap(({ article9 }) => article9)
  const automated = valueOf(automatedDecisions)
  return rightsAvailable(bases, conditions, {
    solelyAutomated: automated && automated.kind === 'solely automated',
  })
    .filter(({ applies }) => applies === 'yes' || applies === 'in part')
    .map(({ code }) => nameOfCode('rights', code))
}

function* disclosureRecords(activity: string, disclosure: Disclosure, scope: Scope): Generator<DpvRecord> {
  const asking = startAsking('disclosures', activity, disclosure.id)
  const { capacity } = disclosure
  yield recordOf('disclosures', thing('disclosures', activity, disclosure.id), {
    category: scope.one('recipients', disclosure.recipientId),
    role: asking.should('role', capacity === 'unknown' ? null : nameOfCode('roles', capacity)),
    description: disclosure.purpose,
    agreement: asking.answer('agreement', disclosure.agreement),
    onlyIf: disclosure.onlyIf,
    ...asking.noted(),
  })
  yield* asking.reasons()
}

function* destinationRecords(activity: string, destination: Destination, scope: Scope): Generator<DpvRecord> {
  const asking = startAsking('destinations', activity, destination.id)
  const mechanism = asking.answer('hasLegalBasis', destination.mechanism)
  yield recordOf('destinations', thing('destinations', activity, destination.id), {
    place: destination.place,
    hasCountry: asking.should('hasCountry', countryOfText(destination.place)),
    hasDataImporter: scope.one('recipients', destination.recipientId),
    hasLegalBasis: mechanism && nameOfCode('mechanisms', mechanism),
    safeguards: asking.answer('safeguards', destination.safeguards),
    ...asking.noted(),
  })
  yield* asking.reasons()
}
