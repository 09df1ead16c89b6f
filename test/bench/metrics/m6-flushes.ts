import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notMeasured, type Result } from '../report.ts'
import { runChild, versionOf } from '../run-child.ts'

const CHANGES = 50
const CHILD = join(import.meta.dirname, '..', 'children', 'change.ts')
const WHAT = 'Flushes to the disk for each saved change'
const TARGET = 'exactly 1'

/** How often a saved change makes the disk flush: what it costs where a flush is real. */
export async function countFlushes(register: string): Promise<Result> {
  const strace = await versionOf('strace', '-V')
  if (!strace) return notMeasured('M6', WHAT, TARGET, 'strace is not installed: sudo apt-get install strace')
  const none = await flushesOf(register, 0)
  const each = ((await flushesOf(register, CHANGES)) - none) / CHANGES
  return {
    metric: 'M6',
    what: WHAT,
    ours: each.toFixed(2),
    peer: '1, a bare commit',
    figure: each.toFixed(2),
    target: TARGET,
    verdict: Math.abs(each - 1) < 0.1 ? 'met' : 'missed',
    note: `fsync and fdatasync over ${CHANGES} changes, less those of opening and closing; what is beyond 1 belongs to checkpoints of the write-ahead log; ${strace.replace(' -- version', '')}`,
  }
}

async function flushesOf(register: string, changes: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-strace-'))
  try {
    const log = join(folder, 'calls')
    const options = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', log]
    await runChild('strace', [...options, process.execPath, CHILD, register, String(changes)])
    const calls = await readFile(log, 'utf8')
    // A call that another thread's interrupts is written in two lines, the second without the bracket.
    return calls.split('\n').filter((line) => /f(data)?sync\(/.test(line)).length
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
