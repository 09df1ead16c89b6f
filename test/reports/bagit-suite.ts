import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CORPORA } from './material.ts'

/** Where the BagIt conformance suite lies. */
export const SUITE = join(CORPORA, 'archives/bagit')

/** A bag of the suite. */
export type SuiteBag = {
  readonly name: string
  readonly path: string
  readonly isValid: boolean
  /** Valid, with something to be said about it. */
  readonly isWarning: boolean
}

/** The bags of the conformance suite; those that may only warn are valid, those for one system are invalid on all. */
export function bagItSuite(): readonly SuiteBag[] {
  const folders = (path: string) =>
    readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory())
  return folders(SUITE)
    .filter((version) => version.startsWith('v'))
    .flatMap((version) =>
      folders(join(SUITE, version)).flatMap((kind) =>
        folders(join(SUITE, version, kind)).map((bag) => ({
          name: `${version}/${kind}/${bag}`,
          path: join(SUITE, version, kind, bag),
          isValid: kind === 'valid' || kind === 'warning',
          isWarning: kind === 'warning',
        })),
      ),
    )
}

/** The suite's copy lost this bag's `.DS_Store`, so that it really is incomplete. */
export const LOST_A_FILE = 'v0.97/warning/special-system-files'
