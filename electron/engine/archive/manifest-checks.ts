import { type Problem, shown } from './bag-source.ts'
import type { Algorithm, Hashes, ManifestLine } from './tag-files.ts'

/** A manifest as it was read; without an algorithm when its own is not known. */
export type Manifest = {
  readonly name: string
  readonly isTag: boolean
  readonly algorithm: Algorithm | undefined
  readonly lines: readonly ManifestLine[]
}

export type Compared = {
  readonly payload: readonly Problem[]
  readonly payloadSummary: string
  readonly tags: readonly Problem[]
  readonly tagSummary: string
  readonly notes: readonly string[]
}

/** Holds what the manifests promise against what the files are. @source RFC 8493 section 3 */
export function comparedManifests(
  manifests: readonly Manifest[],
  hashes: Hashes,
  alreadyTold: ReadonlySet<string>,
  version: string,
): Compared {
  const notes = new Set<string>()
  const names = namesOf([...hashes.keys(), ...alreadyTold])
  const check = (isTag: boolean) => {
    const some = manifests.filter((manifest) => manifest.isTag === isTag)
    const problems = some.flatMap((manifest) =>
      compareOne(manifest, { hashes, alreadyTold, names, version, notes }),
    )
    if (!isTag) problems.push(...unlisted(some, hashes, names, version))
    const which = alreadyTold.size > 0 ? 'every file that could be read' : 'every file'
    const algorithms = some.flatMap(({ algorithm }) => algorithm ?? []).join(', ')
    return { problems, summary: algorithms ? `${which} as promised (${algorithms})` : 'none in this bag' }
  }
  const payload = check(false)
  const tags = check(true)
  return {
    payload: payload.problems,
    payloadSummary: payload.summary,
    tags: tags.problems,
    tagSummary: tags.summary,
    notes: [...notes],
  }
}

type Known = {
  readonly hashes: Hashes
  readonly alreadyTold: ReadonlySet<string>
  readonly names: Names
  readonly version: string
  readonly notes: Set<string>
}

function compareOne({ name, algorithm, lines, isTag }: Manifest, known: Known): Problem[] {
  if (!algorithm) {
    known.notes.add(`${name} uses an algorithm that is not known here; it was not checked.`)
    return []
  }
  const problems: Problem[] = []
  const listed = new Map<string, string>()
  for (const { hash, path, note } of lines) {
    const say = (detail: string) => problems.push({ about: shown(path), detail: `${detail} (${name})` })
    if (note) known.notes.add(`${name}: ${note}.`)
    const before = listed.get(path)
    if (before !== undefined && before !== hash) say('It is listed twice, with different hashes.')
    else if (before !== undefined && known.version === '1.0') say('It is listed twice.')
    else if (before !== undefined) known.notes.add(`${name} lists ${shown(path)} twice.`)
    listed.set(path, hash)
    if (!isTag && !path.startsWith('data/')) say('A payload manifest lists what is not payload.')
    const found = known.names.find(path)
    if (found === null) {
      say('It is missing.')
      continue
    }
    if (found.note) known.notes.add(`${name}: ${shown(path)} ${found.note}.`)
    if (known.alreadyTold.has(found.name)) continue
    if (known.hashes.get(found.name)?.digests[algorithm] !== hash)
      say('It is not what the manifest promises.')
  }
  return problems
}

/** Files under `data/` that a manifest does not list. @source RFC 8493 section 3: every payload file in every payload manifest */
function unlisted(manifests: readonly Manifest[], hashes: Hashes, names: Names, version: string): Problem[] {
  const lists = manifests.map(({ lines }) => new Set(lines.map(({ path }) => names.find(path)?.name)))
  const payload = [...hashes.keys()].filter((name) => name.startsWith('data/'))
  return payload
    .filter((name) => {
      const times = lists.filter((list) => list.has(name)).length
      return version === '1.0' ? times < lists.length : times === 0
    })
    .map((name) => ({ about: shown(name), detail: 'It is in the bag, but not in every manifest.' }))
}

/** Files beside the payload that no tag manifest lists; in our archives there are none but those manifests. */
export function strayFiles(manifests: readonly Manifest[], hashes: Hashes): readonly Problem[] {
  const listed = new Set(
    manifests.filter(({ isTag }) => isTag).flatMap(({ lines }) => lines.map(({ path }) => path)),
  )
  return [...hashes.keys()]
    .filter((name) => !/^(?:data\/|tagmanifest-)/u.test(name) && !listed.has(name))
    .map((name) => ({ about: shown(name), detail: 'It does not belong to the archive.' }))
}

type Names = {
  readonly find: (path: string) => { readonly name: string; readonly note: string | null } | null
}

/** Finds a file by its path; file systems that compose letters or ignore case are allowed for, and noted. */
function namesOf(all: readonly string[]): Names {
  const exact = new Set(all)
  const composed = new Map(all.map((name) => [name.normalize('NFC'), name]))
  const folded = new Map(all.map((name) => [name.normalize('NFC').toLowerCase(), name]))
  return {
    find: (path) => {
      if (exact.has(path)) return { name: path, note: null }
      const alike = composed.get(path.normalize('NFC'))
      if (alike !== undefined) return { name: alike, note: 'is written with other letter forms' }
      const cased = folded.get(path.normalize('NFC').toLowerCase())
      return cased === undefined ? null : { name: cased, note: 'is written in other letter case' }
    },
  }
}
