import { linesOf, textOf } from '#shared/described/words.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { BREACH_CAUSES } from '#shared/law/breach-causes.ts'
import { findCode } from '#shared/law/code-list.ts'
import { BREACH_FIELDS, type Breach } from '../breach.record.ts'
import { carriedFrom } from './carried.ts'
import {
  atMoment,
  fromBreach,
  notKnown,
  type Prefill,
  type ReportFacts,
  said,
  saidOrNotKnown,
} from './report-facts.ts'

/** Answers about the report itself and about what happened. @source UK GDPR Art 33(3)(a) */
export const EVENT_PREFILLS: Readonly<Record<string, Prefill>> = {
  B01: ({ phase }) => said([phase === 'initial' ? 'Initial report' : 'Follow-up report'], []),
  B02: (facts) =>
    facts.phase === 'initial'
      ? said(['Not applicable: this is the initial report.'], [])
      : said([facts.breach.caseReference], fromBreach(facts, 'caseReference')),
  B03: (facts) => {
    const names = facts.breach.followUps.map(({ withWhom }) => withWhom.trim()).filter(Boolean)
    return said([[...new Set(names)].join('; ')], fromBreach(facts, 'followUps'))
  },
  B04: reason,
  B05: (facts) => carriedFrom(facts, 'B05'),
  B06: firstReported,
  B10: (facts) => said([facts.breach.account.trim() || facts.breach.name], fromBreach(facts, 'account')),
  B11: howItHappened,
  B12: ({ breach, ...facts }) =>
    saidOrNotKnown(
      [
        discovered(breach),
        breach.toldTo.trim() && `Reported inside to: ${breach.toldTo}`,
        breach.awareBecause.trim() && `It was certain because: ${breach.awareBecause}`,
      ],
      fromBreach({ breach, ...facts }, 'noticedAt', 'noticedBy', 'toldTo', 'awareBecause'),
    ),
  B13: (facts) => {
    const { awareAt, noticedAt } = facts.breach
    return saidOrNotKnown(
      [
        awareAt
          ? `${formatUkMoment(awareAt)}: the organisation became aware.`
          : noticedAt && 'When the organisation became aware is not known yet.',
        noticedAt && `${formatUkMoment(noticedAt)}: first noticed.`,
      ],
      fromBreach(facts, 'awareAt', 'noticedAt'),
    )
  },
  B14: (facts) => {
    const { happenedFrom, happenedUntil, isOngoing } = facts.breach
    return saidOrNotKnown(
      [
        happenedFrom &&
          (happenedUntil || isOngoing
            ? `From ${formatUkMoment(happenedFrom)}`
            : formatUkMoment(happenedFrom)),
        atMoment('Until', happenedUntil),
        isOngoing ? 'It is still going on.' : null,
      ],
      fromBreach(facts, 'happenedFrom', 'happenedUntil', 'isOngoing'),
    )
  },
  B15: measuresBefore,
  B16: (facts) => {
    const from = fromBreach(facts, 'cause')
    const isAttack = isCyber(facts.breach)
    return isAttack === null ? notKnown(from) : said([isAttack ? 'Yes' : 'No'], from)
  },
}

/** Whether the cause is one of the attacks on systems, or of the faults in them; null while the cause is not known. */
export function isCyber({ cause }: Breach): boolean | null {
  const found = cause === null ? undefined : findCode(BREACH_CAUSES, cause)
  return found ? found.kind === 'cyber' : null
}

function reason(facts: ReportFacts) {
  const { risk, commissionerDecision } = facts.breach
  const from = fromBreach(facts, 'risk', 'commissionerDecision')
  if (risk === 'risk' || risk === 'high') return said(['Meets the threshold'], from)
  if (risk === 'unlikely' || commissionerDecision === 'doNot')
    return said(['Below the threshold but want the ICO to know'], from)
  return notKnown(from)
}

/** What the register can say of earlier reports; what was reported before there was a register it cannot know. */
function firstReported({ breach, others }: ReportFacts) {
  const reported = others.filter(({ reportedAt }) => reportedAt !== null)
  const from = reported.map(({ id, reference }) => ({
    label: `Reported before: ${reference}`,
    register: 'breaches' as const,
    record: id,
    field: 'reportedAt',
  }))
  const none = {
    label: 'No other report in this register',
    register: 'breaches' as const,
    record: breach.id,
    field: null,
  }
  return reported.length > 0 ? said(['No'], from) : said(['Unsure'], [none])
}

function howItHappened(facts: ReportFacts) {
  const { breach, nameOf } = facts
  const keys = ['cause', 'kinds', 'team', 'activityIds', 'processorIds', 'systemIds'] as const
  const told = keys.flatMap((key) => {
    const words = textOf(BREACH_FIELDS[key], breach[key], nameOf)
    return words === '' ? [] : [{ key, line: `${BREACH_FIELDS[key].label}: ${words}` }]
  })
  const from = told.length > 0 ? told.map(({ key }) => key) : (['cause'] as const)
  return saidOrNotKnown(
    told.map(({ line }) => line),
    fromBreach(facts, ...from),
  )
}

function discovered({ noticedBy, noticedAt }: Breach): string | null {
  if (!noticedAt && noticedBy.trim() === '') return null
  const by = noticedBy.trim() && ` by: ${noticedBy.trim()}`
  return `First noticed${noticedAt ? ` on ${formatUkMoment(noticedAt)}` : ''}${by}`
}

/** What the record says was in place; failing that, the measures of the activities concerned. */
function measuresBefore(facts: ReportFacts) {
  const { breach, activities, term } = facts
  if (breach.measuresBefore.trim() !== '')
    return said(
      linesOf(BREACH_FIELDS.measuresBefore, breach.measuresBefore, facts.nameOf),
      fromBreach(facts, 'measuresBefore'),
    )
  const told = activities.flatMap(({ id, reference, name, measureIds, securityDescription }) => {
    const names = measureIds.flatMap((one) => term(one)?.name ?? [])
    const words = [names.join('; '), securityDescription.trim()].filter(Boolean).join('. ')
    return words ? [{ id, title: `${reference} ${name}`.trim(), words }] : []
  })
  if (told.length === 0) return said([], fromBreach(facts, 'measuresBefore'))
  return said(
    told.map(({ title, words }) => `${title}: ${words}`),
    told.map(({ id, title }) => ({
      label: `Measures of ${title}`,
      register: 'activities',
      record: id,
      field: 'measureIds',
    })),
  )
}
