import { z } from 'zod'
import { GateFile, GateFinding } from '#shared/cases/gate.ts'
import type { GateNeedles, KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { sha256 } from '../../revisions/chain.ts'
import type { CaseStore } from '../open-cases.ts'

/** A file that was looked through: what the result says of it, its findings, and the pages and marks it holds. */
export const CheckedFile = z
  .object({
    file: GateFile,
    findings: z.array(GateFinding),
    /** How many findings there are beyond those. */
    more: z.int(),
    casePages: z.array(z.int()),
    marks: z.array(z.int()),
  })
  .readonly()
export type CheckedFile = z.infer<typeof CheckedFile>

/** Raised when a reader of the proof changes: what an older program found is then no answer any more. */
const READERS = 1

/**
 * Files that were proved in a run that was stopped or killed, by everything the finding follows from: their bytes, what
 * is known of their pages, and what is looked for. What could not be read is never kept: it is tried again.
 */
export function provedFiles({ raw }: CaseStore, needles: GateNeedles) {
  const soughtSha256 = sha256(JSON.stringify([READERS, needles]))
  return {
    keyOf: (name: string, bytesSha256: string, pages: readonly KnownPage[]) =>
      sha256(JSON.stringify([soughtSha256, name, bytesSha256, pages])),
    find(key: string): CheckedFile | null {
      const text = raw
        .prepare<[string], string>('select checked from proved_files where key = ?')
        .pluck()
        .get(key)
      return text === undefined ? null : CheckedFile.parse(JSON.parse(text))
    },
    keep(key: string, checked: CheckedFile): void {
      const isWhole = checked.more === 0 && checked.findings.every(({ kind }) => kind !== 'unread')
      if (isWhole && !raw.readonly)
        raw
          .prepare('insert or replace into proved_files (key, checked) values (?, ?)')
          .run(key, JSON.stringify(checked))
    },
  }
}
