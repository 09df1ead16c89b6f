import { valueOf } from '#shared/answer.ts'
import { rightsAvailable, rightsPassage } from '#shared/law/rights.ts'
import type { Activity, Disclosure } from '#shared/registers/activities/activity.schema.ts'
import {
  answerLines,
  joined,
  type Lines,
  notAsked,
  oneLine,
  OPEN,
  organisationLine,
  orOpen,
  yesOrNo,
} from './answer.words.ts'
import type { Directory } from './directory.ts'

/** Who decides jointly with the organisation, and where the arrangement is. @source UK GDPR Art 26, Art 30(1)(a) */
export function jointControllerLines(activity: Activity, directory: Directory): Lines {
  if (activity.role !== 'jointController') return notAsked('there is no joint controller')
  const arrangement = valueOf(activity.jointArrangement)
  const document = joined([
    arrangement?.document,
    arrangement?.contactPoint && `contact point ${arrangement.contactPoint}`,
  ])
  return [...orOpen(partyLines(activity, directory)), ...(document ? [`Arrangement: ${document}`] : [])]
}

/** The other parties with their contact details. */
export function partyLines(activity: Activity, directory: Directory): Lines {
  return activity.partyIds.map((id) => {
    const found = directory.organisation(id)
    return found ? organisationLine(found) : directory.organisationName(id)
  })
}

/** The names of terms, or "To be determined". */
export function termLines(ids: readonly string[], directory: Directory): Lines {
  return orOpen(ids.map(directory.termName))
}

const CAPACITY_WORDS = {
  controller: 'controller',
  jointController: 'joint controller',
  processor: 'processor',
  unknown: '',
} as const

/** "Local authorities (controller): to plan the placement". */
export function recipientLine(
  { recipientId, capacity, purpose, onlyIf }: Disclosure,
  directory: Directory,
): string {
  const detail = joined([CAPACITY_WORDS[capacity], onlyIf && `only if: ${oneLine(onlyIf)}`], '; ')
  return `${directory.termName(recipientId)}${detail && ` (${detail})`}${purpose && `: ${oneLine(purpose)}`}`
}

/** The agreements with processors. @source UK GDPR Art 28(3) */
export function processorAgreementLines(activity: Activity, directory: Directory): Lines {
  const processors = activity.disclosures.filter(({ capacity }) => capacity === 'processor')
  if (processors.length === 0) {
    const unknown = activity.disclosures.some(({ capacity }) => capacity === 'unknown')
    return activity.disclosures.length === 0 || unknown ? [OPEN] : notAsked('no recipient is a processor')
  }
  return processors.map(
    ({ recipientId, agreement }) =>
      `${directory.termName(recipientId)}: ${answerLines(agreement, (text) => [text]).join('; ')}`,
  )
}

/** Measures and their description. @source UK GDPR Art 30(1)(g), Art 32(1) */
export function securityLines(activity: Activity, directory: Directory): Lines {
  return orOpen([...activity.measureIds.map(directory.termName), oneLine(activity.securityDescription)])
}

/** Where data is held, and whether on paper. @source UK GDPR Art 15 */
export function locationLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.systemIds.map((id) => {
      const term = directory.term(id)
      const detail = joined([term?.medium === 'paper' && 'paper', term?.location, term?.country])
      return `${directory.termName(id)}${detail && ` (${detail})`}`
    }),
  )
}

/** The rights people have, from the bases and conditions of the purposes. */
export function rightsLines(activity: Activity): Lines {
  const bases = activity.purposes.flatMap(({ basis }) => valueOf(basis) ?? [])
  const decisions = valueOf(activity.automatedDecisions)
  const rights = rightsAvailable(
    bases,
    activity.purposes.flatMap(({ article9 }) => article9),
    { solelyAutomated: decisions && decisions.kind === 'solely automated' },
  )
  return [rightsPassage(rights)]
}

/** Automated decisions and profiling. @source UK GDPR Art 13(2)(f), Art 22A */
export function automatedDecisionLines({ automatedDecisions }: Activity): Lines {
  return answerLines(automatedDecisions, ({ kind, profiling, explanation }) => [
    kind === 'none'
      ? 'No automated decisions'
      : kind === 'decision support'
        ? 'Decision support; a person decides'
        : 'Solely automated decisions',
    profiling ? 'Profiling takes place' : 'No profiling',
    oneLine(explanation),
  ])
}

/** Whether people must give the data. @source UK GDPR Art 13(2)(e) */
export function obligationLines({ obligationToProvide }: Activity): Lines {
  const words = {
    statutory: 'Required by law',
    contractual: 'Required by contract',
    optional: 'Optional',
    mixed: 'In part required',
  }
  return answerLines(obligationToProvide, ({ kind, consequence }) => [
    joined([words[kind], oneLine(consequence)], ': '),
  ])
}

/** Whether an assessment is needed, how far it is, where it is. @source UK GDPR Art 35 */
export function dpiaLines({ dpia }: Activity): { needed: Lines; progress: Lines; link: Lines } {
  const sentence = {
    'not started': 'Not started',
    'under way': 'Under way',
    completed: 'Completed',
    'not needed': 'Not needed',
  }
  return {
    needed: answerLines(dpia, ({ needed, reason }) => [joined([yesOrNo(needed), oneLine(reason)], ': ')]),
    progress: answerLines(dpia, ({ progress }) => [sentence[progress]]),
    link: answerLines(dpia, ({ reference, needed }) =>
      needed ? [reference] : notAsked('no assessment is needed'),
    ),
  }
}

/** Whether a breach touched the activity. @source UK GDPR Art 33(5) */
export function breachLines({ breaches }: Activity): { occurred: Lines; link: Lines } {
  return {
    occurred: answerLines(breaches, ({ occurred }) => [yesOrNo(occurred)]),
    link: answerLines(breaches, ({ occurred, reference }) =>
      occurred ? [reference] : notAsked('no breach is recorded'),
    ),
  }
}
