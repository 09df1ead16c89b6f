import { known, TO_BE_DETERMINED, type Answer } from '#shared/answer.ts'
import { AppError } from '#shared/errors.ts'
import type { Purpose, RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import {
  Activity,
  newActivity,
  type DataUse,
  type Destination,
  type Disclosure,
} from '#shared/registers/activities/activity.schema.ts'
import type { TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { evidenceOf } from './build-records.ts'
import type {
  ActivitiesFile,
  ActivityIn,
  DataIn,
  DestinationIn,
  DisclosureIn,
  PurposeIn,
} from './activity.format.ts'
import { type Directories, sampleId } from './sample-names.ts'

/** What the parts of one activity need to know about where they stand. */
type Place = {
  readonly where: string
  readonly retention: Readonly<Record<string, RetentionRule>>
  readonly partId: (part: string) => string
  readonly terms: (list: VocabularyName, names: readonly string[]) => TermId[]
  readonly dataClass: Directories['dataClass']
}

/** An activity with every name resolved and what its notice says of all activities added. */
export function buildActivity(
  given: ActivityIn,
  file: ActivitiesFile & { readonly name: string },
  find: Directories,
): Activity {
  const where = `${file.name} (${given.reference})`
  const place: Place = {
    where,
    retention: file.retention,
    partId: (part) => sampleId('activities', `${given.reference}/${part}`),
    terms: (list, names) => names.map((name) => find.term(`${list}/${name}`, where)),
    dataClass: find.dataClass,
  }
  return Activity.parse({
    ...newActivity(find.activity(given.reference, where), given.name),
    ...directFieldsOf(given),
    organisationId: find.organisation(given.organisation ?? file.organisation, where),
    functionId: given.function === undefined ? null : find.term(`functions/${given.function}`, where),
    contractIds: given.contracts.map((name) => find.contract(name, where)),
    partyIds: given.parties.map((name) => find.organisation(name, where)),
    purposes: given.purposes.map((purpose, index) => purposeOf(purpose, `purpose/${index}`, place)),
    peopleIds: place.terms('people', given.people),
    data: given.data.flatMap((group) => dataUsesOf(group, place)),
    disclosures: given.disclosures.flatMap((group) => disclosuresOf(group, place)),
    destinations: destinationsOf(given.destinations, place),
    systemIds: place.terms('systems', given.systems),
    measureIds: place.terms('measures', [...new Set([...file.common.measures, ...given.measures])]),
    securityDescription: given.securityDescription ?? file.common.securityDescription,
    relatedIds: given.related.map((reference) => find.activity(reference, where)),
    evidence: evidenceOf([...given.evidence, ...file.common.evidence], file.document),
  })
}

function directFieldsOf(given: ActivityIn) {
  return {
    reference: given.reference,
    description: given.description,
    role: given.role,
    jointArrangement: given.jointArrangement,
    automatedDecisions: given.automatedDecisions,
    dpia: given.dpia,
    consentRecord: given.consentRecord,
    obligationToProvide: given.obligationToProvide,
    onlyIf: given.onlyIf,
    notes: given.notes,
  }
}

function purposeOf(
  { statutes, recognisedInterest, ...given }: PurposeIn,
  part: string,
  place: Place,
): Purpose {
  return {
    ...given,
    id: place.partId(part),
    recognisedInterest: recognisedInterest ?? null,
    statuteIds: place.terms('statutes', statutes),
  }
}

function dataUsesOf(given: DataIn, place: Place): DataUse[] {
  return given.categories.map((category) => ({
    id: place.partId(`data/${category}/${given.people.join(',')}`),
    categoryId: place.terms('data', [category])[0]!,
    dataClass: given.class ?? place.dataClass(category),
    peopleIds: place.terms('people', given.people),
    sourceIds: place.terms('sources', given.sources),
    retention: retentionOf(given.retention, place),
    onlyIf: given.onlyIf,
    note: given.note,
  }))
}

function retentionOf(name: string | undefined, place: Place): Answer<RetentionRule> {
  if (name === undefined) return TO_BE_DETERMINED
  const rule = place.retention[name]
  if (!rule)
    throw new AppError(
      'bug',
      `${place.where} names the retention rule “${name}”, which its file does not give.`,
    )
  return known(rule)
}

function disclosuresOf({ recipients, ...given }: DisclosureIn, place: Place): Disclosure[] {
  return recipients.map((recipient) => ({
    ...given,
    id: place.partId(`disclosure/${recipient}/${given.purpose}`),
    recipientId: place.terms('recipients', [recipient])[0]!,
  }))
}

function destinationsOf(given: Answer<DestinationIn[]>, place: Place): Answer<Destination[]> {
  if (given.state !== 'value') return given
  return known(
    given.value.map(({ recipient, ...destination }) => ({
      ...destination,
      id: place.partId(`destination/${destination.place}`),
      recipientId: recipient === undefined ? null : place.terms('recipients', [recipient])[0]!,
    })),
  )
}
