import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** Above this load average of the last minute a run says more about other programs than about ours. */
const MOST_LOAD = 3
const PATIENCE_MS = 180_000
const LOOK_EVERY_MS = 3_000

/** What was measured of two sides that took turns. */
export type Turns = {
  readonly ours: number[]
  readonly peer: number[]
  readonly load: number
  readonly discarded: number
}

/** One thing measured on one side: milliseconds, or whatever unit both sides share. */
export type Side = () => Promise<number | readonly number[]>

/** The load that is still accepted; `--load N` on the command line names another. */
export function acceptedLoad(): number {
  const at = process.argv.indexOf('--load')
  return at < 0 ? MOST_LOAD : Number(process.argv[at + 1])
}

/** Lets both sides take turns, A B A B, after one turn each that does not count; discards turns on a busy machine. */
export async function takeTurns(turns: number, ours: Side, peer: Side): Promise<Turns> {
  const kept = { ours: [] as number[], peer: [] as number[], load: 0, discarded: 0 }
  await ours()
  await peer()
  for (let turn = 0; turn < turns;) {
    await untilCalm()
    const [one, other] = [[await ours()].flat(), [await peer()].flat()]
    const load = loadavg()[0]!
    if (load > acceptedLoad() && kept.discarded < 2 * turns) {
      kept.discarded += 1
      continue
    }
    if (load > acceptedLoad())
      throw new Error(`The machine is too busy to measure on: load average ${load.toFixed(1)}.`)
    kept.ours.push(...one)
    kept.peer.push(...other)
    kept.load = Math.max(kept.load, load)
    turn += 1
  }
  return kept
}

/** Waits, for a while, until the machine has little else to do. */
export async function untilCalm(): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (loadavg()[0]! > acceptedLoad() - 0.3 && performance.now() < until) await wait(LOOK_EVERY_MS)
}

/** How long something takes, in milliseconds, and what it gives. */
export async function timed<Result>(
  work: () => Promise<Result> | Result,
): Promise<{ ms: number; result: Result }> {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle value. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
