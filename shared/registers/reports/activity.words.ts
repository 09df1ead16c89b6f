import { valueOf } from '#shared/answer.ts'
import { rightsAvailable, rightsPassage } from '#shared/law/rights.ts'
import { mechanismLabel } from '#shared/law/transfer-mechanisms.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type {
  Activity,
  DataUse,
  Destination,
  Disclosure,
} from '#shared/registers/activities/activity.schema.ts'
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

const NO_TRANSFER = 'None: no personal data leaves the United Kingdom'

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

const CLASS_WORDS = { ordinary: '', special: 'special category', criminal: 'criminal offence data' } as const

/** "Health records (special category; only if the contract asks for it)". */
export function dataLine({ categoryId, dataClass, onlyIf }: DataUse, directory: Directory): string {
  const detail = joined([CLASS_WORDS[dataClass], onlyIf && `only if: ${oneLine(onlyIf)}`], '; ')
  return `${directory.termName(categoryId)}${detail && ` (${detail})`}`
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

/** Countries and international organisations that data goes to. @source UK GDPR Art 30(1)(e), 30(2)(c) */
export function destinationLines(activity: Activity, directory: Directory): Lines {
  return answerLines(activity.destinations, (places) =>
    places.length === 0 ? [NO_TRANSFER] : places.map((place) => placeLine(place, directory)),
  )
}

/** "Ireland (Name of recipient)". */
export function placeLine({ place, recipientId }: Destination, directory: Directory): string {
  const to = recipientId ? ` (${directory.termName(recipientId)})` : ''
  return `${place.trim() || 'Place to be determined'}${to}`
}

/** The mechanism and the document for each destination. @source UK GDPR Art 30(1)(e), 30(2)(c) */
export function safeguardLines(activity: Activity, directory: Directory): Lines {
  return answerLines(activity.destinations, (places) =>
    places.length === 0
      ? notAsked('no personal data leaves the United Kingdom')
      : places.map((place) => `${placeLine(place, directory)}: ${safeguardsOf(place).join('; ')}`),
  )
}

/** The mechanism, then the document that holds the safeguards. */
export function safeguardsOf({ mechanism, safeguards }: Destination): Lines {
  return [
    ...answerLines(mechanism, (code) => [mechanismLabel(code)]).map((line) =>
      line === OPEN ? 'mechanism to be determined' : line,
    ),
    ...answerLines(safeguards, (text) => [text]).map((line) =>
      line === OPEN ? 'safeguards to be determined' : line,
    ),
  ]
}

/** Retention by category of data. @source UK GDPR Art 30(1)(f) */
export function retentionLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.data.map(
      ({ categoryId, retention }) =>
        `${directory.termName(categoryId)}: ${answerLines(retention, (rule) => [retentionWords(rule)]).join('; ')}`,
    ),
  )
}

const FATE_WORDS = {
  erase: 'then erased',
  anonymise: 'then anonymised',
  archive: 'then archived',
  'return to customer': 'then returned to the customer',
  review: 'then reviewed',
  unknown: '',
} as const

/** "6 years after end of service, then erased. The longer of two rules. Set by the retention schedule". */
export function retentionWords({ trigger, period, criterion, fate, authority }: RetentionRule): string {
  const unit = period && period.amount === 1 ? period.unit.replace(/s$/u, '') : period?.unit
  const time = period
    ? joined([`${period.amount} ${unit}`, trigger && `after ${withinSentence(trigger)}`], ' ')
    : ''
  const from = period || !trigger ? '' : `From ${withinSentence(trigger)}`
  const first = joined([time || from, FATE_WORDS[fate]])
  return joined([first, oneLine(criterion), authority && `Set by ${authority}`], '. ')
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

/** Where each category comes from. @source UK GDPR Art 14(2)(f) */
export function sourceLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.data.map(
      ({ categoryId, sourceIds }) =>
        `${directory.termName(categoryId)}: ${sourceIds.map(directory.termName).join(', ') || 'source to be determined'}`,
    ),
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

/** "End of service" as "end of service"; what begins with capitals or a name of one letter stays. */
function withinSentence(text: string): string {
  return /^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
