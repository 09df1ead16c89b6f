import { valueOf } from '#shared/answer.ts'
import type { Consent } from '#shared/registers/consents/consent.record.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { about, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Consent>('consents')

/** The age from which a child can agree alone to an online service. @source UK GDPR Art 8 */
const ONLINE_AGE = 13

/** What makes a consent one that can be shown, relied on and withdrawn. @source UK GDPR Art 7, Art 8, Art 9(2)(a) */
export const CONSENT_RULES = [
  rule({
    id: 'consent-withdrawal-not-acted-on',
    title: 'Withdrawal not acted on',
    citation: 'UK GDPR Art 7(3)',
    source: 'gdpr-7-3',
    severity: 'error',
    field: 'actedOn',
    explanation:
      'Nothing more may rest on a consent that was withdrawn. Stop, tell whoever received the data, and record what was done.',
    find: ({ name, withdrawnOn, actedOn }) =>
      when(
        withdrawnOn !== null && actedOn === null,
        `“${name}” was withdrawn on ${withdrawnOn ? formatDay(withdrawnOn) : ''}, and what was done about it is not recorded.`,
      ),
  }),
  rule({
    id: 'consent-wording-missing',
    title: 'What the person agreed to is not recorded',
    citation: 'UK GDPR Art 7(1)',
    source: 'gdpr-7-1',
    severity: 'error',
    field: 'wording',
    explanation:
      'The controller has to be able to show consent: the words or the notice, the day and the way.',
    find: (consent) => {
      const missing = [
        ...(isBlank(consent.wording) && consent.noticeId === null ? ['what was said'] : []),
        ...(consent.givenOn === null ? ['the day'] : []),
        ...(consent.how === null && consent.channel === null ? ['how it was given'] : []),
      ]
      return when(
        isGiven(consent) && missing.length > 0,
        `“${consent.name}” cannot be shown: ${missing.join(', ')} not recorded.`,
      )
    },
  }),
  rule({
    id: 'consent-proof-missing',
    title: 'No proof of the consent',
    citation: 'UK GDPR Art 7(1)',
    source: 'gdpr-7-1',
    severity: 'warning',
    field: 'evidenceAt',
    explanation: 'Say where the form, the log entry or the recording is.',
    find: (consent) =>
      when(
        isGiven(consent) && isBlank(consent.evidenceAt),
        `Where the proof of “${consent.name}” is, is not recorded.`,
      ),
  }),
  rule({
    id: 'consent-not-free',
    title: 'Not freely given',
    citation: 'UK GDPR Art 7',
    source: 'gdpr-7',
    severity: 'error',
    field: 'wasFree',
    explanation:
      'Consent on which a service depends, or that cannot be refused without disadvantage, is none. Look for another basis.',
    find: (consent) =>
      when(
        isGiven(consent) && consent.wasFree === false,
        `“${consent.name}” was not freely given, so nothing can rest on it.`,
      ),
  }),
  rule({
    id: 'consent-withdrawal-way-missing',
    title: 'How to withdraw is not recorded',
    citation: 'UK GDPR Art 7(3)',
    source: 'gdpr-7-3',
    severity: 'warning',
    field: 'withdrawHow',
    explanation: 'Withdrawing is as easy as giving, and the person is told how before they agree.',
    find: (consent) =>
      when(
        isGiven(consent) && isBlank(consent.withdrawHow),
        `How “${consent.name}” can be withdrawn is not recorded.`,
      ),
  }),
  rule({
    id: 'consent-child-competence',
    title: 'How the child’s understanding was judged is not recorded',
    citation: 'UK GDPR Art 7; UK GDPR Art 8',
    source: 'gdpr-8',
    severity: 'warning',
    field: 'competence',
    check:
      'Outside online services the law gives no age: whether a child understands is judged case by case. Cited from memory: check.',
    explanation:
      'Record who judged whether the child could decide, and from what; for a parent, how parental responsibility was confirmed.',
    find: (consent) =>
      when(
        isGiven(consent) &&
          ((consent.givenBy === 'child' && isBlank(consent.competence)) ||
            (consent.givenBy === 'parent' && isBlank(consent.responsibility))),
        consent.givenBy === 'parent'
          ? `For “${consent.name}”, how parental responsibility was confirmed is not recorded.`
          : `For “${consent.name}”, how it was judged that the child could decide is not recorded.`,
      ),
  }),
  rule({
    id: 'consent-child-online-age',
    title: 'Child under 13 agreed to an online service',
    citation: 'UK GDPR Art 8',
    source: 'gdpr-8',
    severity: 'error',
    field: 'age',
    explanation:
      'For an online service offered to a child, consent of a child under 13 holds only if somebody with parental responsibility gives or authorises it.',
    find: ({ name, isOnlineService, givenBy, age }) => {
      const years = Number(/^\s*(\d{1,2})\b/.exec(age)?.[1] ?? Number.NaN)
      return when(
        isOnlineService === true && givenBy === 'child' && years < ONLINE_AGE,
        `“${name}” was given by a child of ${years} for an online service; ${ONLINE_AGE} is the age from which a child can agree alone.`,
      )
    },
  }),
  rule({
    id: 'consent-not-explicit',
    title: 'Special category data on consent that is not explicit',
    citation: 'UK GDPR Art 9(2)(a)',
    source: 'gdpr-9-2-a',
    severity: 'error',
    field: 'isExplicit',
    explanation: 'Where special category data rests on consent it has to be explicit.',
    find: (consent, { activities }) =>
      isGiven(consent) && consent.isExplicit !== true
        ? activities
            .filter(
              ({ id, purposes }) =>
                consent.activityIds.includes(id) &&
                purposes.some(({ article9 }) => article9.includes('9-2-a')),
            )
            .map(({ id, reference }) =>
              about(
                id,
                `${reference} rests on explicit consent, and “${consent.name}” is not recorded as explicit.`,
              ),
            )
        : [],
  }),
  rule({
    id: 'consent-for-another-basis',
    title: 'Activity does not rest on consent',
    citation: 'UK GDPR Art 6(1)(a)',
    source: 'gdpr-6-1-a',
    severity: 'warning',
    field: 'activityIds',
    explanation:
      'Asking for consent where something else is relied on misleads people: they think they can stop it.',
    find: (consent, { activities }) =>
      activities
        .filter(({ id }) => consent.activityIds.includes(id))
        .filter(({ purposes }) => {
          const bases = purposes.flatMap(({ basis }) => valueOf(basis) ?? [])
          const usesExplicit = purposes.some(({ article9 }) => article9.includes('9-2-a'))
          return bases.length > 0 && !bases.includes('6-1-a') && !usesExplicit
        })
        .map(({ id, reference }) =>
          about(id, `“${consent.name}” is kept for ${reference}, none of whose purposes rests on consent.`),
        ),
  }),
] as const

const isGiven = ({ status }: Consent) => status === 'given' || status === 'withdrawn' || status === 'ended'
