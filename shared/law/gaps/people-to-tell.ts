import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import type { GapContext } from './context.ts'
import { type Finding, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Recipient>('recipients')

/** Whether each person whom a breach puts at risk is told, safely, and it can be shown. @source UK GDPR Art 34 */
export const PEOPLE_TO_TELL_RULES = [
  rule({
    id: 'person-to-tell-without-breach',
    title: 'Of which breach is not recorded',
    citation: 'UK GDPR Art 34',
    source: 'gdpr-34',
    severity: 'warning',
    field: 'breachId',
    explanation: 'The letter takes what happened from the breach, and the log counts who was told of it.',
    find: ({ name, breachId }) =>
      when(breachId === null, `“${name}” is to be told, but of which breach is not recorded.`),
  }),
  rule({
    id: 'person-to-tell-high-risk-untold',
    title: 'At high risk and not told',
    citation: 'UK GDPR Art 34(1)',
    source: 'gdpr-34',
    severity: 'error',
    field: 'state',
    explanation:
      'It is decided that the people at high risk are told, which the law asks for without undue delay.',
    find: untoldAtHighRisk,
  }),
  rule({
    id: 'person-to-tell-told-undated',
    title: 'Told, but not when',
    citation: 'UK GDPR Art 33(5), Art 34(1)',
    source: 'gdpr-33-5',
    severity: 'warning',
    field: 'toldAt',
    explanation: 'Without the day and time nobody can show that it was without undue delay.',
    find: ({ name, state, toldAt }) =>
      when(state === 'told' && toldAt === null, `“${name}” is recorded as told, but not when.`),
  }),
  rule({
    id: 'person-to-tell-unsafe-letter',
    title: 'Written to where it is not safe',
    citation: 'UK GDPR Art 32',
    source: 'gdpr-32',
    severity: 'error',
    field: 'safeToWrite',
    explanation:
      'A letter that somebody else opens can put a person in danger and is a breach of its own. Tell them another way.',
    find: ({ name, safeToWrite, toldHow, state }) =>
      when(
        (safeToWrite === 'no' || safeToWrite === 'check') &&
          state !== 'notTold' &&
          (toldHow === 'letter' || toldHow === 'email'),
        safeToWrite === 'no'
          ? `It is not safe to write to “${name}”, yet a letter or email is recorded.`
          : `Whether it is safe to write to “${name}” was still to be checked, yet a letter or email is recorded.`,
      ),
  }),
  rule({
    id: 'person-to-tell-child-unaccompanied',
    title: 'Letter to a child with nobody to read it with',
    citation: 'UK GDPR Art 12(1), Art 34(2)',
    source: 'gdpr-12',
    severity: 'note',
    field: 'addressee',
    explanation:
      'A child is told in words for a child. Whether it goes to the child or to somebody who reads it with them is worth a thought.',
    find: ({ name, version, addressee, state }) =>
      when(
        version === 'child' && isBlank(addressee) && state !== 'notTold',
        `The letter for a child goes to “${name}” alone; to whom else it is addressed is not recorded.`,
      ),
  }),
  rule({
    id: 'person-to-tell-untold-unexplained',
    title: 'Not told, without a reason',
    citation: 'UK GDPR Art 33(5), Art 34',
    source: 'gdpr-33-5',
    severity: 'warning',
    field: 'outcome',
    explanation: 'The Commissioner can order that people be told; the reason shows why this one was not.',
    find: ({ name, state, outcome }) =>
      when(
        (state === 'notTold' || state === 'notReached') && isBlank(outcome),
        state === 'notTold'
          ? `“${name}” is not to be told, but why is not written down.`
          : `“${name}” could not be reached, but what was tried is not written down.`,
      ),
  }),
] as const

/** The breach is known on the Gaps page only. */
function untoldAtHighRisk(person: Recipient, { records }: GapContext): readonly Finding[] {
  const { name, highRisk, state, breachId } = person
  if (highRisk !== true || state === 'told' || state === 'notTold') return []
  const breaches = records.breaches as unknown as readonly Breach[]
  const breach = breaches.find(({ id }) => id === breachId)
  return when(
    breach?.peopleDecision === 'tell',
    `“${name}” is at high risk from “${breach?.name}” and is to be told, but has not been told yet.`,
  )
}
