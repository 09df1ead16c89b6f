import type { Breach } from '../breach.record.ts'
import { byCode, type Group } from './groups.ts'

const COMMISSIONER = new Map([
  ['reported', 'Reported'],
  ['toReport', 'To be reported: no report is recorded'],
  ['doNot', 'Not reported: a risk is unlikely'],
  ['processor', 'We act as processor: the controller decides'],
])

/** What came of the question whether to tell the Commissioner. @source UK GDPR Art 33(1), 33(2) */
export function commissionerOutcomes(breaches: readonly Breach[]): readonly Group[] {
  return byCode(breaches, commissionerOutcome, COMMISSIONER, 'Not decided yet')
}

function commissionerOutcome({ reportedAt, commissionerDecision, ourRole }: Breach): string | null {
  if (reportedAt !== null) return 'reported'
  if (commissionerDecision !== null) return commissionerDecision === 'report' ? 'toReport' : 'doNot'
  return ourRole === 'processor' ? 'processor' : null
}

const PEOPLE = new Map([
  ['told', 'Told'],
  ['tell', 'To be told: it is not recorded that they were'],
  ['publicNotice', 'Public notice decided: not recorded that it was given'],
  ['notHighRisk', 'Not told: a high risk is unlikely'],
  ['unintelligible', 'Not told: nobody else can read the data'],
  ['riskRemoved', 'Not told: later steps removed the high risk'],
  ['exempt', 'Not told: lifted by an exemption'],
])

/** What came of the question whether to tell the people. @source UK GDPR Art 34 */
export function peopleOutcomes(breaches: readonly Breach[]): readonly Group[] {
  const outcome = ({ peopleToldAt, peopleDecision }: Breach) =>
    peopleToldAt === null ? peopleDecision : 'told'
  return byCode(breaches, outcome, PEOPLE, 'Not decided yet')
}

const RISK = new Map([
  ['unlikely', 'Unlikely to result in a risk'],
  ['risk', 'A risk'],
  ['high', 'Likely a high risk'],
])

/** How high the risk to people was judged to be. @source UK GDPR Art 33(1), Art 34 */
export function riskGroups(breaches: readonly Breach[]): readonly Group[] {
  return byCode(breaches, ({ risk }) => risk, RISK, 'Not assessed yet')
}
