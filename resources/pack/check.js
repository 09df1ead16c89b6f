'use strict'

/**
 * Checks the files of a pack. `files` are {path, bytes: () => Promise<ArrayBuffer>}, their paths counted from the folder
 * of the pack; `hashOf` gives the SHA-256 of bytes in hexadecimal. Answers with what is missing, changed and extra, the
 * number of files that are as they should be, and the fingerprint.
 */
async function checkPack(files, hashOf, tell) {
  const LETTER = 'data/cover-letter.pdf'
  const decoder = new TextDecoder()
  const byPath = new Map(files.map((file) => [file.path, file]))
  const read = async (path) => (byPath.has(path) ? decoder.decode(await byPath.get(path).bytes()) : null)
  const linesOf = (text) =>
    text
      .split(/\r\n|\n|\r/u)
      .filter((line) => line.trim() !== '')
      .map((line) => /^([0-9a-f]{64})\s+\*?(.+)$/iu.exec(line))
      .map((match) => (match ? { hash: match[1].toLowerCase(), path: match[2] } : null))
  const result = { isPack: false, missing: [], changed: [], extra: [], good: 0, fingerprint: '' }
  const manifest = await read('manifest-sha256.txt')
  const tags = await read('tagmanifest-sha256.txt')
  if (manifest === null || !byPath.has('bagit.txt')) return result
  result.isPack = true
  const promised = new Map()
  const unreadable = []
  for (const [name, text] of [
    ['manifest-sha256.txt', manifest],
    ['tagmanifest-sha256.txt', tags],
  ]) {
    if (text === null) {
      result.missing.push(name)
      continue
    }
    for (const line of linesOf(text)) {
      if (line === null) unreadable.push(name)
      else promised.set(line.path, line.hash)
    }
  }
  result.changed.push(...new Set(unreadable))
  let done = 0
  for (const [path, hash] of promised) {
    done += 1
    if (tell) tell(done, promised.size)
    const file = byPath.get(path)
    if (!file) result.missing.push(path)
    else if ((await hashOf(await file.bytes())) === hash) result.good += 1
    else result.changed.push(path)
  }
  const known = new Set([...promised.keys(), 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'])
  result.extra = files
    .map(({ path }) => path)
    .filter((path) => !known.has(path))
    .sort()
  const lines = linesOf(manifest).filter((line) => line !== null && line.path !== LETTER)
  const text = lines
    .map(({ hash, path }) => `${hash}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('')
  result.fingerprint = await hashOf(new TextEncoder().encode(text))
  return result
}
