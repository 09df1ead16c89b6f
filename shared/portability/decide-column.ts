import type { ColumnRule } from './column-rule.ts'
import type { LeftOutReason } from './export.ts'
import { INSTEAD_FOR_BOTH, LEFT_OUT, PORTABLE_BASES, PROVENANCE_WORDS, PUBLIC_TASK } from './words.ts'

/** What becomes of a column. `check` says what to check before relying on it; null when the law is confirmed. */
export type ColumnDecision =
  | { readonly kind: 'kept'; readonly check: string | null }
  | {
      readonly kind: 'out'
      readonly reason: LeftOutReason
      /** The reason as a sentence, for whoever asked. */
      readonly says: string
      readonly citation: string
      /** How the person may have it all the same; empty where they may not. */
      readonly instead: string
      readonly check: string | null
    }
  | { readonly kind: 'undecided'; readonly says: string }

/** The four questions about a column: what they ask in words, in the order in which they are asked. */
const QUESTIONS = [
  ['whose', 'whose data it holds'],
  ['provenance', 'how the data came about'],
  ['basis', 'on what lawful basis it is held'],
  ['means', 'whether it is processed by computer'],
] as const

type Questions = Pick<ColumnRule, (typeof QUESTIONS)[number][0]>

/**
 * Whether a column is covered by portability: the person's own data, provided or observed, on consent or contract,
 * and processed by computer. One answer that rules it out is enough; to be kept it needs all four.
 *
 * @source UK GDPR Art 20(1), Art 20(1)(a), Art 20(1)(b), Art 20(3), Art 20(4)
 */
export function decideColumn(rule: Questions): ColumnDecision {
  const reason = reasonAgainst(rule)
  if (reason) return out(reason, rule)
  const open = QUESTIONS.filter(([key]) => rule[key] === null).map(([, words]) => words)
  if (open.length > 0) return { kind: 'undecided', says: `Not decided yet: ${inWords(open)}.` }
  return { kind: 'kept', check: rule.provenance && PROVENANCE_WORDS[rule.provenance].check }
}

/** What a column that no rule names is: undecided in everything. */
export const NEW_COLUMN: ColumnDecision = {
  kind: 'undecided',
  says: 'New in this file: nothing is decided about it yet.',
}

function reasonAgainst({ whose, provenance, basis, means }: Questions): LeftOutReason | null {
  // Whose it is decides what may be promised instead, so nothing is ruled out before that is known.
  if (whose === null) return null
  if (whose === 'nobody') return 'nobody'
  if (whose === 'others') return 'othersColumn'
  if (provenance === 'inferred' || provenance === 'created') return 'notProvided'
  if (basis !== null && !PORTABLE_BASES.includes(basis)) return 'basis'
  return means === 'paper' ? 'paper' : null
}

function out(reason: LeftOutReason, { whose, basis }: Questions): ColumnDecision {
  const isPublicTask = reason === 'basis' && basis === '6-1-e'
  const { says, citation, instead, check } = isPublicTask ? PUBLIC_TASK : LEFT_OUT[reason]
  const promise = whose === 'personAndOthers' ? INSTEAD_FOR_BOTH : instead
  return { kind: 'out', reason, says, citation, instead: promise, check }
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
