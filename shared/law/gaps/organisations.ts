import { isSettled, valueOf } from '#shared/answer.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, found, ruleAbout, when } from './gap.ts'
import { daysAfter, shortened } from './parts.ts'
import { isBlank } from './words.ts'

/** Days before its expiry from which an ICO registration is pointed out. */
export const EXPIRY_NOTICE_DAYS = 60

const organisationRule = ruleAbout<Organisation>('organisation')

/** What is said of an organisation that keeps a record here. @source UK GDPR Art 30(1)(a); DPA 2018 s.137 */
export const ORGANISATION_RULES = [
  organisationRule({
    id: 'organisation-without-contact',
    title: 'Organisation without address or contact',
    citation: 'UK GDPR Art 30(1)(a), 30(2)(a)',
    source: 'gdpr-30-1-a',
    severity: 'error',
    field: 'address',
    explanation:
      'The record gives the name and contact details of the controller or processor: an address, and an email or telephone number.',
    find: ({ address, email, telephone }) => [
      ...when(isBlank(address), 'No address is recorded.'),
      ...when(
        isBlank(email) && isBlank(telephone),
        'Neither an email address nor a telephone number is recorded.',
      ),
    ],
  }),
  organisationRule({
    id: 'officer-missing',
    title: 'Data protection officer not recorded',
    citation: 'UK GDPR Art 30(1)(a), Art 37',
    source: 'gdpr-37',
    severity: 'error',
    field: 'dataProtectionOfficer',
    explanation:
      'Public authorities, and organisations whose core work is large-scale use of special category or criminal offence data, appoint a data protection officer, and the record names them. Give the details, or the reason why none is required.',
    find: missingOfficer,
  }),
  organisationRule({
    id: 'officer-without-contact',
    title: 'Data protection officer without contact details',
    citation: 'UK GDPR Art 30(1)(a), Art 13(1)(b)',
    source: 'gdpr-13-1-b',
    severity: 'error',
    field: 'dataProtectionOfficer',
    explanation:
      'The record and notices give the officer’s contact details. An email address, telephone number or postal address is enough.',
    find: ({ dataProtectionOfficer }) => {
      const officer = valueOf(dataProtectionOfficer)
      return when(
        officer !== undefined && [officer.email, officer.telephone, officer.address].every(isBlank),
        'A data protection officer is named without any contact details.',
      )
    },
  }),
  organisationRule({
    id: 'registration-missing',
    title: 'No ICO registration',
    citation: 'DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018',
    source: 'dpa-137',
    severity: 'warning',
    field: 'icoRegistration',
    explanation:
      'Controllers pay a fee and are listed by the Commissioner unless exempt. Give the number, or the exemption.',
    find: ({ icoRegistration }) => {
      const registration = valueOf(icoRegistration)
      return when(
        !isSettled(icoRegistration) || (registration !== undefined && isBlank(registration.number)),
        'No ICO registration number is recorded.',
      )
    },
  }),
  organisationRule({
    id: 'registration-expired',
    title: 'ICO registration expired',
    citation: 'DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018',
    source: 'dpa-137',
    severity: 'error',
    field: 'icoRegistration',
    explanation: 'Renew the registration and record the new date.',
    find: ({ icoRegistration }, { today }) => {
      const expiresOn = valueOf(icoRegistration)?.expiresOn
      return expiresOn && expiresOn < today
        ? found(`The ICO registration expired on ${formatDay(expiresOn)}.`)
        : []
    },
  }),
  organisationRule({
    id: 'registration-expiring',
    title: 'ICO registration about to expire',
    citation: 'DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018',
    source: 'dpa-137',
    severity: 'note',
    field: 'icoRegistration',
    explanation: 'The registration expires within 60 days. Renew it and record the new date.',
    find: ({ icoRegistration }, { today }) => {
      const expiresOn = valueOf(icoRegistration)?.expiresOn
      const isSoon = expiresOn && expiresOn >= today && expiresOn <= daysAfter(today, EXPIRY_NOTICE_DAYS)
      return isSoon ? found(`The ICO registration expires on ${formatDay(expiresOn)}.`) : []
    },
  }),
  organisationRule({
    id: 'registration-expiry-missing',
    title: 'Expiry of the ICO registration not recorded',
    citation: 'DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018',
    source: 'dpa-137',
    severity: 'note',
    field: 'icoRegistration',
    explanation: 'Without the date nobody can be reminded. It is in the Commissioner’s public list.',
    find: ({ icoRegistration }) =>
      when(
        valueOf(icoRegistration)?.expiresOn === null,
        'When the ICO registration expires is not recorded.',
      ),
  }),
  organisationRule({
    id: 'authority-undetermined',
    title: 'Whether it is a public authority is not said',
    citation: 'UK GDPR Art 6(1)(f), Art 6(1)(ea)',
    source: 'gdpr-6-1-f',
    severity: 'note',
    field: 'publicAuthority',
    explanation:
      'Which lawful bases are open, and whether a data protection officer is required, depend on it.',
    find: ({ publicAuthority }) =>
      when(!isSettled(publicAuthority), 'Whether this is a public authority has not been said.'),
  }),
  organisationRule({
    id: 'question-unsettled',
    title: 'Question not settled',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'note',
    field: 'questions',
    explanation: 'Somebody noted this for the data protection officer. Write how it was settled.',
    find: ({ questions }) =>
      questions.flatMap(({ question, settledBy }, index) =>
        isBlank(settledBy) ? [about(String(index), `Not settled: ${shortened(question)}`)] : [],
      ),
  }),
] as const

function missingOfficer(organisation: Organisation, context: GapContext): readonly Finding[] {
  const { dataProtectionOfficer, publicAuthority } = organisation
  if (dataProtectionOfficer.state === 'value') return []
  if (valueOf(publicAuthority) === true)
    return found('A public authority needs a data protection officer; none is recorded.')
  const usesSensitiveData = context
    .activitiesOf(organisation.id)
    .some(
      ({ status, data }) => status !== 'retired' && data.some(({ dataClass }) => dataClass !== 'ordinary'),
    )
  return when(
    usesSensitiveData && !isSettled(dataProtectionOfficer),
    'Special category or criminal offence data is used, and neither an officer nor a reason for having none is recorded.',
  )
}
