import {
  charitySoftOptInLacks,
  MARKETING_CHANNELS,
  SOFT_OPT_IN_CONDITIONS,
} from '#shared/law/marketing-channels.ts'
import {
  onChannel,
  type Preference,
  wantsMarketing,
} from '#shared/registers/preferences/preference.record.ts'
import { matchesOf } from '#shared/registers/suppressions/check-list.ts'
import { emailOf, telephoneOf } from '#shared/registers/suppressions/identifiers.ts'
import type { Suppression } from '#shared/registers/suppressions/suppression.record.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { found, ruleAbout, when } from './gap.ts'

const rule = ruleAbout<Preference>('preferences')

/** Whether what is sent may be sent. @source PECR reg 22; UK GDPR Art 21 */
export const PREFERENCE_RULES = [
  rule({
    id: 'preference-suppressed',
    title: 'Says yes while suppressed',
    citation: 'UK GDPR Art 21(3)',
    source: 'gdpr-21',
    severity: 'error',
    field: 'suppressionId',
    explanation:
      'The suppression wins until it is lifted with a reason. Correct the preference, or lift the suppression if the person has agreed anew.',
    find: (preference, context) =>
      MARKETING_CHANNELS.flatMap(({ code, label }) =>
        wantsMarketing(preference, code)
          ? suppressedOn(preference, code, context).flatMap((reference) =>
              found(
                `“${preference.name}” may be contacted by ${label.toLowerCase()}, but ${reference} suppresses it.`,
              ),
            )
          : [],
      ),
  }),
  rule({
    id: 'preference-objected',
    title: 'Objected, and still marketed to',
    citation: 'UK GDPR Art 21(3)',
    source: 'gdpr-21',
    severity: 'error',
    field: 'objectedOn',
    explanation: 'An objection to direct marketing is absolute: every channel stops.',
    find: (preference) => {
      const open = MARKETING_CHANNELS.filter(({ code }) => {
        const { since } = onChannel(preference, code)
        const { objectedOn } = preference
        return (
          objectedOn !== null && wantsMarketing(preference, code) && (since === null || since <= objectedOn)
        )
      })
      return when(
        open.length > 0,
        `“${preference.name}” objected on ${preference.objectedOn ? formatDay(preference.objectedOn) : ''}, and ${open.map(({ label }) => label.toLowerCase()).join(', ')} still says yes.`,
      )
    },
  }),
  rule({
    id: 'preference-charity-soft-opt-in',
    title: 'Charity soft opt-in not shown',
    citation: 'PECR reg 22(3A)',
    source: 'pecr-22',
    severity: 'error',
    field: 'email',
    check: 'That details collected before 5 February 2026 are left out is cited from memory: check it.',
    explanation: 'All conditions have to hold; otherwise prior consent is needed.',
    find: (preference) => {
      if (preference.email !== 'softCharity' && preference.text !== 'softCharity') return []
      const lacks = charitySoftOptInLacks({
        collectedOn: preference.collectedOn,
        ownPurposesOnly: preference.ownPurposesOnly === true,
        interestOrSupport: preference.interestOrSupport === true,
        refusalOffered: preference.refusalOffered === true,
      })
      const words = lacks.map(
        (code) => SOFT_OPT_IN_CONDITIONS.find((one) => one.code === code)?.label ?? code,
      )
      return when(
        lacks.length > 0,
        `“${preference.name}” is on the charity soft opt-in, but not shown is: ${words.join('; ')}.`,
      )
    },
  }),
  rule({
    id: 'preference-commercial-soft-opt-in',
    title: 'Commercial soft opt-in not shown',
    citation: 'PECR reg 22(3)',
    source: 'pecr-22',
    severity: 'error',
    field: 'email',
    explanation:
      'The details come from a sale or its negotiation, for similar products or services, with a way to refuse every time.',
    find: ({ name, email, text, saleOrSimilar, refusalOffered }) =>
      when(
        [email, text].includes('softCommercial') && (saleOrSimilar !== true || refusalOffered !== true),
        `“${name}” is on the commercial soft opt-in, but its conditions are not all shown.`,
      ),
  }),
  rule({
    id: 'preference-family-soft-opt-in',
    title: 'Family on the charity soft opt-in',
    citation: 'PECR reg 22(3A)',
    source: 'pecr-22',
    severity: 'warning',
    field: 'kind',
    explanation:
      'Whether using a free service expresses an interest in the charity’s purposes is open, and a notice that promises consent governs.',
    find: ({ name, kind, email, text }) =>
      when(
        kind === 'family' && [email, text].includes('softCharity'),
        `“${name}” receives a service; check whether the soft opt-in fits, and what the notice promised.`,
      ),
  }),
  rule({
    id: 'preference-without-source',
    title: 'Opted in, but from where is not known',
    citation: 'PECR reg 22; UK GDPR Art 7(1)',
    source: 'gdpr-7-1',
    severity: 'warning',
    field: 'emailSource',
    explanation: 'An opt-in has to be shown: the day, and the form or call it came from.',
    find: (preference) => {
      const bare = MARKETING_CHANNELS.filter(({ code }) => {
        const { wish, since, source } = onChannel(preference, code)
        return wish === 'optedIn' && (since === null || source.trim() === '')
      })
      return when(
        bare.length > 0 && preference.consentId === null,
        `“${preference.name}” is opted in by ${bare.map(({ label }) => label.toLowerCase()).join(', ')}; since when or from where is not recorded.`,
      )
    },
  }),
  rule({
    id: 'preference-service-messages',
    title: 'Service messages not settled',
    citation: 'UK GDPR Art 21(2)',
    source: 'gdpr-21',
    severity: 'note',
    field: 'serviceMessages',
    explanation:
      'An opt-out does not stop messages that serve the service itself. Say whether they go on, so that nobody misses an appointment.',
    find: ({ name, objectedOn, serviceMessages }) =>
      when(
        objectedOn !== null && serviceMessages === null,
        `“${name}” objected to marketing; whether service messages go on is not recorded.`,
      ),
  }),
] as const

/** References of the entries in force that stand against a channel; entries are known on the Gaps page only. */
function suppressedOn(
  { emailAddress, telephoneNumber, suppressionId }: Preference,
  channel: 'email' | 'text' | 'telephone' | 'post',
  { records }: GapContext,
): readonly string[] {
  const entries = records.suppressions as unknown as readonly Suppression[]
  const [email, telephone] = [emailOf(emailAddress), telephoneOf(telephoneNumber)]
  const identifiers = { emails: email ? [email] : [], telephones: telephone ? [telephone] : [], persons: [] }
  const linked = entries.filter(({ id, status, scope }) => {
    const isCovered = scope.length === 0 || scope.includes(channel)
    return id === suppressionId && status !== 'lifted' && isCovered
  })
  const references = [...linked, ...matchesOf(identifiers, entries, channel)].map(
    ({ reference }) => reference,
  )
  return [...new Set(references)]
}
