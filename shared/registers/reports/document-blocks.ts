import { inGroups } from '#shared/in-groups.ts'
import { valueOf } from '#shared/answer.ts'
import type { Activity, DataUse } from '#shared/registers/activities/activity.schema.ts'
import { answerLines, joined, type Lines, oneLine, OPEN, orOpen } from './answer.words.ts'
import { retentionWords } from './data.words.ts'
import type { Directory } from './directory.ts'
import type { Block, Fact, Group } from './document-model.ts'
import { ROLE_WORDS, sentence } from './record-table.ts'
import { destinationLines, safeguardsOf } from './transfer.words.ts'

/** A label and what is said of it. */
export type Labelled = readonly [label: string, lines: Lines]

/** A heading with its citation and what stands under it. */
export function group(heading: string, citation: string, blocks: readonly Block[]): Group {
  return { heading, citation, blocks }
}

/** Labelled facts. */
export function facts(labelled: readonly Labelled[]): Block {
  return { kind: 'facts', facts: labelled.map(([label, lines]): Fact => ({ label, lines })) }
}

/** One row where all would say the same, as when nothing is settled or no such data is used. */
export function alike(label: string, labelled: readonly Labelled[]): readonly Labelled[] {
  const [first] = labelled
  const isAlike = labelled.every(([, lines]) => lines.join('\n') === first?.[1].join('\n'))
  return first && isAlike ? [[label, first[1]]] : labelled
}

/** Short items on one line, long ones on a line each. */
export function listed(lines: Lines): Lines {
  return lines.every((line) => line.length < 70) ? [lines.join('; ')] : lines
}

const CLASS_WORDS = {
  ordinary: 'Ordinary',
  special: 'Special category',
  criminal: 'Criminal offence',
} as const

/** The measures by name on one line, then their description. */
export function securityOf(activity: Activity, directory: Directory): Lines {
  const names = activity.measureIds.map(directory.termName).join('; ')
  return orOpen([names, oneLine(activity.securityDescription)])
}

/** One row for each set of categories that are used and kept alike. */
export function dataBlock({ data }: Activity, directory: Directory): Block {
  const label = 'Categories of personal data and how long they are kept'
  if (data.length === 0)
    return facts([
      ['Categories of personal data', [OPEN]],
      ['Retention', [OPEN]],
    ])
  const rows = inGroups(
    data.map((use) => ({
      name: joined(
        [directory.termName(use.categoryId), use.onlyIf.trim() && `only if: ${oneLine(use.onlyIf)}`],
        '; ',
      ),
      rest: [
        [CLASS_WORDS[use.dataClass]],
        sourcesOf(use, directory),
        answerLines(use.retention, (rule) => [retentionWords(rule)]),
      ],
    })),
    ({ rest }) => JSON.stringify(rest),
  )
  return {
    kind: 'table',
    label,
    columns: [
      { heading: 'Personal data', share: 30 },
      { heading: 'Class', share: 13 },
      { heading: 'Whose, and from where', share: 25 },
      { heading: 'Retention', share: 32 },
    ],
    rows: [...rows.values()].map((alikeUses) => [
      alikeUses.map(({ name }) => name),
      ...(alikeUses[0]?.rest ?? []),
    ]),
  }
}

function sourcesOf({ peopleIds, sourceIds }: DataUse, directory: Directory): Lines {
  const people =
    peopleIds.length > 0 ? peopleIds.map(directory.termName).join(', ') : 'All the individuals above'
  const sources = sourceIds.map(directory.termName).join(', ')
  return [people, `From: ${sources || 'to be determined'}`]
}

/** One row for each recipient. */
export function recipientBlock({ disclosures }: Activity, directory: Directory): Block {
  if (disclosures.length === 0) return facts([['Categories of recipients', [OPEN]]])
  return {
    kind: 'table',
    label: 'Categories of recipients',
    columns: [
      { heading: 'Recipient', share: 30 },
      { heading: 'As', share: 14 },
      { heading: 'For what', share: 30 },
      { heading: 'Agreement', share: 26 },
    ],
    rows: disclosures.map((found) => [
      [
        directory.termName(found.recipientId),
        ...(found.onlyIf.trim() ? [`Only if: ${oneLine(found.onlyIf)}`] : []),
      ],
      [{ ...ROLE_WORDS, unknown: OPEN }[found.capacity]],
      orOpen([oneLine(found.purpose)]),
      answerLines(found.agreement, (text) => [text]),
    ]),
  }
}

/** One row for each destination, or one line when nothing leaves. @source UK GDPR Art 30(1)(e), 30(2)(c) */
export function transferBlocks(activity: Activity, directory: Directory): readonly Block[] {
  const places = valueOf(activity.destinations)
  if (!places || places.length === 0) {
    return [facts([['Transfers abroad', destinationLines(activity, directory)]])]
  }
  return [
    {
      kind: 'table',
      label: 'Transfers outside the United Kingdom',
      columns: [
        { heading: 'Country or organisation', share: 30 },
        { heading: 'Recipient', share: 28 },
        { heading: 'Mechanism and safeguards', share: 42 },
      ],
      rows: places.map((place) => [
        orOpen([place.place]),
        [place.recipientId ? directory.termName(place.recipientId) : OPEN],
        safeguardsOf(place).map(sentence),
      ]),
    },
  ]
}
