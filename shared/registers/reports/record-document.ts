import { inGroups } from '#shared/in-groups.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { oneLine } from './answer.words.ts'
import { type Directory, directoryOf, inRecordOrder, isProcessorActivity } from './directory.ts'
import { controllerGroups, entrySummary, processorGroups } from './document-entry.ts'
import type { Entry, Fact, Part, RecordDocument } from './document-model.ts'
import { organisationFacts } from './document-organisation.ts'
import { footerOf, stampFacts } from './document-stamp.ts'

/** The Article 30 record of a register as a document. Pure: no fonts, no pages. @source UK GDPR Art 30(1), 30(2), 30(4) */
export function recordDocument(content: RegisterContent, stamp: Stamp): RecordDocument {
  const directory = directoryOf(content)
  const ordered = inRecordOrder(content.activities)
  const parts = [
    partOf(
      'Record as controller',
      'UK GDPR Article 30(1)',
      'Controller',
      ordered.filter((found) => !isProcessorActivity(found)),
      directory,
    ),
    partOf(
      'Record as processor',
      'UK GDPR Article 30(2)',
      'Processor',
      ordered.filter(isProcessorActivity),
      directory,
    ),
  ].filter(({ organisations }) => organisations.length > 0)
  const names = [...new Set(parts.flatMap(({ organisations }) => organisations.map(({ name }) => name)))]
  return {
    title: 'Record of processing activities',
    subtitle: names.length === 1 ? (names[0] ?? '') : stamp.registerName,
    basis: 'Kept under Article 30 of the UK GDPR',
    cover: coverFacts(content, stamp, names),
    explanation:
      '“To be determined” marks what has not been settled yet; “Not applicable” gives the reason why a question does not arise.',
    parts,
    footer: footerOf(stamp),
    empty: 'No activity is recorded.',
  }
}

function partOf(
  heading: string,
  citation: string,
  role: 'Controller' | 'Processor',
  activities: readonly Activity[],
  directory: Directory,
): Part {
  const byOrganisation = inGroups(activities, ({ organisationId }) => organisationId)
  const organisations = [...byOrganisation].map(([id, found]) => ({
    name: directory.organisationName(id),
    facts: organisationFacts(id ? directory.organisation(id) : undefined, role, directory),
    entries: found.map((activity) => entryOf(activity, directory)),
  }))
  const collator = new Intl.Collator('en-GB')
  return {
    heading,
    citation,
    organisations: organisations.toSorted((a, b) => collator.compare(a.name, b.name)),
  }
}

function entryOf(activity: Activity, directory: Directory): Entry {
  return {
    id: activity.id,
    reference: activity.reference,
    name: activity.name,
    build: () => ({
      summary: entrySummary(activity),
      description: oneLine(activity.description),
      groups: isProcessorActivity(activity)
        ? processorGroups(activity, directory)
        : controllerGroups(activity, directory),
    }),
  }
}

function coverFacts(content: RegisterContent, stamp: Stamp, names: readonly string[]): readonly Fact[] {
  const asProcessor = content.activities.filter(isProcessorActivity).length
  const asController = content.activities.length - asProcessor
  return [
    {
      label: names.length === 1 ? 'Organisation' : 'Organisations',
      lines: names.length > 0 ? names : ['None'],
    },
    {
      label: 'Activities',
      lines: [`${asController} as controller, ${asProcessor} as processor`],
    },
    ...stampFacts(content.settings, stamp),
  ]
}
