import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBare, openHere } from '../engine.ts'
import { median, takeTurns, timed } from '../measure.ts'
import { copyOfRegister } from '../registers.ts'
import { milliseconds, type Result, spread } from '../report.ts'

const COUNT = 20_000
const TURNS = 9
const LIMIT = 30
const MOST_BEYOND_FTS_MS = 50
/** From words of most records to words of a few; the last is a reference. */
const WORDS = ['child', 'famil', 'support', 'marketing', 'volunteer', 'safeguard', 'b-0170']

/** A search through the dispatcher, lines that match and all, against the index of words asked by itself. */
export async function measureSearch(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    const register = await copyOfRegister(COUNT, folder)
    const { engine, call } = await openHere(register)
    const bare = await openBare(register)
    try {
      const ask = bare.raw.prepare<[string]>(
        `select rowid from search_words where search_words match ? order by bm25(search_words, 10, 1) limit ${LIMIT}`,
      )
      const turns = await takeTurns(
        TURNS,
        () => timeEach(async (text) => (await call('search.everything', { text, limit: LIMIT })).length),
        () => timeEach((text) => ask.all(asMatch(text)).length),
      )
      const beyond = median(turns.ours) - median(turns.peer)
      return [
        {
          metric: 'Search',
          what: `Searching ${COUNT.toLocaleString('en-GB')} activities, with the lines that match`,
          ours: spread(turns.ours),
          peer: `${spread(turns.peer)} raw FTS5, ids alone`,
          figure: `FTS5 ${beyond < 0 ? '-' : '+'} ${milliseconds(Math.abs(beyond))}`,
          target: `FTS5 + ${MOST_BEYOND_FTS_MS} ms`,
          verdict: beyond <= MOST_BEYOND_FTS_MS ? 'met' : 'missed',
          note: `${turns.ours.length} searches, load ${turns.load.toFixed(1)}, ${turns.discarded} discarded`,
        },
      ]
    } finally {
      bare.raw.close()
      await engine.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How long each word takes; one that is not found would measure nothing. */
async function timeEach(search: (text: string) => Promise<number> | number): Promise<number[]> {
  const times: number[] = []
  for (const text of WORDS) {
    const { ms, result } = await timed(() => search(text))
    if (result === 0) throw new Error(`“${text}” was not found.`)
    times.push(ms)
  }
  return times
}

const asMatch = (text: string) => `"${text.replaceAll('-', ' ')}"*`
