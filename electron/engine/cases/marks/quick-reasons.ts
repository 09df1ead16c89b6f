import { z } from 'zod'
import { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'
import { plainReason } from '#shared/law/exemptions/plain-reasons.ts'
import type { CaseStore } from '../open-cases.ts'

/** The key of the fact that keeps them. */
const KEY = 'quickReasons'
const Kept = z.array(QuickReason).max(9)

const reasonFor = (exemption: string, label: string): QuickReason => ({
  exemption,
  reason: plainReason(exemption) ?? '',
  label,
})

/** What the keys say until somebody chooses others: what cases about children mostly need. */
const USUAL: readonly QuickReason[] = [
  reasonFor('TP-16', 'another person'),
  reasonFor('TP-16', 'another child'),
  reasonFor('LPP-19', 'legal advice'),
  reasonFor('CT-2', 'prevention of crime'),
  reasonFor('CA-21', 'possible abuse of a child'),
  reasonFor('SW-11', 'social work information'),
  reasonFor('HE-5', 'health information'),
  reasonFor('ED-19', 'education information'),
  reasonFor('CR-24', 'reference given in confidence'),
]

/** The reasons of the keys 1 to 9: those kept with the case, or the usual ones. */
export function quickReasons({ raw }: CaseStore): QuickReason[] {
  const kept = raw.prepare<[string], string>('select value from facts where key = ?').pluck().get(KEY)
  return kept === undefined ? [...USUAL] : Kept.parse(JSON.parse(kept))
}

/** Keeps the reasons of the keys with the case. */
export function keepQuickReasons({ raw }: CaseStore, reasons: readonly QuickReason[]): void {
  raw
    .prepare(
      'insert into facts (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    )
    .run(KEY, JSON.stringify(reasons))
}
