import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { gapsOfRecord, rulesOf } from '#shared/law/gaps/described-rules.ts'
import type { GapContext, GapRecords } from '#shared/law/gaps/context.ts'
import { noDescribedRecords } from '#shared/records/register-content.ts'
import { aContext } from './world.ts'

export type Change = Readonly<Record<string, unknown>>

/** One rule, a record that raises it, and what about that record has to change for it to be content. */
export type RuleCase = readonly [rule: string, raises: Change, settled: Change]

/** A record of a described register of which only what a case says is known. */
export function aRecord(register: DescribedName, change: Change = {}): AnyRecord {
  return { ...(described(register).blank('r', 'The case') as unknown as AnyRecord), ...change }
}

/** The rules that a record raises. */
export function rulesRaised(
  register: DescribedName,
  change: Change,
  context: GapContext = aContext(),
): readonly string[] {
  const record = described(register).schema.parse(aRecord(register, change)) as unknown as AnyRecord
  return gapsOfRecord(register, record, context).map(({ ruleId }) => ruleId)
}

/** A context in which records of described registers are known. */
export function contextWith(
  records: Partial<Record<DescribedName, readonly AnyRecord[]>>,
  more: Partial<GapRecords> = {},
) {
  return aContext({ ...more, described: { ...noDescribedRecords(), ...records } })
}

/** The ids of a register's rules, to hold against the cases. */
export const ruleIds = (register: DescribedName) => rulesOf(register).map(({ id }) => id)
