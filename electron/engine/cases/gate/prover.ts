import type { GateFinding, GateResult } from '#shared/cases/gate.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { GateNeedle } from '#shared/cases/proof/gate-needles.ts'
import type { Instant } from '#shared/time/instant.ts'
import { hashOf } from '../../documents/chunks.ts'
import type { CaseStore } from '../open-cases.ts'
import { startFileChecks } from './check-file.ts'
import type { CheckedFile } from './proved-files.ts'
import type { FileToProve } from './file-to-prove.ts'
import { needlesOfCase } from './needles-of-case.ts'
import { pagesNotSeen } from './pages-not-seen.ts'
import { resultOf } from './result-of.ts'

/** What is proved, for whom, and when. */
export type ProverAsked = {
  readonly store: CaseStore
  readonly pack: number
  readonly plan: PackPlan
  readonly planSha256: string
  readonly by: string
  readonly at: Instant
  /** Names that may stand anywhere: of the one who asks, and of the organisation. */
  readonly open?: readonly string[]
  /** What else is looked for in every file. */
  readonly also?: readonly GateNeedle[]
  /** Told how many pages were looked at; may throw to stop. */
  readonly step?: (pages: number) => Promise<void>
}

/** Reads the finished files of a pack again, in every way, for what must be gone from them. */
export type Prover = {
  /** The pages of the case that should be made from their picture, since something is left of what was removed. */
  readonly unclean: (file: FileToProve) => Promise<readonly number[]>
  /** Reads a file; what it finds counts. Never throws for a file: what cannot be read is a finding. */
  readonly prove: (file: FileToProve) => Promise<readonly GateFinding[]>
  /** Notes pages that were made from their picture. */
  readonly rebuilt: (pages: readonly number[]) => void
  /** Everything that was found so far; pages of the plan that were in no file are findings. */
  readonly result: () => GateResult
  readonly close: () => void
}

/** Starts the processes that prove a pack. Every file that is to go out has to be given to `prove`. */
export function startProver(asked: ProverAsked): Prover {
  const { store, open, also = [], step } = asked
  const ofCase = needlesOfCase(store, open)
  const needles = { needles: [...ofCase.needles, ...also], open: ofCase.open }
  const began = performance.now()
  const checks = startFileChecks(store, needles, step)
  /** Files that were looked at and not proved yet, by everything that their findings follow from. */
  const looked = new Map<string, Promise<CheckedFile>>()
  const files = new Map<string, CheckedFile>()
  const rebuilt = new Set<number>()

  const keyOf = ({ bytes, name, kind, pages }: FileToProve) =>
    JSON.stringify([hashOf(bytes), name, kind, pages])

  function check(file: FileToProve): Promise<CheckedFile> {
    const key = keyOf(file)
    const known = looked.get(key) ?? checks.check(file, hashOf(file.bytes))
    looked.set(key, known)
    return known
  }

  return {
    unclean: async (file) => pagesToRebuild(file, await check(file)),
    async prove(file) {
      const checked = await check(file)
      looked.delete(keyOf(file))
      files.set(file.name, checked)
      return checked.findings
    },
    rebuilt(pages) {
      for (const page of pages) rebuilt.add(page)
    },
    result() {
      const all = [...files.values()]
      const missing = pagesNotSeen(asked, all)
      return resultOf(asked, { files: all, missing, rebuilt: [...rebuilt], took: performance.now() - began })
    },
    close: () => checks.close(),
  }
}

/** A page whose objects hold what was removed is made anew from its picture; a name nobody marked stays on it so. */
function pagesToRebuild({ pages }: FileToProve, { findings }: CheckedFile): readonly number[] {
  const mayBe = new Set(
    pages.filter(({ removal }) => removal?.making === 'objects').map(({ casePage }) => casePage),
  )
  const bad = findings.filter(
    ({ kind, reader }) =>
      reader !== 'names' &&
      (kind === 'removed' || kind === 'uncovered' || kind === 'unread' || reader === 'objects'),
  )
  return [...new Set(bad.flatMap(({ casePage }) => casePage ?? []))].filter((page) => mayBe.has(page))
}
