import { readFileSync, writeFileSync } from 'node:fs'
import { median, type Turns } from './measure.ts'

/** One line of the table of results. */
export type Result = {
  readonly metric: string
  readonly what: string
  readonly ours: string
  readonly peer: string
  /** The figure that the target is about; empty when there is none. */
  readonly figure: string
  readonly target: string
  readonly verdict: 'met' | 'missed' | 'recorded' | 'not measured'
  readonly note: string
}

/** A line without a target. */
export function recorded(metric: string, what: string, ours: string, note = '', peer = ''): Result {
  return { metric, what, ours, peer, figure: '', target: '', verdict: 'recorded', note }
}

/** A line for what could not be measured here, and why. */
export function notMeasured(metric: string, what: string, target: string, note: string): Result {
  return { metric, what, ours: '', peer: '', figure: '', target, verdict: 'not measured', note }
}

/** A line whose target is the most that the ratio of two medians may be. */
export function ratioResult(line: {
  metric: string
  what: string
  peer: string
  most: number
  turns: Turns
  note?: string
}): Result {
  const { ours, peer, load, discarded } = line.turns
  const ratio = median(ours) / median(peer)
  return {
    metric: line.metric,
    what: line.what,
    ours: spread(ours),
    peer: `${spread(peer)} ${line.peer}`,
    figure: `${ratio.toFixed(2)} times`,
    target: `at most ${line.most}`,
    verdict: ratio <= line.most ? 'met' : 'missed',
    note: [`${ours.length} runs, load ${load.toFixed(1)}, ${discarded} discarded`, line.note]
      .filter(Boolean)
      .join('; '),
  }
}

/** The median with its spread: the least and the most. */
export function spread(samples: readonly number[]): string {
  return `${milliseconds(median(samples))} (${milliseconds(Math.min(...samples))} to ${milliseconds(Math.max(...samples))})`
}

/** A duration with the digits that matter. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return ms >= 100 ? `${ms.toFixed(0)} ms` : ms >= 10 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(2)} ms`
}

/** A size in mebibytes. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`
}

/** The results as a table that reads well in a terminal and in Markdown. */
export function table(results: readonly Result[]): string {
  const rows = [
    ['', 'Measured', 'Ours', 'Peer', 'Figure', 'Target', 'Verdict', 'Note'],
    ...results.map(({ metric, what, ours, peer, figure, target, verdict, note }) => [
      metric,
      what,
      ours,
      peer,
      figure,
      target,
      verdict,
      note,
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const [head, ...body] = rows.map(line)
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n')
}

const MARK = '<!-- Newest first; each table is written by: npm run bench -- --write -->'

/** Puts a dated table above the older ones in the document of results. */
export function addToDocument(
  path: string,
  heading: string,
  machine: readonly string[],
  results: readonly Result[],
): void {
  const before = readFileSync(path, 'utf8')
  if (!before.includes(MARK)) throw new Error(`${path} has no place for results: it lacks the line ${MARK}`)
  const entry = `## ${heading}\n\n${machine.map((fact) => `- ${fact}`).join('\n')}\n\n${table(results)}\n`
  writeFileSync(
    path,
    before.replace(MARK, () => `${MARK}\n\n${entry}`),
  )
}
