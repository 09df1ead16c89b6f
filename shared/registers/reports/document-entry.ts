import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import * as activityWords from './activity.words.ts'
import { joined, oneLine, OPEN } from './answer.words.ts'
import type { Directory } from './directory.ts'
import {
  alike,
  dataBlock,
  facts,
  group,
  type Labelled,
  listed,
  recipientBlock,
  securityOf,
  transferBlocks,
} from './document-blocks.ts'
import type { Group } from './document-model.ts'
import * as processorWords from './processor.words.ts'
import * as purposeWords from './purpose.words.ts'
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

function jointControllersOf(activity: Activity, directory: Directory): readonly Labelled[] {
  if (activity.role !== 'jointController') return []
  return [['Joint controllers', activityWords.jointControllerLines(activity, directory)]]
}

function conditionOf({ onlyIf }: Activity): readonly Labelled[] {
  return onlyIf.trim() ? [['Takes place only if', [oneLine(onlyIf)]]] : []
}
