import { AppError } from '#shared/errors.ts'
import { type BagEntry, type BagSource, LIMITS, type Problem } from './bag-source.ts'
import type { Manifest } from './manifest-checks.ts'
import { ALGORITHMS, decodeTagFile, readDeclaration, readFetchList, readManifest } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/** The files of a bag by their paths in it, and the folder they lie in. */
export type Bag = { readonly root: string; readonly files: ReadonlyMap<string, BagEntry> }

/** The bag is the archive itself, or the one folder that holds everything. */
export function findBag(entries: readonly BagEntry[]): Bag | null {
  const files = entries.filter(({ kind }) => kind === 'file')
  const declaration = files
    .filter(({ name }) => /^(?:[^/]+\/)?bagit\.txt$/u.test(name))
    .toSorted((a, b) => a.name.length - b.name.length)[0]
  if (!declaration) return null
  const root = declaration.name.slice(0, -'bagit.txt'.length)
  const inside = files.filter(({ name }) => name.startsWith(root))
  return { root, files: new Map(inside.map((file) => [file.name.slice(root.length), file])) }
}

/** A bag whose tag files have been read. */
export type Reader = {
  readonly source: BagSource
  readonly bag: Bag
  readonly version: string
  readonly infoText: string | null
  readonly manifests: readonly Manifest[]
  readonly fetchList: readonly string[]
}

const MANIFEST_NAME = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/u

/** Reads the tag files; null when they are no good, each fault being told. */
export async function bagReader(source: BagSource, bag: Bag, report: Report): Promise<Reader | null> {
  const problems: Problem[] = []
  const attempt = async <Result>(name: string, read: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await read()
    } catch (error) {
      problems.push({ about: name, detail: reasonOf(error) })
      return null
    }
  }
  const bytesOf = (name: string) => readTagFile(source, bag, name)
  const declared = await attempt('bagit.txt', async () => readDeclaration(await bytesOf('bagit.txt')))
  report.add(
    'Declaration',
    problems.splice(0),
    `BagIt ${declared?.version}, tag files in ${declared?.encoding}`,
  )
  if (!declared) return null
  const { version, encoding } = declared
  const textOf = async (name: string) => decodeTagFile(await bytesOf(name), encoding)

  const manifests: Manifest[] = []
  for (const name of [...bag.files.keys()].toSorted()) {
    const [, tag, written = ''] = MANIFEST_NAME.exec(name) ?? []
    if (!written) continue
    const algorithm = ALGORITHMS.find((known) => known === written.toLowerCase().replaceAll('-', ''))
    const lines = await attempt(name, async () => readManifest(await textOf(name), version))
    if (lines) manifests.push({ name, isTag: Boolean(tag), algorithm, lines })
  }
  const infoName = ['bag-info.txt', 'package-info.txt'].find((name) => bag.files.has(name))
  const infoText = infoName ? await attempt(infoName, () => textOf(infoName)) : null
  const fetchList = bag.files.has('fetch.txt')
    ? await attempt('fetch.txt', async () => readFetchList(await textOf('fetch.txt'), version))
    : []
  if (!manifests.some(({ isTag, algorithm }) => !isTag && algorithm))
    problems.push({ about: 'manifest', detail: 'No payload manifest with a known algorithm can be read.' })
  report.add(
    'Tag files',
    problems,
    'all readable, in the declared encoding, and no path leads out of the bag',
  )
  return { source, bag, version, infoText, manifests, fetchList: fetchList ?? [] }
}

async function readTagFile(source: BagSource, bag: Bag, name: string): Promise<Buffer> {
  const entry = bag.files.get(name)
  if (!entry) throw new AppError('not-found', 'It is not there.')
  if (entry.bytes > LIMITS.tagFileBytes) throw new AppError('rule', 'It is too large to be a tag file.')
  const chunks: Buffer[] = []
  for await (const chunk of await source.open(entry.name)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
