import { type GateFinding, GateResult } from '#shared/cases/gate.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CheckedFile } from './proved-files.ts'

/** Findings that a result keeps. */
const KEPT = 1000

type About = { readonly pack: number; readonly planSha256: string; readonly by: string; readonly at: Instant }
type Proved = {
  readonly files: readonly CheckedFile[]
  readonly missing: readonly GateFinding[]
  readonly rebuilt: readonly number[]
  readonly took: number
}

/** Whether a finding keeps the gate shut; a page that looks otherwise may have lost something, and shows nothing more. */
export const shutsGate = ({ kind }: Pick<GateFinding, 'kind'>): boolean => kind !== 'changed'

/** What was found in all files of a pack: green only where nothing keeps the gate shut. */
export function resultOf(
  { pack, planSha256, by, at }: About,
  { files, missing, rebuilt, took }: Proved,
): GateResult {
  const all = [...missing, ...files.flatMap(({ findings }) => findings)]
  const beyond = files.reduce((sum, { more }) => sum + more, 0)
  // What shuts the gate is kept before what does not.
  const sorted = [...all.filter(shutsGate), ...all.filter((finding) => !shutsGate(finding))]
  const marks = new Set(files.flatMap((one) => one.marks))
  const unclean = new Set(all.filter(shutsGate).flatMap(({ mark }) => mark ?? []))
  return GateResult.parse({
    pack,
    planSha256,
    at,
    by,
    isGreen: files.length > 0 && beyond === 0 && !all.some(shutsGate),
    files: files.map(({ file }) => file),
    marks: { checked: marks.size, clean: [...marks].filter((mark) => !unclean.has(mark)).length },
    rebuilt: rebuilt.toSorted((a, b) => a - b),
    findings: sorted.slice(0, KEPT),
    more: Math.max(0, sorted.length - KEPT) + beyond,
    took: Math.round(took),
  } satisfies GateResult)
}
