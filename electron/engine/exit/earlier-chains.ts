import type Sqlite from 'better-sqlite3'
import { EarlierChain } from './whole-files.ts'

const KEY = 'earlier_chains'

/** The chains that ended when the register was brought back without its history, the oldest first. */
export function earlierChains(raw: Sqlite.Database): readonly EarlierChain[] {
  const value = raw.prepare<[string], string>('select value from meta where key = ?').pluck().get(KEY)
  return value === undefined ? [] : EarlierChain.array().parse(JSON.parse(value))
}

/** Keeps them; nothing where there is none. */
export function keepEarlierChains(raw: Sqlite.Database, chains: readonly EarlierChain[]): void {
  if (chains.length === 0) return
  raw
    .prepare(
      'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    )
    .run(KEY, JSON.stringify(chains))
}
