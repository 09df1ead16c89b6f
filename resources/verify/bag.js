'use strict'

/** Why a name cannot be used on any computer, or null when it can. Names are refused, never cleaned. */
function unsafeName(name) {
  if (name === '') return 'has no name'
  if (/[\p{Cc}\uFFFD]/u.test(name)) return 'has control characters or broken letters in its name'
  if (/[\u202A-\u202E\u2066-\u2069]/u.test(name))
    return 'has marks in its name that turn the writing direction'
  if (/^(?:[A-Za-z]:|[\\/~]|%[^%]+%)/u.test(name)) return 'names a place outside the archive'
  if (name.includes('\\')) return 'has a backslash in its name'
  const parts = name.split('/')
  if (parts.includes('..')) return 'leads out of the archive'
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part in its path'
  return parts.some((part) => part.length > 255) ? 'has a name longer than 255 letters' : null
}

/** The files of the bag by their paths in it: those below the highest folder that has a bagit.txt; null without one. */
function bagIn(files) {
  const declaration = files
    .map(({ path }) => path)
    .filter((path) => /^(?:[^/]+\/)*bagit\.txt$/u.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0]
  if (declaration === undefined) return null
  const root = declaration.slice(0, -'bagit.txt'.length)
  const inside = files.filter(({ path }) => path.startsWith(root))
  return new Map(inside.map((file) => [file.path.slice(root.length), file]))
}

const linesOf = (text) => text.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '')

/** What a bag says it is (RFC 8493, section 2.1.1); throws where it is no declaration. */
function readDeclaration(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) throw new Error('It begins with a byte order mark.')
  const [first = '', second = '', ...more] = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/u)
  const version = /^BagIt-Version: (\d+\.\d+)$/u.exec(first)?.[1]
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/u.exec(second)?.[1]
  if (!version || !encoding || more.some((line) => line.trim() !== ''))
    throw new Error('It is not the two lines that make a folder a bag.')
  if (!['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version))
    throw new Error(`Version ${version} of BagIt is not known.`)
  return { version, encoding }
}

/** The text of a tag file; throws where its bytes are not in the encoding that the bag declares. */
function decodeTagFile(bytes, encoding) {
  const isBigEndian = /^utf-?16$/iu.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff
  return new TextDecoder(isBigEndian ? 'utf-16be' : encoding, { fatal: true }).decode(bytes)
}

function safePath(written, version) {
  const bare = written.startsWith('./') ? written.slice(2) : written
  const why = unsafeName(bare)
  if (why) throw new Error(`It lists a path that ${why}.`)
  const codes = version === '1.0' ? /%(0A|0D|25)/giu : /%(0A|0D)/giu
  return bare.replace(codes, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The lines of a manifest, payload or tag (RFC 8493, section 2.1.3); throws at one that is none. */
function readManifest(text, version) {
  return linesOf(text).map((line) => {
    const [, hash, path] = /^([0-9a-f]+)[ \t]+\*?(.+)$/iu.exec(line) ?? []
    if (!hash || !path) throw new Error('It has a line that is not a hash and a path.')
    return { hash: hash.toLowerCase(), path: safePath(path, version) }
  })
}

/** The files that a bag leaves to be fetched (section 2.2.3). Nothing is ever fetched. */
function readFetchList(text, version) {
  return linesOf(text).map((line) => {
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/u.exec(line)?.[1]
    if (!path) throw new Error('It has a line that is not an address, a length and a path.')
    return safePath(path, version)
  })
}

/** The value of a label of bag-info.txt, or null. */
function labelOf(info, label) {
  const line = linesOf(info).find((one) => new RegExp(`^${label}[ \\t]*:`, 'iu').test(one))
  return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim()
}
