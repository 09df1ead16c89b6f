import { GateOverride, GateResult } from '#shared/cases/gate.ts'
import { AppError } from '#shared/errors.ts'
import type { KeptGateResult } from '#shared/registers/cases/case-gate.contract.ts'
import { sha256 } from '../../revisions/chain.ts'
import { canonical } from '../../tables/json.ts'
import type { CaseStore } from '../open-cases.ts'
import { shutsGate } from './result-of.ts'

type Row = {
  readonly id: number
  readonly result: string
  readonly sha256: string
  readonly override: string | null
}

/** Keeps what a proof found, as canonical JSON with its hash; a read-only register keeps nothing. */
export function keepResult({ raw }: CaseStore, pack: number, result: GateResult): KeptGateResult {
  const text = canonical(result)
  const hash = sha256(text)
  if (!raw.readonly)
    raw
      .prepare(
        'insert into gate_results (pack, at, is_green, result, sha256, override) values (?, ?, ?, ?, ?, null)',
      )
      .run(pack, result.at, result.isGreen ? 1 : 0, text, hash)
  return { result, sha256: hash, override: null }
}

/** Every result of a pack, the newest last. */
export function listResults(store: CaseStore, pack: number): KeptGateResult[] {
  return rowsOf(store, pack).map(keptOf)
}

/** The last result of a pack; null where it was never proved. */
export function latestResult(store: CaseStore, pack: number): KeptGateResult | null {
  return listResults(store, pack).at(-1) ?? null
}

const rowsOf = ({ raw }: CaseStore, pack: number) =>
  raw
    .prepare<[number], Row>(
      'select id, result, sha256, override from gate_results where pack = ? order by id',
    )
    .all(pack)

function keptOf({ result, sha256: hash, override }: Row): KeptGateResult {
  if (sha256(result) !== hash)
    throw new AppError(
      'storage',
      'The kept proof of this pack is not what was found. Prove the pack again.',
      {
        reason: 'damaged',
      },
    )
  return {
    result: GateResult.parse(JSON.parse(result)),
    sha256: hash,
    override: override === null ? null : GateOverride.parse(JSON.parse(override)),
  }
}

/** Puts a second person's word beside the last result, for good; throws `rule` where there is nothing to say it about. */
export function keepOverride(
  store: CaseStore,
  pack: number,
  said: Omit<GateOverride, 'resultSha256'>,
): KeptGateResult {
  const row = rowsOf(store, pack).at(-1)
  if (!row) throw new AppError('rule', 'This pack was never proved. Prove it first.')
  const kept = keptOf(row)
  if (kept.result.isGreen)
    throw new AppError('rule', 'The proof of this pack is green: there is nothing to override.')
  if (kept.override)
    throw new AppError('rule', `${kept.override.by} let this result through already. That stays as it is.`)
  const override: GateOverride = { ...said, resultSha256: kept.sha256 }
  store.raw
    .prepare('update gate_results set override = ? where id = ? and override is null')
    .run(canonical(override), row.id)
  return { ...kept, override }
}

/**
 * Throws `rule` unless a pack may go out: its result is green, or a second person let the same findings through. Null
 * asks for the last result that is kept.
 */
export function refuseWhileShut(store: CaseStore, pack: number, result: GateResult | null): void {
  const latest = latestResult(store, pack)
  const now = result ?? latest?.result ?? null
  if (!now) throw shut('this pack was never proved. Prove it first.')
  if (now.isGreen) return
  const isOverridden = listResults(store, pack).some(
    (kept) => kept.override !== null && findingsOf(kept.result) === findingsOf(now),
  )
  if (!isOverridden)
    throw shut(
      `${saysOf(now)} Look at the proof of the pack, mend what it found and freeze the pack anew; or have a second person decide.`,
    )
}

const shut = (says: string) => new AppError('rule', `The gate is shut: ${says}`)

/** What two results have to have in common for a word about one to hold for the other. */
function findingsOf({ planSha256, findings, more }: GateResult): string {
  return canonical({ planSha256, more, findings: findings.filter(shutsGate) })
}

function saysOf({ findings, more }: GateResult): string {
  const count = findings.filter(shutsGate).length + more
  const first = findings.find(shutsGate)
  if (!first) return 'no file of this pack was read.'
  return `${count === 1 ? '1 thing was' : `${count.toLocaleString('en-GB')} things were`} found that must not be there, or could not be read. The first: ${first.says}`
}
