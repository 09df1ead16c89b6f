import type { Verification } from '#shared/registers/reports/report.contract.ts'
import { type Problem, shown } from './bag-source.ts'

type Check = Verification['checks'][number]

/** As many of one kind are named one by one; the rest is counted. */
const NAMED_PROBLEMS = 100

/** Gathers what was looked at and what was found. */
export type Report = {
  readonly add: (name: string, problems: readonly Problem[], allWell: string) => void
  readonly note: (text: string) => void
  readonly hasFailed: () => boolean
  readonly result: (kind: string) => Verification
}

/** A report on a path, empty as yet. */
export function startReport(path: string): Report {
  const checks: Check[] = []
  return {
    add: (name, problems, allWell) => {
      if (problems.length === 0) checks.push({ name, ok: true, detail: allWell })
      for (const { about, detail } of problems.slice(0, NAMED_PROBLEMS))
        checks.push({ name: about === name ? name : `${name}: ${shown(about)}`, ok: false, detail })
      const more = problems.length - NAMED_PROBLEMS
      if (more > 0) checks.push({ name, ok: false, detail: `${more} more of this kind.` })
    },
    note: (text) => checks.push({ name: 'Note', ok: true, detail: text }),
    hasFailed: () => checks.some(({ ok }) => !ok),
    result: (kind) => ({ path, kind, ok: checks.every(({ ok }) => ok), checks }),
  }
}

/** Why something failed, fit to show. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? shown(error.message) : 'It cannot be read.'
}
