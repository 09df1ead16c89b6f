import { type Disclosure, isDecided } from '#shared/registers/disclosures/disclosure.register.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Disclosure>('disclosures')

/** The codes of grounds that concern crime. @source DPA 2018 Sch 2 para 2; UK GDPR Annex 1 */
const CRIME = ['CT-2', 'RLI-4']

/** Data given out case by case. @source UK GDPR Art 5(2), Art 6(1); DPA 2018 Sch 2 */
export const DISCLOSURE_RULES = [
  rule({
    id: 'disclosure-without-gateway',
    title: 'Data given out without a legal gateway',
    citation: 'UK GDPR Art 6(1)',
    source: 'gdpr-6-1',
    severity: 'error',
    field: 'gateway',
    explanation:
      'Every disclosure needs something in law that lets it happen. Record it before anything goes out.',
    find: (record) =>
      when(
        wentOut(record) && record.gateway === null,
        `Nothing is recorded that lets “${record.name}” happen.`,
      ),
  }),
  rule({
    id: 'disclosure-without-decision',
    title: 'Data given out without a decision',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'decidedBy',
    explanation: 'Somebody decides and answers for it. Record who decided, and when.',
    find: (record) =>
      when(
        (wentOut(record) && (isBlank(record.decidedBy) || record.decidedOn === null)) ||
          (record.disclosedAt !== null && !isDecided(record)),
        `Who decided on “${record.name}”, and when, is not recorded.`,
      ),
  }),
  rule({
    id: 'disclosure-content-missing',
    title: 'What was given out is not recorded',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'what',
    explanation: 'Later questions, and the person’s own, turn on what exactly went out. Describe it.',
    find: (record) =>
      when(
        wentOut(record) && isBlank(record.what),
        `What was given out in “${record.name}” is not recorded.`,
      ),
  }),
  rule({
    id: 'disclosure-necessity-missing',
    title: 'Why no less would do is not said',
    citation: 'UK GDPR Art 5(1)(c)',
    source: 'gdpr-5-1-c',
    severity: 'warning',
    field: 'gatewayBecause',
    explanation: 'Only what is needed goes out. Say why the gateway applies, and what was weighed.',
    find: (record) =>
      when(
        wentOut(record) && isBlank(record.gatewayBecause),
        `Why “${record.name}” was needed, and in this extent, is not said.`,
      ),
  }),
  rule({
    id: 'disclosure-crime-unwritten',
    title: 'Disclosure for crime without a written request',
    citation: 'DPA 2018 Sch 2 Pt 1 para 2',
    source: 'dpa-sch2',
    severity: 'warning',
    field: 'isSigned',
    check: 'That the request is in writing is a working habit, not law.',
    explanation: 'The exemption holds only so far as it is needed. A written request says for what.',
    find: (record) =>
      when(
        wentOut(record) &&
          record.occasion !== 'own' &&
          CRIME.includes(record.gateway ?? '') &&
          record.isSigned !== true,
        `“${record.name}” was given out for crime, but no written request is recorded.`,
      ),
  }),
  rule({
    id: 'disclosure-refusal-without-reason',
    title: 'Refusal without a reason',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'refusedBecause',
    explanation:
      'A body that asked may ask again, or go to court. Record why it was refused, or what was left out.',
    find: ({ name, decision, refusedBecause }) =>
      when(
        (decision === 'refused' || decision === 'inPart') && isBlank(refusedBecause),
        `Why “${name}” was refused, or in part, is not said.`,
      ),
  }),
  rule({
    id: 'disclosure-person-not-told',
    title: 'Whether the person was told is not settled',
    citation: 'UK GDPR Art 13, 14',
    source: 'gdpr-13',
    severity: 'warning',
    field: 'told',
    explanation: 'People are told who gets their data unless an exemption lifts it. Record it, or why not.',
    find: (record) =>
      when(
        wentOut(record) &&
          (record.told === null ||
            ((record.told === 'not' || record.told === 'later') && isBlank(record.toldBecause))),
        `Whether the person was told of “${record.name}”, or why not, is not recorded.`,
      ),
  }),
  rule({
    id: 'disclosure-channel-unsafe',
    title: 'Not known to have been sent securely',
    citation: 'UK GDPR Art 32',
    source: 'gdpr-32',
    severity: 'warning',
    field: 'isSecure',
    explanation: 'What goes out is protected on its way. Record how it was sent.',
    find: (record) =>
      when(
        wentOut(record) && record.isSecure !== true,
        `That “${record.name}” went by a secure channel is not recorded.`,
      ),
  }),
]

function wentOut({ decision }: Disclosure): boolean {
  return decision === 'disclosed' || decision === 'inPart'
}
