import { breachClock, formatUkMoment } from '#shared/law/clocks/breach.ts'
import { isNotToReport, mayBeBreach } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { BREACH_TELLING_RULES } from './breach-telling.ts'
import { about, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Breach>('breaches')

/** What the log of a breach has to hold, and what does not fit together. @source UK GDPR Art 33(1), 33(5) */
export const BREACH_RULES = [
  rule({
    id: 'breach-log-incomplete',
    title: 'Facts, effects or remedial action missing',
    citation: 'UK GDPR Art 33(5)',
    source: 'gdpr-33-5',
    severity: 'error',
    field: 'effects',
    explanation:
      'Every personal data breach is documented with its facts, its effects and what was done about it, reported or not.',
    find: (breach) => {
      const missing = [
        ...(isBlank(breach.account) ? ['what happened'] : []),
        ...(isBlank(breach.effects) ? ['its effects'] : []),
        ...(isBlank(breach.remedialAction) ? ['the remedial action'] : []),
      ]
      const isKnown = breach.status === 'confirmed' || breach.status === 'closed'
      return when(
        isKnown && mayBeBreach(breach) && missing.length > 0,
        `The log of “${breach.name}” does not say ${missing.join(', ')}. Fill it in; “not known” with a reason is better than nothing.`,
      )
    },
  }),
  rule({
    id: 'breach-awareness-missing',
    title: 'When the organisation became aware is not recorded',
    citation: 'UK GDPR Art 33(1)',
    source: 'gdpr-33-1',
    severity: 'warning',
    field: 'awareAt',
    explanation:
      'The 72 hours run from awareness: reasonable certainty that a personal data breach has happened.',
    find: (breach) =>
      when(
        (breach.status === 'confirmed' || breach.status === 'closed') &&
          mayBeBreach(breach) &&
          breach.awareAt === null,
        `“${breach.name}” is confirmed, but when the organisation became aware is not recorded. Record the moment and what made it certain.`,
      ),
  }),
  rule({
    id: 'breach-undecided-late',
    title: 'Time to tell the Commissioner ended without a decision',
    citation: 'UK GDPR Art 33(1)',
    source: 'gdpr-33-1',
    severity: 'error',
    field: 'commissionerDecision',
    explanation:
      'The Commissioner is told within 72 hours of awareness unless a risk to people is unlikely. Report now with the reasons for the delay, or record why not.',
    find: (breach, { today }) => {
      if (!breach.awareAt || breach.reportedAt || isNotToReport(breach)) return []
      if (breach.ourRole === 'processor' || !mayBeBreach(breach)) return []
      const { due } = breachClock({ awareAt: breach.awareAt })
      return when(
        due !== null && ukDayOf(due) < today,
        `The 72 hours of “${breach.name}” ended on ${formatUkMoment(due!)}, and it is neither reported nor decided that it need not be.`,
      )
    },
  }),
  rule({
    id: 'breach-late-without-reasons',
    title: 'Reported late without reasons',
    citation: 'UK GDPR Art 33(1)',
    source: 'gdpr-33-1',
    severity: 'error',
    field: 'lateBecause',
    explanation: 'A report that comes after the 72 hours is accompanied by the reasons for the delay.',
    find: ({ name, awareAt, reportedAt, lateBecause }) => {
      const due = awareAt && breachClock({ awareAt }).due
      return when(
        Boolean(due && reportedAt && reportedAt > due) && isBlank(lateBecause),
        `“${name}” was reported after ${due ? formatUkMoment(due) : ''}, and the reasons for the delay are not recorded. Write them down and give them to the Commissioner.`,
      )
    },
  }),
  rule({
    id: 'breach-times-impossible',
    title: 'Times that cannot be right',
    citation: 'UK GDPR Art 33(5)',
    source: 'gdpr-33-5',
    severity: 'warning',
    field: 'happenedFrom',
    explanation:
      'It happens, somebody notices, the organisation is certain, the Commissioner is told: in this order.',
    find: (breach) =>
      outOfOrder(breach).map((words) => ({
        message: `${words} in “${breach.name}”. Check the two times.`,
        item: null,
      })),
  }),
  rule({
    id: 'breach-closed-with-open-actions',
    title: 'Closed with open actions',
    citation: 'UK GDPR Art 33(5)',
    source: 'gdpr-33-5',
    severity: 'warning',
    field: 'actions',
    explanation:
      'What was agreed to be done is part of the remedial action; an action that fell away says so.',
    find: ({ status, actions }) =>
      status === 'closed'
        ? actions.flatMap(({ id, what, doneOn }) =>
            doneOn === null
              ? [
                  about(
                    id,
                    `The breach is closed, but “${what || 'an action'}” is not done. Do it, or say why it fell away.`,
                  ),
                ]
              : [],
          )
        : [],
  }),
  ...BREACH_TELLING_RULES,
] as const

function outOfOrder({
  happenedFrom,
  happenedUntil,
  noticedAt,
  awareAt,
  reportedAt,
}: Breach): readonly string[] {
  const pairs = [
    [happenedFrom, happenedUntil, 'It ended before it began'],
    [happenedFrom, noticedAt, 'It was noticed before it happened'],
    [noticedAt, awareAt, 'The organisation was aware before anybody noticed'],
    [awareAt, reportedAt, 'It was reported before the organisation was aware'],
  ] as const
  return pairs.flatMap(([first, second, words]) => (first && second && second < first ? [words] : []))
}
