import { valueOf } from '#shared/answer.ts'
import type { Activity, Destination } from '#shared/registers/activities/activity.schema.ts'
import { ADEQUACY_CHECK, adequateCountryNamed } from '#shared/law/adequate-countries.ts'
import { transferMechanism } from '#shared/law/transfer-mechanisms.ts'
import type { GapContext } from './context.ts'
import { about, type Finding } from './gap.ts'
import { activityRule, isOfPublicAuthority, saysSomething, type Sentence } from './parts.ts'
import { isAbroad, isBlank, VAGUE_PLACE } from './words.ts'

/** Where the data goes, and what lets it go there. @source UK GDPR Art 30(1)(e), Art 44A, Art 46, Art 49 */
export const TRANSFER_RULES = [
  activityRule({
    id: 'abroad-without-destination',
    title: 'Recipient or system abroad without a recorded transfer',
    citation: 'UK GDPR Art 30(1)(e), 30(2)(c), Art 44A',
    source: 'gdpr-30-1-e',
    severity: 'error',
    field: 'destinations',
    explanation:
      'A recipient or system outside the United Kingdom usually means a restricted transfer. Record the destination and its mechanism, or “Not a restricted transfer” with the reason.',
    find: recipientsAbroad,
  }),
  activityRule({
    id: 'destination-place-vague',
    title: 'Destination without a country',
    citation: 'UK GDPR Art 30(1)(e), 30(2)(c)',
    source: 'gdpr-30-1-e',
    severity: 'warning',
    field: 'destinations',
    explanation:
      'The record identifies the country or international organisation. “Outside the EEA” or “overseas” does neither, and the EEA is not the measure of UK law.',
    find: (activity) =>
      perDestination(
        activity,
        ({ place }) =>
          VAGUE_PLACE.test(place) && `“${place.trim()}” does not say which country the data goes to.`,
      ),
  }),
  activityRule({
    id: 'mechanism-missing',
    title: 'Destination without a transfer mechanism',
    citation: 'UK GDPR Art 44A',
    source: 'gdpr-44a',
    severity: 'error',
    field: 'destinations',
    explanation:
      'Data may leave only under approval by regulations, appropriate safeguards or a specific exception. Choose which.',
    find: (activity) =>
      perDestination(
        activity,
        ({ mechanism }, name) =>
          !transferMechanism(valueOf(mechanism) ?? '') &&
          mechanism.state !== 'notApplicable' &&
          `What lets the data go to ${name} is not recorded.`,
      ),
  }),
  activityRule({
    id: 'safeguards-document-missing',
    title: 'Safeguards without their document',
    citation: 'UK GDPR Art 46(1A), 46(6), 46(7)',
    source: 'gdpr-46-1a',
    severity: 'error',
    field: 'destinations',
    explanation:
      'This mechanism rests on a document, and on a data protection test (the ICO’s transfer risk assessment): is protection after the transfer not materially lower? Give the reference of both.',
    find: (activity) =>
      perDestination(
        activity,
        ({ mechanism, safeguards }, name) =>
          transferMechanism(valueOf(mechanism) ?? '')?.needsTra === true &&
          !saysSomething(safeguards) &&
          `The transfer to ${name} needs a data protection test, and no safeguards document is recorded.`,
      ),
  }),
  activityRule({
    id: 'exception-without-document',
    title: 'Exceptional transfer without its safeguards',
    citation: 'UK GDPR Art 30(1)(e), Art 49(1)',
    source: 'gdpr-30-1-e',
    severity: 'error',
    field: 'destinations',
    check:
      'The exception for compelling legitimate interests is written from memory: check Art 49(1) and (6).',
    explanation:
      'A one-off transfer for compelling legitimate interests is documented in the record with its safeguards.',
    find: (activity) =>
      perDestination(
        activity,
        ({ mechanism, safeguards }, name) =>
          valueOf(mechanism) === 'D49-cli' &&
          !saysSomething(safeguards) &&
          `The exceptional transfer to ${name} has no safeguards recorded.`,
      ),
  }),
  activityRule({
    id: 'approval-not-listed',
    title: 'Approval claimed for a place that is not on the list',
    citation: 'UK GDPR Art 45A; DPA 2018 Sch 21 para 5',
    source: 'gdpr-45a',
    severity: 'warning',
    field: 'destinations',
    check: ADEQUACY_CHECK,
    explanation:
      'The UK has its own list of approved places. Check the spelling, a later approval, or another mechanism.',
    find: (activity) =>
      perDestination(
        activity,
        ({ place, mechanism }, name) =>
          claimsApproval(valueOf(mechanism)) &&
          !VAGUE_PLACE.test(place) &&
          !adequateCountryNamed(place) &&
          `${name} is not on the list of places approved by UK regulations.`,
      ),
  }),
  activityRule({
    id: 'approval-partial',
    title: 'Approval that covers only part of a country',
    citation: 'UK GDPR Art 45A; DPA 2018 Sch 21 para 5',
    source: 'gdpr-45a',
    severity: 'note',
    field: 'destinations',
    check: ADEQUACY_CHECK,
    explanation:
      'Some approvals hold only for certain recipients or data. Record in the note how that was checked.',
    find: (activity) =>
      perDestination(activity, ({ place, mechanism, note }, name) => {
        const onlyIf = claimsApproval(valueOf(mechanism)) ? adequateCountryNamed(place)?.onlyIf : null
        return (
          onlyIf &&
          isBlank(note) &&
          `${name} is approved only if ${onlyIf}; how that was checked is not said.`
        )
      }),
  }),
  activityRule({
    id: 'exception-for-authority',
    title: 'Public authority using an exception closed to it',
    citation: 'UK GDPR Art 49(3)',
    source: 'gdpr-49-3',
    severity: 'warning',
    field: 'destinations',
    explanation:
      'The exceptions of consent and contract are not for public authorities exercising public powers.',
    find: (activity, context) => {
      if (!isOfPublicAuthority(activity, context)) return []
      return perDestination(
        activity,
        ({ mechanism }, name) =>
          ['D49-a', 'D49-b', 'D49-c'].includes(valueOf(mechanism) ?? '') &&
          `The transfer to ${name} uses an exception that public authorities cannot use for public powers.`,
      )
    },
  }),
] as const

function perDestination(
  activity: Activity,
  sentence: (destination: Destination, name: string) => Sentence,
): readonly Finding[] {
  return (valueOf(activity.destinations) ?? []).flatMap((destination) => {
    const name = isBlank(destination.place) ? 'an unnamed place' : destination.place.trim()
    const message = sentence(destination, name)
    return message ? [about(destination.id, message)] : []
  })
}

function recipientsAbroad(activity: Activity, context: GapContext): readonly Finding[] {
  const recorded = valueOf(activity.destinations) ?? []
  const ids = new Set([...activity.disclosures.map(({ recipientId }) => recipientId), ...activity.systemIds])
  return [...ids].flatMap((id) => {
    const term = context.term(id)
    if (!term || !isAbroad(term.country)) return []
    const country = term.country.trim().toLowerCase()
    const isRecorded = recorded.some(
      ({ recipientId, place }) => recipientId === id || place.toLowerCase().includes(country),
    )
    return isRecorded
      ? []
      : [about(id, `“${term.name}” is in ${term.country.trim()}, but no transfer there is recorded.`)]
  })
}

function claimsApproval(code: string | undefined): boolean {
  return transferMechanism(code ?? '')?.kind === 'approval'
}
