import { valueOf } from '#shared/answer.ts'
import type { Contact } from '#shared/records/record.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { carriedFrom } from './carried.ts'
import {
  atMoment,
  fromBreach,
  notKnown,
  type Prefill,
  type ReportFacts,
  said,
  type TakenFrom,
} from './report-facts.ts'
import { reportTiming } from './timing.ts'
import { trainingGiven } from './training.ts'

/** Answers about staff, delay, what was done, who was told and who reports. @source UK GDPR Art 33(3)(b), 33(3)(d) */
export const RESPONSE_PREFILLS: Readonly<Record<string, Prefill>> = {
  B40: () => said([], []),
  B41: trainingGiven,
  B42: delay,
  B50: (facts) => said([facts.breach.remedialAction], fromBreach(facts, 'remedialAction')),
  B51: (facts) => {
    const { containedAt, containment } = facts.breach
    return said(
      [atMoment('Contained on', containedAt), containment],
      fromBreach(facts, 'containedAt', 'containment'),
    )
  },
  B52: (facts) => {
    const steps = facts.breach.actions.map(({ what, due, doneOn }) => {
      const when = doneOn
        ? `done on ${formatDay(doneOn)}`
        : due
          ? `due on ${formatDay(due)}`
          : 'no day agreed yet'
      return what.trim() && `${what.trim()} (${when})`
    })
    return said([facts.breach.lessons, ...steps], fromBreach(facts, 'lessons', 'actions'))
  },
  B53: toldPeople,
  B54: otherBodies,
  B55: (facts) => carriedFrom(facts, 'B55'),
  B60: ({ organisation }) =>
    said(
      organisation ? [organisation.legalName, organisation.address] : [],
      fromOrganisation(organisation, 'Name and address', 'legalName'),
    ),
  B61: ({ organisation }) => {
    const from = fromOrganisation(organisation, 'ICO registration', 'icoRegistration')
    if (!organisation) return said([], from)
    const { icoRegistration } = organisation
    if (icoRegistration.state === 'notApplicable')
      return said([`Not applicable: ${icoRegistration.because}`], from)
    return icoRegistration.state === 'value' ? said([icoRegistration.value.number], from) : notKnown(from)
  },
  B62: officer,
  B63: officer,
  B64: (facts) => {
    const { organisation } = facts
    if (organisation && valueOf(organisation.charity))
      return said(['Charitable and voluntary'], fromOrganisation(organisation, 'Charity', 'charity'))
    return carriedFrom(facts, 'B64')
  },
  B70: () => said([], []),
}

/** @source UK GDPR Art 33(1) */
function delay(facts: ReportFacts) {
  const { breach, now } = facts
  const from = fromBreach(facts, 'lateBecause')
  if (breach.lateBecause.trim() !== '') return said([breach.lateBecause], from)
  const { due, isLate } = reportTiming(breach, breach.reportedAt ?? now)
  if (due === null) return notKnown(fromBreach(facts, 'awareAt'))
  return isLate
    ? said([], from)
    : said(
        [`Not applicable: within the 72 hours, which end on ${formatUkMoment(due)}.`],
        fromBreach(facts, 'awareAt'),
      )
}

function toldPeople(facts: ReportFacts) {
  const { peopleToldAt, peopleToldHow, peopleDecision, peopleBecause, sentNotices } = facts.breach
  if (peopleToldAt)
    return said(
      ['Yes', atMoment('Told on', peopleToldAt), peopleToldHow],
      fromBreach(facts, 'peopleToldAt', 'peopleToldHow'),
    )
  const from = fromBreach(facts, 'peopleDecision', 'peopleBecause')
  if (peopleDecision === null) return said(['Not decided yet'], from)
  if (peopleDecision !== 'tell' && peopleDecision !== 'publicNotice')
    return said(['No, decided not to', peopleBecause], from)
  const isUnderWay = sentNotices.some(({ kind }) => kind !== 'controllerNotice')
  return said([isUnderWay ? 'About to or doing so' : 'No, but planning to'], from)
}

function otherBodies(facts: ReportFacts) {
  const { breach, nameOf } = facts
  const bodies = breach.otherBodies.map(({ body, toldAt, reference }) => {
    const ours = reference.trim() && `, reference ${reference.trim()}`
    return (
      body.trim() && `${body.trim()}: ${toldAt ? `told on ${formatUkMoment(toldAt)}` : 'to be told'}${ours}`
    )
  })
  const controllers = breach.controllerIds.map((id) => {
    const when = breach.controllerToldAt ? `told on ${formatUkMoment(breach.controllerToldAt)}` : 'to be told'
    return `${nameOf('organisations', id) ?? 'A controller that is no longer in the register'} (controller): ${when}`
  })
  const keys =
    controllers.length > 0 ? (['otherBodies', 'controllerIds'] as const) : (['otherBodies'] as const)
  return said([...controllers, ...bodies], fromBreach(facts, ...keys))
}

/** Who can be asked: the data protection officer, or the first contact where there is none. @source UK GDPR Art 33(3)(b) */
function officer({ organisation }: ReportFacts) {
  if (!organisation) return said([], [])
  const [contact] = organisation.contacts
  const named = valueOf(organisation.dataProtectionOfficer)
  if (named)
    return said(
      contactLines(named),
      fromOrganisation(organisation, 'Data protection officer', 'dataProtectionOfficer'),
    )
  return said(
    contact ? contactLines(contact) : [],
    fromOrganisation(
      organisation,
      contact ? 'Contacts' : 'Data protection officer',
      contact ? 'contacts' : 'dataProtectionOfficer',
    ),
  )
}

function contactLines({ name, role, email, telephone, address }: Contact): readonly string[] {
  return [[name, role].filter(Boolean).join(', '), email, telephone, address]
}

function fromOrganisation(
  organisation: ReportFacts['organisation'],
  label: string,
  field: string,
): readonly TakenFrom[] {
  if (!organisation) return []
  return [{ label: `The organisation: ${label}`, register: 'organisations', record: organisation.id, field }]
}
