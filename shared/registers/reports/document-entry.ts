import { valueOf } from '#shared/answer.ts'
import type { Activity, DataUse } from '#shared/registers/activities/activity.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import * as activityWords from './activity.words.ts'
import { answerLines, joined, type Lines, oneLine, OPEN, orOpen } from './answer.words.ts'
import type { Directory } from './directory.ts'
import * as processorWords from './processor.words.ts'
import * as purposeWords from './purpose.words.ts'
import type { Block, Fact, Group } from './document-model.ts'
import { ROLE_WORDS, sentence } from './record-table.ts'

/** "Controller · Approved · owner Head of Fostering · next review Tue 5 January 2027". */
export function entrySummary({ role, status, owner, reviewOn }: Activity): string {
  return joined(
    [
      ROLE_WORDS[role],
      sentence(status),
      owner && `owner ${owner}`,
      reviewOn ? `next review ${formatDay(reviewOn)}` : 'no review date set',
    ],
    ' · ',
  )
}

/** What a controller's entry says, in the groups and order of the ICO's template. @source UK GDPR Art 30(1) */
export function controllerGroups(activity: Activity, directory: Directory): readonly Group[] {
  const schedule1 = purposeWords.schedule1Lines(activity, directory)
  const dpia = activityWords.dpiaLines(activity)
  const breach = activityWords.breachLines(activity)
  return [
    group('Record of the processing', 'Art 30(1)', [
      facts([
        ['Business function', [activity.functionId ? directory.termName(activity.functionId) : OPEN]],
        ...conditionOf(activity),
        ['Purposes', purposeWords.purposeLines(activity)],
        ...jointControllersOf(activity, directory),
        ['Categories of individuals', listed(activityWords.termLines(activity.peopleIds, directory))],
      ]),
      dataBlock(activity, directory),
      recipientBlock(activity, directory),
      ...transferBlocks(activity, directory),
      facts([['Security measures', securityOf(activity, directory)]]),
    ]),
    group('Privacy notices', 'Arts 13 and 14', [
      facts([
        ['Lawful basis', purposeWords.basisLines(activity, directory)],
        ['Special category condition', purposeWords.article9Lines(activity)],
        ['Legitimate interests', purposeWords.interestLines(activity)],
        ['Legitimate interests assessment', purposeWords.interestAssessmentLines(activity)],
        ['Rights of individuals', activityWords.rightsLines(activity)],
        ['Automated decisions and profiling', activityWords.automatedDecisionLines(activity)],
        ['Whether people must provide the data', activityWords.obligationLines(activity)],
      ]),
    ]),
    group('Consent and access requests', 'Arts 7(1) and 15', [
      facts([
        ['Record of consent', purposeWords.consentLines(activity)],
        ['Location of personal data', listed(activityWords.locationLines(activity, directory))],
      ]),
    ]),
    group('Impact assessment and breaches', 'Arts 35 and 33(5)', [
      facts([
        ...alike('Data protection impact assessment', [
          ['Impact assessment required', dpia.needed],
          ['Progress', dpia.progress],
          ['Where it is kept', dpia.link],
        ]),
        ...alike('Personal data breaches', [
          ['Has a breach occurred', breach.occurred],
          ['Record of the breach', breach.link],
        ]),
      ]),
    ]),
    group('Special category and criminal offence data', 'DPA 2018 Sch 1 para 41', [
      facts(
        alike('Schedule 1', [
          ['Schedule 1 condition', schedule1.condition],
          ['How the lawful basis is met', schedule1.basis],
          ['Retention and erasure policy', schedule1.policy],
          ['Policy followed', schedule1.followed],
          ['Reasons if not', schedule1.reasons],
        ]),
      ),
    ]),
  ]
}

/** What a processor's entry says: what Art 30(2) asks for, then what was recorded beyond it. @source UK GDPR Art 30(2) */
export function processorGroups(activity: Activity, directory: Directory): readonly Group[] {
  const hasMore = activity.data.length + activity.peopleIds.length + activity.systemIds.length > 0
  return [
    group('Record of the processing', 'Art 30(2)', [
      facts([
        ['Processed on behalf of', processorWords.controllerLines(activity, directory)],
        ['Controller’s representative', processorWords.controllerRepresentativeLines(activity, directory)],
        [
          'Categories of processing',
          processorWords.processingLines(activity).slice(1).length > 0
            ? processorWords.processingLines(activity).slice(1)
            : [activity.name],
        ],
      ]),
      ...transferBlocks(activity, directory),
      facts([
        ['Security measures', securityOf(activity, directory)],
        ['Contract with the controller', processorWords.customerContractLines(activity, directory)],
      ]),
    ]),
    ...(hasMore
      ? [
          group('Also recorded', 'beyond Art 30(2)', [
            facts([
              ['Categories of individuals', listed(activityWords.termLines(activity.peopleIds, directory))],
              ['Location of personal data', listed(activityWords.locationLines(activity, directory))],
            ]),
            ...(activity.data.length > 0 ? [dataBlock(activity, directory)] : []),
            ...(activity.disclosures.length > 0 ? [recipientBlock(activity, directory)] : []),
          ]),
        ]
      : []),
  ]
}

type Labelled = readonly [label: string, lines: Lines]

function group(heading: string, citation: string, blocks: readonly Block[]): Group {
  return { heading, citation, blocks }
}

function facts(labelled: readonly Labelled[]): Block {
  return { kind: 'facts', facts: labelled.map(([label, lines]): Fact => ({ label, lines })) }
}

/** One row where all would say the same, as when nothing is settled or no such data is used. */
function alike(label: string, labelled: readonly Labelled[]): readonly Labelled[] {
  const [first] = labelled
  const isAlike = labelled.every(([, lines]) => lines.join('\n') === first?.[1].join('\n'))
  return first && isAlike ? [[label, first[1]]] : labelled
}

/** Short items on one line, long ones on a line each. */
function listed(lines: Lines): Lines {
  return lines.every((line) => line.length < 70) ? [lines.join('; ')] : lines
}

function jointControllersOf(activity: Activity, directory: Directory): readonly Labelled[] {
  if (activity.role !== 'jointController') return []
  return [['Joint controllers', activityWords.jointControllerLines(activity, directory)]]
}

function conditionOf({ onlyIf }: Activity): readonly Labelled[] {
  return onlyIf.trim() ? [['Takes place only if', [oneLine(onlyIf)]]] : []
}

const CLASS_WORDS = {
  ordinary: 'Ordinary',
  special: 'Special category',
  criminal: 'Criminal offence',
} as const

/** The measures by name on one line, then their description. */
function securityOf(activity: Activity, directory: Directory): Lines {
  const names = activity.measureIds.map(directory.termName).join('; ')
  return orOpen([names, oneLine(activity.securityDescription)])
}

/** One row for each set of categories that are used and kept alike. */
function dataBlock({ data }: Activity, directory: Directory): Block {
  const label = 'Categories of personal data and how long they are kept'
  if (data.length === 0)
    return facts([
      ['Categories of personal data', [OPEN]],
      ['Retention', [OPEN]],
    ])
  const rows = Map.groupBy(
    data.map((use) => ({
      name: joined(
        [directory.termName(use.categoryId), use.onlyIf.trim() && `only if: ${oneLine(use.onlyIf)}`],
        '; ',
      ),
      rest: [
        [CLASS_WORDS[use.dataClass]],
        sourcesOf(use, directory),
        answerLines(use.retention, (rule) => [activityWords.retentionWords(rule)]),
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

function recipientBlock({ disclosures }: Activity, directory: Directory): Block {
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

function transferBlocks(activity: Activity, directory: Directory): readonly Block[] {
  const places = valueOf(activity.destinations)
  if (!places || places.length === 0) {
    return [facts([['Transfers abroad', activityWords.destinationLines(activity, directory)]])]
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
        activityWords.safeguardsOf(place).map(sentence),
      ]),
    },
  ]
}
