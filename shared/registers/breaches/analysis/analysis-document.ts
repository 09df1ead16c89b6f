import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Block, Entry, Part, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { footerOf, stampFacts } from '#shared/registers/reports/document-stamp.ts'
import { type Period, periodWords } from '#shared/registers/reports/annual/period.ts'
import { counted, share } from '#shared/registers/reports/annual/sums.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { BreachAnalysis } from '../analysis.contract.ts'
import { durationWords } from './times.ts'

type Told = {
  readonly analysis: BreachAnalysis
  readonly period: Period
  /** Whose breaches, in words. */
  readonly whose: string
  readonly settings: RegisterContent['settings']
  /** What an entry is called in print: its reference, never its name. */
  readonly referenceOf: (id: string) => string
}

/** The analysis as it is printed: references and numbers, no account of what happened and no person. */
export function analysisDocument(
  { analysis, period, whose, settings, referenceOf }: Told,
  stamp: Stamp,
): RecordDocument {
  return {
    title: 'Analysis of breaches',
    subtitle: whose,
    basis: periodWords(period),
    cover: [
      { label: 'Organisation', lines: [whose] },
      { label: 'Period', lines: [periodWords(period)] },
      ...stampFacts(settings, stamp),
    ],
    explanation:
      'An entry belongs to the day on which it came to be known. What is not known is counted as not known, never as nought. Breaches are named by their reference only.',
    parts: analysis.logged === 0 ? [] : [partOf(analysis, whose, referenceOf)],
    footer: footerOf(stamp),
    empty: 'No breach and no near miss came to be known in the period.',
  }
}

function partOf(analysis: BreachAnalysis, whose: string, referenceOf: Told['referenceOf']): Part {
  return {
    heading: 'Breaches and near misses',
    citation: 'UK GDPR Articles 33 and 34',
    organisations: [
      {
        name: whose,
        facts: analysis.figures.map(({ label, value }) => ({ label, lines: [value] })),
        entries: [
          entry(
            'Causes and places',
            analysis.charts.map(({ chart }) => ({ kind: 'chart', chart })),
          ),
          entry('Times', [timesTable(analysis.times, referenceOf)]),
          entry('Again within twelve months', [repeatsTable(analysis.repeats)]),
          ...(analysis.overdueActions.length > 0
            ? [entry('Actions that are overdue', [actionsTable(analysis.overdueActions)])]
            : []),
        ],
      },
    ],
  }
}

function timesTable(times: BreachAnalysis['times'], referenceOf: Told['referenceOf']): Block {
  const headings = ['From and to', 'Measured in', 'Median', 'Longest', 'Not known in', 'Within 72 hours']
  return {
    kind: 'table',
    label: 'Elapsed time between the recorded moments',
    columns: headings.map((heading, index) => ({ heading, share: index === 0 ? 30 : 14 })),
    rows: times.map((time) => [
      [time.label],
      [counted(time.measured)],
      [time.medianMinutes === null ? 'none to measure' : durationWords(time.medianMinutes)],
      time.longestMinutes === null || time.longestId === null
        ? []
        : [`${durationWords(time.longestMinutes)} (${referenceOf(time.longestId)})`],
      [
        counted(time.unknownIds.length),
        ...(time.before.ids.length > 0 ? [`${counted(time.before.ids.length)} ${time.before.words}`] : []),
      ],
      time.within72 ? [share(time.within72.onTime, time.within72.timed)] : [],
    ]),
  }
}

function repeatsTable(repeats: BreachAnalysis['repeats']): Block {
  if (repeats.length === 0)
    return {
      kind: 'facts',
      facts: [
        {
          label: 'None',
          lines: ['No cause came again in the same team, processor or activity within twelve months.'],
        },
      ],
    }
  return {
    kind: 'table',
    label: 'The same cause in the same team, with the same processor or in the same activity',
    columns: [
      { heading: 'Cause', share: 28 },
      { heading: 'In common', share: 28 },
      { heading: 'How often', share: 20 },
      { heading: 'Entries', share: 24 },
    ],
    rows: repeats.map(({ cause, common, words, nearMisses, entries }) => [
      [cause],
      common,
      [
        words,
        ...(nearMisses > 0
          ? [`${counted(nearMisses)} of them near ${nearMisses === 1 ? 'miss' : 'misses'}`]
          : []),
      ],
      entries.map(({ reference, day }) => `${reference}, ${formatDay(day)}`),
    ]),
  }
}

function actionsTable(actions: BreachAnalysis['overdueActions']): Block {
  return {
    kind: 'table',
    label: 'Agreed, not done, and past the day agreed',
    columns: [
      { heading: 'Entry', share: 20 },
      { heading: 'Due', share: 45 },
      { heading: 'Days overdue', share: 35 },
    ],
    rows: actions.map(({ reference, due, days }) => [[reference], [formatDay(due)], [counted(days)]]),
  }
}

function entry(name: string, blocks: readonly Block[]): Entry {
  return {
    id: name,
    reference: '',
    name,
    build: () => ({ summary: '', description: '', groups: [{ heading: '', citation: '', blocks }] }),
  }
}
