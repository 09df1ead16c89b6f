import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { Fact, Group, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { footerOf, stampFacts } from '#shared/registers/reports/document-stamp.ts'
import type { TableColumn } from '#shared/registers/reports/described-table.ts'
import { dayCell, textCell } from '#shared/registers/reports/table-cell.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Breach } from './breach.record.ts'
import { byDay, type ChronologyEntry, type ChronologyKind, dayWords, timeWords } from './chronology.ts'

/** What an entry is about, in a word. */
export const KIND_WORDS: Readonly<Record<ChronologyKind, string>> = {
  happened: 'What happened',
  known: 'Who knew when',
  event: 'Timeline',
  clock: '72 hours',
  decision: 'Decision',
  report: 'Report',
  correspondence: 'Correspondence',
  told: 'Told',
  letters: 'Letters and notices',
  evidence: 'Evidence',
  action: 'Action',
  closed: 'Closed',
}

export const STANDING_WORDS: Readonly<Record<ChronologyEntry['standing'], string>> = {
  past: '',
  due: 'Due',
  superseded: 'Superseded by a later decision',
}

/** Whose breach a document is about, and which state of the register it shows. */
export type BreachPaper = {
  readonly breach: Breach
  readonly organisationName: string
  readonly settings: Settings
  readonly stamp: Stamp
}

/** The chronology as a document to hand out, a table for each day. Pure: no fonts, no pages. */
export function chronologyDocument(entries: readonly ChronologyEntry[], paper: BreachPaper): RecordDocument {
  const { breach, organisationName } = paper
  const groups = byDay(entries).map(({ day, entries: found }): Group => {
    return {
      heading: dayWords(day),
      citation: '',
      blocks: [
        {
          kind: 'table',
          label: found.length === 1 ? '1 entry' : `${found.length} entries`,
          columns: [
            { heading: 'When', share: 14 },
            { heading: 'What', share: 40 },
            { heading: 'Who', share: 16 },
            { heading: 'How it is known', share: 30 },
          ],
          rows: found.map((entry) => [
            [timeWords(entry)],
            [entry.what, STANDING_WORDS[entry.standing], entry.citation].filter(Boolean),
            [entry.who || '–'],
            entry.source ? entry.source.split(/[\r\n]+/u) : ['–'],
          ]),
        },
      ],
    }
  })
  return {
    ...paperFrame(paper, 'Chronology of a breach'),
    explanation:
      'Every moment is told in the time kept in the United Kingdom. What has a day but no time stands at the end of its day. People who were told appear as numbers.',
    parts: [
      {
        heading: 'Chronology',
        citation: 'UK GDPR Art 33(5)',
        organisations: [
          {
            name: organisationName,
            facts: [],
            entries: [
              {
                ...titleOf(breach),
                build: () => ({ summary: `${entries.length} entries`, description: '', groups }),
              },
            ],
          },
        ],
      },
    ],
  }
}

/** The cover and foot of a document about one breach. Its title names the reference, never what happened to whom. */
export function paperFrame(
  { breach, organisationName, settings, stamp }: BreachPaper,
  title: string,
): Omit<RecordDocument, 'explanation' | 'parts'> {
  const about: readonly Fact[] = [
    { label: 'Organisation', lines: [organisationName] },
    { label: 'Breach', lines: [`${breach.reference} ${breach.name}`.trim()] },
    { label: 'Happened', lines: [momentWords(breach.happenedFrom)] },
    { label: 'First noticed here', lines: [momentWords(breach.noticedAt)] },
    { label: 'The organisation became aware', lines: [momentWords(breach.awareAt)] },
  ]
  return {
    title,
    subtitle: breach.reference,
    basis: `Breaches, from the register “${stamp.registerName}”`,
    cover: [...about, ...stampFacts(settings, stamp)],
    footer: footerOf(stamp),
    empty: 'Nothing is recorded.',
  }
}

/** A moment in UK time, or that it is not known. */
export function momentWords(at: Instant | null): string {
  return at ? formatUkMoment(at) : 'Not known yet'
}

/** What a breach is called inside a document. */
export function titleOf({ id, reference, name }: Breach) {
  return { id, reference, name }
}

/** The chronology as a table. */
export const CHRONOLOGY_COLUMNS: readonly TableColumn<ChronologyEntry>[] = [
  { heading: 'Day', width: 12, cell: ({ day }) => dayCell(day) },
  { heading: 'Time in the UK', width: 18, cell: (entry) => textCell(timeWords(entry)) },
  { heading: 'Moment (UTC)', width: 24, cell: ({ at }) => textCell(at ?? '') },
  { heading: 'Kind', width: 18, cell: ({ kind }) => textCell(KIND_WORDS[kind]) },
  { heading: 'What', width: 60, cell: ({ what }) => textCell(what) },
  { heading: 'Who', width: 26, cell: ({ who }) => textCell(who) },
  { heading: 'How it is known', width: 60, cell: ({ source }) => textCell(source) },
  { heading: 'Law', width: 22, cell: ({ citation }) => textCell(citation) },
  { heading: 'Standing', width: 22, cell: ({ standing }) => textCell(STANDING_WORDS[standing]) },
]
