import { inGroups } from '#shared/in-groups.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import { facts, group } from '#shared/registers/reports/document-blocks.ts'
import type { Entry, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { footerOf, stampFacts } from '#shared/registers/reports/document-stamp.ts'
import { plainText, type TableCell } from '#shared/registers/reports/table-cell.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Breach } from './breach.record.ts'
import type { LogColumn } from './log-table.ts'

type About = {
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly settings: Settings
  readonly stamp: Stamp
}

/** What the law asks for stands first; the rest below it. */
const ASKED_FOR = ['account', 'effects', 'remedialAction']
const IN_THE_HEADING = ['reference', 'what', 'organisation']

/** The log of breaches as a document, by organisation. Pure: no fonts, no pages. @source UK GDPR Art 33(5) */
export function logDocument(
  breaches: readonly Breach[],
  columns: readonly LogColumn[],
  { from, until, settings, stamp }: About,
): RecordDocument {
  const nameColumn = columns.find(({ key }) => key === 'organisation')!
  const organisations = [...inGroups(breaches, (breach) => plainText(nameColumn.cell(breach)))]
    .map(([name, found]) => ({ name, facts: [], entries: found.map((breach) => entryOf(breach, columns)) }))
    .toSorted((one, other) => new Intl.Collator('en-GB').compare(one.name, other.name))
  const nearMisses = breaches.filter(({ nearMiss }) => nearMiss === true).length
  return {
    title: 'Log of personal data breaches',
    subtitle: periodWords(from, until),
    basis: 'UK GDPR Art 33(5)',
    cover: [
      {
        label: 'Organisations',
        lines: organisations.length > 0 ? organisations.map(({ name }) => name) : ['None'],
      },
      {
        label: 'Entries',
        lines: [`${breaches.length}, of which ${nearMisses} near ${nearMisses === 1 ? 'miss' : 'misses'}`],
      },
      ...stampFacts(settings, stamp),
    ],
    explanation:
      'Every personal data breach, reported or not, suspected breaches and near misses. Facts, effects and remedial action stand first. “Not known yet” names what nobody has filled in. People who were told appear as numbers.',
    parts:
      organisations.length > 0
        ? [{ heading: 'Log of breaches', citation: 'UK GDPR Art 33(5)', organisations }]
        : [],
    footer: footerOf(stamp),
    empty: 'No breach became known in this period.',
  }
}

function entryOf(breach: Breach, columns: readonly LogColumn[]): Entry {
  const block = (isWanted: (key: string) => boolean) =>
    facts(
      columns.filter(({ key }) => isWanted(key)).map(({ heading, cell }) => [heading, linesOf(cell(breach))]),
    )
  const { id, reference, name, nearMiss } = breach
  return {
    id,
    reference,
    name,
    build: () => ({
      summary: nearMiss ? 'Near miss' : 'Breach or suspected breach',
      description: '',
      groups: [
        group('Facts, effects and remedial action', 'UK GDPR Art 33(5)', [
          block((key) => ASKED_FOR.includes(key)),
        ]),
        group('How it was handled', '', [
          block((key) => !ASKED_FOR.includes(key) && !IN_THE_HEADING.includes(key)),
        ]),
      ],
    }),
  }
}

function linesOf(cell: TableCell): readonly string[] {
  if (cell.kind === 'moment') return [formatUkMoment(cell.at)]
  if (cell.kind === 'date') return [formatDay(cell.day)]
  const lines =
    cell.kind === 'text' ? cell.lines.flatMap((line) => line.split(/[\r\n]+/u)) : [plainText(cell)]
  const said = lines.filter((line) => line.trim() !== '')
  return said.length > 0 ? said : ['–']
}

function periodWords(from: PlainDate | null, until: PlainDate | null): string {
  if (from && until) return `${formatDay(from)} to ${formatDay(until)}`
  if (from) return `From ${formatDay(from)}`
  return until ? `Until ${formatDay(until)}` : 'Every entry'
}
