import { textOf } from '#shared/described/words.ts'
import { breachClock } from '#shared/law/clocks/breach.ts'
import { type Breach, BREACH_FIELDS } from './breach.record.ts'
import type { Dated } from './chronology-record.ts'
import type { SentNotice } from './kept.ts'

/** The decisions as they were taken, those that a later one took the place of marked; and what was noted without one. */
export function decisionEntries(breach: Breach): readonly Dated[] {
  const superseded = new Set(breach.decisions.map(({ supersedes }) => supersedes))
  const kept = breach.decisions.map(({ id, subject, outcomeText, because, decidedBy, decidedAt }): Dated => ({
    key: `decision-${id}`,
    at: decidedAt,
    kind: 'decision',
    what: `${SUBJECT_WORDS[subject].decided}: ${outcomeText}`,
    who: decidedBy,
    source: because,
    citation: SUBJECT_WORDS[subject].citation,
    standing: superseded.has(id) ? 'superseded' : 'past',
    field: 'decisions',
    item: id,
  }))
  return [...kept, ...notedEntries(breach)]
}

/** Reports to the Commissioner as they were sent, and one that was noted without its text. */
export function reportEntries(breach: Breach): readonly Dated[] {
  const { sentReports, reportedAt, caseReference, lateBecause } = breach
  const kept = sentReports.map((report): Dated => {
    const { id, phase, sentAt, sentBy, channel, reference, answers } = report
    const open = answers.filter(({ state }) => state === 'notKnown').length
    const facts = [channel, reference && `reference ${reference}`, open > 0 && `${open} not known yet`]
    return {
      key: `report-${id}`,
      at: sentAt,
      kind: 'report',
      what:
        phase === 'initial' ? 'Report to the Commissioner sent' : 'Further report to the Commissioner sent',
      who: sentBy,
      source: [...facts, report.lateBecause && `late because: ${report.lateBecause}`]
        .filter(Boolean)
        .join('; '),
      citation: phase === 'initial' ? 'UK GDPR Art 33(1)' : 'UK GDPR Art 33(4)',
      field: 'sentReports',
      item: id,
    }
  })
  if (!reportedAt || sentReports.some(({ sentAt }) => sentAt === reportedAt)) return kept
  const isLate = breach.awareAt && reportedAt > breachClock({ awareAt: breach.awareAt }).due!
  const noted: Dated = {
    key: 'reportedAt',
    at: reportedAt,
    kind: 'report',
    what: 'Reported to the Commissioner',
    source: [
      caseReference && `reference ${caseReference}`,
      isLate && lateBecause && `late because: ${lateBecause}`,
    ]
      .filter(Boolean)
      .join('; '),
    citation: 'UK GDPR Art 33(1)',
    field: 'reportedAt',
  }
  return [...kept, noted]
}

/** Letters and notices as they were made; sent ones once more, when they were sent. */
export function noticeEntries({ sentNotices }: Breach): readonly Dated[] {
  return sentNotices.flatMap(({ id, kind, madeAt, madeBy, sentAt, how, count }) => {
    const shared = { kind: 'letters', who: madeBy, field: 'sentNotices', item: id } as const
    const { words, citation } = NOTICE_WORDS[kind]
    const what = `${words}${kind === 'publicNotice' ? '' : ` (${count})`}`
    const made: Dated = { ...shared, key: `notice-${id}`, at: madeAt, what: `${what} made`, citation }
    const sent = {
      ...shared,
      key: `notice-sent-${id}`,
      at: sentAt,
      what: `${what} sent`,
      source: how,
      citation,
    }
    return sentAt ? [made, sent] : [made]
  })
}

const SUBJECT_WORDS = {
  commissioner: { decided: 'Decided about the Commissioner', citation: 'UK GDPR Art 33(1), Art 33(5)' },
  people: { decided: 'Decided about the people', citation: 'UK GDPR Art 34' },
} as const

const NOTICE_WORDS: {
  readonly [Kind in SentNotice['kind']]: { readonly words: string; readonly citation: string }
} = {
  letters: { words: 'Letters to the people affected', citation: 'UK GDPR Art 34' },
  publicNotice: { words: 'Public notice', citation: 'UK GDPR Art 34(3)(c)' },
  controllerNotice: { words: 'Notice to the controller', citation: 'UK GDPR Art 33(2)' },
}

/** A decision that stands in the record without the entry that a recorded one has. */
function notedEntries(breach: Breach): readonly Dated[] {
  const noted = [
    [
      'commissioner',
      'commissionerDecidedAt',
      'commissionerDecision',
      breach.commissionerDecidedBy,
      breach.commissionerBecause,
    ],
    ['people', 'peopleDecidedAt', 'peopleDecision', breach.peopleDecidedBy, breach.peopleBecause],
  ] as const
  return noted.flatMap(([subject, field, outcome, who, source]) => {
    const at = breach[field]
    const isKept = breach.decisions.some(
      (decision) => decision.subject === subject && decision.decidedAt === at,
    )
    if (!at || isKept) return []
    const { decided, citation } = SUBJECT_WORDS[subject]
    const outcomeText = textOf(BREACH_FIELDS[outcome], breach[outcome], () => undefined)
    const what = outcomeText ? `${decided}: ${outcomeText}` : decided
    return [{ key: field, at, kind: 'decision', what, who, source, citation, field } satisfies Dated]
  })
}
