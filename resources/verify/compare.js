'use strict'

/** Finds files as file systems do that compose letters or ignore case. */
function namesOf(all) {
  const exact = new Set(all)
  const folded = new Map(all.map((name) => [name.normalize('NFC').toLowerCase(), name]))
  return (path) => (exact.has(path) ? path : folded.get(path.normalize('NFC').toLowerCase()))
}

/** Holds the lines of a manifest against the files, and keeps the worst that is known of each. */
function comparedWith({ path: manifest, isTag, algorithm, lines }, version, judge, verdicts) {
  const WORDS = { missing: 'It is missing.', changed: 'It is not what the list promises.' }
  const listed = new Map()
  return lines.flatMap(({ hash, path }) => {
    const problems = []
    const say = (detail) => problems.push(about(path, `${detail} (${manifest})`))
    const before = listed.get(path)
    if (before !== undefined && (before !== hash || version === '1.0')) say('It is listed twice.')
    listed.set(path, hash)
    if (!isTag && !path.startsWith('data/')) say('A list of the payload names what is not payload.')
    const verdict = judge(path, hash, algorithm)
    if (verdict !== 'good') say(WORDS[verdict])
    if (verdict !== 'good' || !verdicts.has(path)) verdicts.set(path, verdict)
    return problems
  })
}

/** Files of the payload that a list should name and does not; version 1.0 wants each in every list. */
function extraPayload(manifests, version, nameOf, hashes, extra) {
  const lists = manifests.map(({ lines }) => new Set(lines.map(({ path }) => nameOf(path))))
  const paths = [...hashes.keys()].filter((path) => {
    const times = lists.filter((list) => list.has(path)).length
    return path.startsWith('data/') && (version === '1.0' ? times < lists.length : times === 0)
  })
  extra.push(...paths.filter((path) => !lists.some((list) => list.has(path))))
  return paths.map((path) => about(path, 'It is there, but not in every list.'))
}

function oxumProblems(info, bytes, paths) {
  const written = labelOf(info, 'Payload-Oxum')
  const files = paths.filter((path) => path.startsWith('data/')).length
  if (written === null || written === `${bytes}.${files}`) return []
  return [about('bag-info.txt', `Promises ${written} (bytes.files); there are ${bytes}.${files}.`)]
}
