import { inGroups } from '#shared/in-groups.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import { describedGroups, describedSummary } from './described-entry.ts'
import { inRecordOrder } from './directory.ts'
import type { Entry, OrganisationSection, RecordDocument } from './document-model.ts'
import { organisationFacts } from './document-organisation.ts'
import { footerOf, stampFacts } from './document-stamp.ts'
import { recordTitle } from './naming.ts'
import { sentence } from './record-table.ts'
import type { Telling } from './telling.ts'

/** A described register, or some of its records, as a document by organisation. Pure: no fonts, no pages. */
export function describedDocument(
  records: readonly AnyRecord[],
  telling: Telling,
  settings: Settings,
  stamp: Stamp,
): RecordDocument {
  const { description } = telling
  const organisations = byOrganisation(records, telling)
  const [only] = records.length === 1 ? records : []
  const names = organisations.map(({ name }) => name)
  return {
    title: only ? sentence(description.one) : description.label,
    subtitle: only ? recordTitle(only) : names.length === 1 ? names[0]! : stamp.registerName,
    basis: `${description.label}, from the register “${stamp.registerName}”`,
    cover: [
      {
        label: names.length === 1 ? 'Organisation' : 'Organisations',
        lines: names.length > 0 ? names : ['None'],
      },
      { label: 'Records', lines: [countWords(records, telling)] },
      ...stampFacts(settings, stamp),
    ],
    explanation:
      '“Not known yet” names what nobody has filled in; “Not applicable” gives the reason why a question does not arise. Deadlines and gaps are worked out from what is recorded, as at the day above.',
    parts: organisations.length > 0 ? [{ heading: description.label, citation: '', organisations }] : [],
    footer: footerOf(stamp),
    empty: 'No record is in this register.',
  }
}

function byOrganisation(records: readonly AnyRecord[], telling: Telling): readonly OrganisationSection[] {
  const { directory } = telling
  const collator = new Intl.Collator('en-GB')
  return [...inGroups(inRecordOrder(records), ({ organisationId }) => organisationId)]
    .map(([id, found]) => ({
      name: directory.organisationName(id),
      facts: organisationFacts(id ? directory.organisation(id) : undefined, 'Organisation', directory),
      entries: found.map((record) => entryOf(record, telling)),
    }))
    .toSorted((one, other) => collator.compare(one.name, other.name))
}

function entryOf(record: AnyRecord, telling: Telling): Entry {
  return {
    id: record.id,
    reference: record.reference,
    name: record.name,
    build: () => ({
      summary: describedSummary(record, telling),
      description: '',
      groups: describedGroups(record, telling),
    }),
  }
}

function countWords(records: readonly AnyRecord[], { isClosed }: Telling): string {
  const open = records.filter((record) => !isClosed(record)).length
  return `${records.length}, of which ${open} open`
}
