import { emailOf, nameOf, postcodeOf, telephoneOf } from '#shared/registers/suppressions/identifiers.ts'
import type { Suppression } from '#shared/registers/suppressions/suppression.record.ts'
import type { GapContext } from './context.ts'
import { type Finding, found, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Suppression>('suppressions')

/** Whether an entry recognises somebody, and says since when and why it is kept. @source UK GDPR Art 21 */
export const SUPPRESSION_RULES = [
  rule({
    id: 'suppression-recognises-nobody',
    title: 'Entry that recognises nobody',
    citation: 'UK GDPR Art 21(3)',
    source: 'gdpr-21',
    severity: 'error',
    field: 'emails',
    explanation: 'An entry works by an email address, a telephone number, or a full name with a postcode.',
    find: ({ name, emails, telephones, postcode }) =>
      when(
        !emails.some(emailOf) && !telephones.some(telephoneOf) && !(nameOf(name) && postcodeOf(postcode)),
        `“${name}” has no address, number or postcode that a list could be checked against.`,
      ),
  }),
  rule({
    id: 'suppression-unreadable',
    title: 'Address or number that cannot be read',
    citation: 'UK GDPR Art 5(1)(d)',
    source: 'gdpr-5-1-d',
    severity: 'warning',
    field: 'emails',
    explanation: 'What is not an address or a number never matches. Correct it.',
    find: ({ emails, telephones, postcode, name }) => {
      const strange = [
        ...emails.filter((email) => !isBlank(email) && !emailOf(email)),
        ...telephones.filter((telephone) => !isBlank(telephone) && !telephoneOf(telephone)),
        ...(isBlank(postcode) || postcodeOf(postcode) ? [] : [postcode]),
      ]
      return strange.flatMap((text) =>
        found(`“${text}” in “${name}” is not an address, number or postcode that can be compared.`),
      )
    },
  }),
  rule({
    id: 'suppression-lifted-without-reason',
    title: 'Lifted without a reason',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'liftedBecause',
    explanation:
      'Writing again to somebody who objected needs a reason that can be shown, such as a new consent.',
    find: ({ name, status, liftedBecause }) =>
      when(status === 'lifted' && isBlank(liftedBecause), `“${name}” was lifted, and why is not recorded.`),
  }),
  rule({
    id: 'suppression-without-origin',
    title: 'Since when or from where is not known',
    citation: 'UK GDPR Art 21(3)',
    source: 'gdpr-21',
    severity: 'warning',
    field: 'since',
    explanation: 'The day shows that marketing stopped in time; the source answers the person’s questions.',
    find: ({ name, since, source, sourceNote }) =>
      when(
        since === null || (source === null && isBlank(sourceNote)),
        `“${name}”: ${since === null ? 'since when it is suppressed' : 'where that came from'} is not recorded.`,
      ),
  }),
  rule({
    id: 'suppression-kept-unexplained',
    title: 'Kept after a request for erasure, unexplained',
    citation: 'UK GDPR Art 17',
    source: 'gdpr-17',
    severity: 'warning',
    field: 'keptBecause',
    explanation:
      'The least that recognises the person may be kept so that they are not contacted again; tell them, and write it down.',
    find: ({ name, source, keptBecause }) =>
      when(
        source === 'erasure' && isBlank(keptBecause),
        `“${name}” asked for erasure and is kept on this list; why is not recorded.`,
      ),
  }),
  rule({
    id: 'suppression-twice',
    title: 'The same address or number twice',
    citation: 'UK GDPR Art 5(1)(c)',
    source: 'gdpr-5-1-c',
    severity: 'note',
    field: 'emails',
    explanation: 'Two entries for one address are easily lifted one by one. Keep one that covers both.',
    find: twice,
  }),
] as const

/** Other entries are known on the Gaps page only. */
function twice(entry: Suppression, { records }: GapContext): readonly Finding[] {
  const own = keysOf(entry)
  return (records.suppressions as unknown as readonly Suppression[])
    .filter((other) => other.id !== entry.id && other.status !== 'lifted' && entry.status !== 'lifted')
    .filter((other) => keysOf(other).some((key) => own.includes(key)))
    .flatMap(({ reference }) => found(`“${entry.name}” and ${reference} hold the same address or number.`))
}

const keysOf = ({ emails, telephones }: Suppression) => [
  ...emails.flatMap((email) => emailOf(email) ?? []),
  ...telephones.flatMap((telephone) => telephoneOf(telephone) ?? []),
]
