import { isNotToReport, mayBeBreach } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Breach>('breaches')

/** Who has to be told of a breach, and decisions that need reasons. @source UK GDPR Art 33(2), 33(5), Art 34 */
export const BREACH_TELLING_RULES = [
  rule({
    id: 'breach-not-reported-without-reasons',
    title: 'Not reported, without reasons',
    citation: 'UK GDPR Art 33(1), 33(5)',
    source: 'gdpr-33-5',
    severity: 'error',
    field: 'commissionerBecause',
    explanation:
      'Not to report is lawful where a risk to people is unlikely, or where there was no personal data breach. The log has to let the Commissioner check that.',
    find: (breach) =>
      when(
        isNotToReport(breach) && isBlank(breach.commissionerBecause),
        breach.commissionerDecision === 'logOnly'
          ? `“${breach.name}” is only logged, but why there is nothing to report is not written down.`
          : `“${breach.name}” is not reported, but why a risk to people is unlikely is not written down.`,
      ),
  }),
  rule({
    id: 'breach-decider-missing',
    title: 'Who decided is not recorded',
    citation: 'UK GDPR Art 33(5)',
    source: 'gdpr-33-5',
    severity: 'note',
    field: 'commissionerDecidedBy',
    explanation: 'A decision with a name and a moment can be explained later.',
    find: ({ name, commissionerDecision, commissionerDecidedBy, commissionerDecidedAt }) =>
      when(
        commissionerDecision !== null && (isBlank(commissionerDecidedBy) || commissionerDecidedAt === null),
        `It is decided whether to report “${name}”, but not recorded by whom and when.`,
      ),
  }),
  rule({
    id: 'breach-danger-not-reported',
    title: 'Danger to somebody, yet not reported',
    citation: 'UK GDPR Art 33(1)',
    source: 'gdpr-33-1',
    severity: 'warning',
    field: 'commissionerDecision',
    explanation:
      'An address that puts a child, an adoption or a family in hiding in danger is a risk to people whatever their number.',
    find: (breach) =>
      when(
        breach.safeguardingRisk === true && (breach.risk === 'unlikely' || isNotToReport(breach)),
        `“${breach.name}” could put somebody in danger, but a risk is called unlikely. Look at the decision again.`,
      ),
  }),
  rule({
    id: 'breach-logged-only-yet-breach',
    title: 'Only logged, although a breach',
    citation: 'UK GDPR Art 4(12), Art 33(1)',
    source: 'gdpr-33-1',
    severity: 'error',
    field: 'commissionerDecision',
    explanation:
      '“Log only” is for near misses and for what was no personal data breach. A confirmed breach is reported, or a risk to people is unlikely.',
    find: ({ name, commissionerDecision, nearMiss, status, isBreach }) =>
      when(
        commissionerDecision === 'logOnly' &&
          nearMiss !== true &&
          (isBreach === 'yes' || status === 'confirmed') &&
          status !== 'noBreach',
        `“${name}” was only logged as no personal data breach, but the record now says that it is one. Decide again.`,
      ),
  }),
  rule({
    id: 'breach-high-risk-people',
    title: 'High risk, and the people not told',
    citation: 'UK GDPR Art 34',
    source: 'gdpr-34',
    severity: 'error',
    field: 'peopleDecision',
    explanation:
      'Where a high risk is likely the people are told without undue delay, unless one of three grounds of Article 34(3) or an exemption applies.',
    find: ({ name, risk, peopleDecision }) =>
      when(
        risk === 'high' && (peopleDecision === null || peopleDecision === 'notHighRisk'),
        peopleDecision === null
          ? `A high risk is likely in “${name}”, and whether to tell the people is not decided.`
          : `“${name}” says both that a high risk is likely and that it is not. Settle which.`,
      ),
  }),
  rule({
    id: 'breach-people-untold-without-reasons',
    title: 'People not told, without reasons',
    citation: 'UK GDPR Art 34',
    source: 'gdpr-34',
    severity: 'warning',
    field: 'peopleBecause',
    explanation: 'The Commissioner can order that people be told; the reasons show why they were not.',
    find: ({ name, peopleDecision, peopleBecause }) =>
      when(
        peopleDecision !== null && peopleDecision !== 'tell' && isBlank(peopleBecause),
        `The people in “${name}” are not told one by one, but why is not written down.`,
      ),
  }),
  rule({
    id: 'breach-unintelligible-unsaid',
    title: 'Called unreadable, but not said why',
    citation: 'UK GDPR Art 34',
    source: 'gdpr-34',
    severity: 'warning',
    field: 'isUnintelligible',
    explanation: 'Encryption lifts the duty only if the key is safe as well.',
    find: ({ name, peopleDecision, isUnintelligible }) =>
      when(
        peopleDecision === 'unintelligible' && isUnintelligible !== true,
        `The people in “${name}” are not told because nobody else can read the data, but the record does not say that nobody can.`,
      ),
  }),
  rule({
    id: 'breach-controller-untold',
    title: 'Controller not told',
    citation: 'UK GDPR Art 33(2)',
    source: 'gdpr-33',
    severity: 'error',
    field: 'controllerToldAt',
    explanation:
      'A processor tells the controller without undue delay after becoming aware, whatever the risk. The controller decides about the Commissioner.',
    find: (breach) =>
      when(
        breach.ourRole === 'processor' &&
          mayBeBreach(breach) &&
          (breach.status === 'confirmed' || breach.status === 'closed') &&
          breach.controllerToldAt === null,
        `“${breach.name}” concerns data we process for somebody else, and that the controller was told is not recorded.`,
      ),
  }),
] as const
