import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { verifyResource } from '#engine/archive/verify-page.ts'

/** A check that the page makes, with what is wrong. */
export type PageCheck = {
  readonly name: string
  readonly problems: readonly { readonly about: string; readonly detail: string }[]
  readonly says: string
}

/** What the page in an archive finds. */
export type PageResult = {
  readonly kind: string
  readonly checks: readonly PageCheck[]
  readonly missing: readonly string[]
  readonly changed: readonly string[]
  readonly extra: readonly string[]
  readonly good: number
  readonly fingerprint: string
  readonly head: string
}

type PageFile = { readonly path: string; readonly bytes: () => Promise<Uint8Array> }
type Scripts = {
  readonly checkArchive: (
    files: readonly PageFile[],
    hashOf: (algorithm: string, bytes: Uint8Array) => Promise<string>,
  ) => Promise<PageResult>
  readonly filesOfZip: (zip: Blob) => Promise<readonly PageFile[]>
}

/** The functions of the page, without the page. */
export function pageScripts(): Scripts {
  const source = ['bag.js', 'compare.js', 'check.js', 'chain.js', 'zip.js'].map(verifyResource).join('\n')
  return runInNewContext(`${source}; ({ checkArchive, filesOfZip })`, {
    TextDecoder,
    TextEncoder,
    DecompressionStream,
  }) as Scripts
}

/** What the page finds in files, by their paths; here it knows the old algorithms too, which browsers lack. */
export async function checkedByPage(
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
): Promise<PageResult> {
  const given = [...files].map(([path, bytes]) => ({ path, bytes: () => Promise.resolve(bytes) }))
  return plain(await pageScripts().checkArchive(given, hashOf))
}

/** What the page finds in a zip, unpacked by its own means. */
export async function zipCheckedByPage(zip: Uint8Array<ArrayBuffer>): Promise<PageResult> {
  const { checkArchive, filesOfZip } = pageScripts()
  return plain(await checkArchive(await filesOfZip(new Blob([zip])), hashOf))
}

/** The names of the checks that failed, each with what it is about. */
export const failuresOf = ({ checks }: PageResult): readonly string[] =>
  checks.flatMap(({ name, problems }) => problems.map(({ about }) => `${name}: ${about}`))

const hashOf = (algorithm: string, bytes: Uint8Array) =>
  Promise.resolve(createHash(algorithm).update(bytes).digest('hex'))

/** As plain data of this realm. */
const plain = (result: PageResult) => JSON.parse(JSON.stringify(result)) as PageResult
