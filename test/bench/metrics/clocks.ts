import fc from 'fast-check'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { aNation, settledAccess } from '../../law/clocks/facts.ts'
import { naiveDueDate, type NaiveFacts } from '../../law/clocks/naive-clock.ts'
import { median, takeTurns, timed } from '../measure.ts'
import { type Result, spread } from '../report.ts'

const CASES = 20_000
const LEAST_PER_SECOND = 100_000

/** The due dates of random rights requests, against the naive second implementation that the tests compare it with. */
export async function measureClocks(): Promise<Result[]> {
  const cases = fc.sample(fc.record({ facts: settledAccess, nation: aNation }), {
    numRuns: CASES,
    seed: 2026,
  })
  const turns = await takeTurns(
    9,
    async () =>
      (await timed(() => cases.map(({ facts, nation }) => rightsRequestClock(facts, nation).due))).ms,
    async () =>
      (await timed(() => cases.map(({ facts, nation }) => naiveDueDate(facts as NaiveFacts, nation)))).ms,
  )
  const perSecond = (CASES / median(turns.ours)) * 1000
  return [
    {
      metric: 'CLOCKS',
      what: `Due dates of ${CASES.toLocaleString('en-GB')} rights requests`,
      ours: spread(turns.ours),
      peer: `${spread(turns.peer)} the naive second implementation of the tests`,
      figure: `${Math.round(perSecond).toLocaleString('en-GB')} a second`,
      target: `at least ${LEAST_PER_SECOND.toLocaleString('en-GB')}`,
      verdict: perSecond >= LEAST_PER_SECOND ? 'met' : 'missed',
      note: `${turns.ours.length} runs, load ${turns.load.toFixed(1)}, ${turns.discarded} discarded; the words are made when they are read`,
    },
  ]
}
