'use strict'

const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']
/** What bears the fingerprint is not under it. */
const BEARERS = ['data/cover-letter.pdf', 'data/transfer-note.pdf']

/**
 * Checks an archive that is a BagIt bag (RFC 8493). `given` are its files, {path, bytes: () => Promise<Uint8Array>};
 * `hashOf` gives the hash of bytes in hexadecimal, or null for an algorithm that it does not know. Answers with every check
 * and its problems, each with what it is about; with what is missing, changed and extra; and with the fingerprint.
 */
async function checkArchive(given, hashOf, tell = () => {}) {
  const result = {
    kind: '',
    checks: [],
    missing: [],
    changed: [],
    extra: [],
    good: 0,
    fingerprint: '',
    head: '',
  }
  const add = (name, problems, allWell) =>
    result.checks.push({ name, problems, says: problems.length === 0 ? allWell : '' })
  const bag = bagIn(given)
  add('Names', nameProblems(given), 'every name stays inside the archive and is given once')
  if (bag === null || result.checks[0].problems.length > 0) {
    if (bag === null) add('Bag', [about('bagit.txt', 'It is not there, so this is not a BagIt bag.')])
    return result
  }
  const read = await readTags(bag, add)
  if (read === null) return result
  const { version, info, manifests, toFetch } = read
  result.kind = /^DPO Workbench (.+), version \d+$/u.exec(labelOf(info, 'Archive-Profile') ?? '')?.[1] ?? ''
  result.head = labelOf(info, 'Chain-Head') ?? ''

  const asked = ALGORITHMS.filter((one) => manifests.some(({ algorithm }) => algorithm === one))
  const hashes = new Map()
  const unread = []
  let bytesOfPayload = 0
  for (const [path, file] of bag) {
    tell(hashes.size + 1, bag.size)
    try {
      const bytes = await file.bytes()
      if (path.startsWith('data/')) bytesOfPayload += bytes.length
      hashes.set(path, new Map())
      for (const one of asked) hashes.get(path).set(one, await hashOf(one, bytes))
    } catch (error) {
      unread.push(about(path, `It cannot be read: ${error.message}`))
    }
  }
  add('Reading', unread, `${hashes.size} files read to their end`)

  const unknown = asked.filter((one) => [...hashes.values()].some((found) => found.get(one) === null))
  const known = manifests.filter(({ algorithm }) => algorithm && !unknown.includes(algorithm))
  const nameOf = namesOf([...bag.keys()])
  const unreadable = new Set(unread.map((problem) => problem.about))
  const judge = (path, promised, algorithm) => {
    const name = nameOf(path)
    if (name === undefined) return 'missing'
    if (unreadable.has(name)) return 'changed'
    return hashes.get(name).get(algorithm) === promised ? 'good' : 'changed'
  }
  const verdicts = new Map()
  for (const isTag of [false, true]) {
    const some = known.filter((manifest) => manifest.isTag === isTag)
    const problems = some.flatMap((manifest) => comparedWith(manifest, version, judge, verdicts))
    if (!isTag) problems.push(...extraPayload(some, version, nameOf, hashes, result.extra))
    if (!isTag && some.length === 0)
      problems.push(about('manifest', 'None has an algorithm that is known here.'))
    const names = some.map(({ algorithm }) => algorithm).join(', ')
    add(
      isTag ? 'Tag manifests' : 'Payload manifests',
      problems,
      names ? `every file as promised (${names})` : 'none',
    )
  }
  for (const [path, verdict] of verdicts)
    if (verdict === 'good') result.good += 1
    else result[verdict].push(path)
  if (result.kind) {
    const listed = new Set(
      known.filter(({ isTag }) => isTag).flatMap(({ lines }) => lines.map(({ path }) => path)),
    )
    const more = [...bag.keys()].filter(
      (path) => !/^(?:data\/|tagmanifest-)/u.test(path) && !listed.has(path),
    )
    result.extra.push(...more)
    add(
      'Nothing added',
      more.map((path) => about(path, 'It does not belong to the archive.')),
      'no file beside those listed',
    )
  }
  result.extra.sort()
  const left = toFetch.filter((path) => !bag.has(path))
  add(
    'Complete',
    left.map((path) => about(path, 'It is left to be fetched from elsewhere.')),
    'nothing is left to be fetched',
  )
  add(
    'Payload-Oxum',
    oxumProblems(info, bytesOfPayload, [...bag.keys()]),
    'bytes and files as promised, where promised',
  )
  if (asked.includes('sha256')) result.fingerprint = await fingerprintOf(hashes, hashOf)
  result.checks.push(...(await chainChecks(bag, info, hashOf)))
  return result
}

const about = (what, detail) => ({ about: what, detail })

function nameProblems(files) {
  const seen = new Set()
  return files.flatMap(({ path }) => {
    const why = unsafeName(path)
    const twice = seen.has(path)
    seen.add(path)
    return [
      ...(why ? [about(path, `This entry ${why}.`)] : []),
      ...(twice ? [about(path, 'This name is given twice.')] : []),
    ]
  })
}

/** Reads declaration, manifests, list of files to fetch and what the bag says of itself; null where one is no good. */
async function readTags(bag, add) {
  const problems = []
  const attempt = async (path, read) => {
    try {
      return read(await bag.get(path).bytes())
    } catch (error) {
      problems.push(
        about(
          path,
          error instanceof TypeError ? 'It is not in the encoding that the bag declares.' : error.message,
        ),
      )
      return null
    }
  }
  const declared = await attempt('bagit.txt', readDeclaration)
  add('Declaration', problems.splice(0), declared ? `BagIt ${declared.version}, in ${declared.encoding}` : '')
  if (!declared) return null
  const { version, encoding } = declared
  const manifests = []
  for (const path of [...bag.keys()].sort()) {
    const [, tag, written = ''] = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/u.exec(path) ?? []
    if (!written) continue
    const algorithm = ALGORITHMS.find((one) => one === written.toLowerCase().replaceAll('-', ''))
    const lines = await attempt(path, (bytes) => readManifest(decodeTagFile(bytes, encoding), version))
    if (lines) manifests.push({ path, isTag: Boolean(tag), algorithm, lines })
  }
  const infoPath = ['bag-info.txt', 'package-info.txt'].find((path) => bag.has(path))
  const info = infoPath ? await attempt(infoPath, (bytes) => decodeTagFile(bytes, encoding)) : ''
  const toFetch = bag.has('fetch.txt')
    ? await attempt('fetch.txt', (bytes) => readFetchList(decodeTagFile(bytes, encoding), version))
    : []
  if (!manifests.some(({ isTag, algorithm }) => !isTag && algorithm))
    problems.push(about('manifest-sha256.txt', 'There is no list of the files that can be read.'))
  add('Tag files', problems, 'all readable, and no path leads out of the bag')
  return { version, manifests, info: info ?? '', toFetch: toFetch ?? [] }
}

async function fingerprintOf(hashes, hashOf) {
  const lines = [...hashes]
    .filter(([path]) => path.startsWith('data/') && !BEARERS.includes(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, found]) => `${found.get('sha256')}  ${path}\n`)
  return hashOf('sha256', new TextEncoder().encode(lines.join('')))
}
