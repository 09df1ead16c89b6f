import { AppError } from '#shared/errors.ts'
import { unsafeName } from './bag-source.ts'

/** One line of a manifest. */
export type ManifestLine = { readonly hash: string; readonly path: string; readonly note: string | null }

export const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

const VERSIONS = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/** What a bag says it is; refuses what is no declaration. @source RFC 8493 section 2.1.1 */
export function readDeclaration(bytes: Buffer): { version: string; encoding: string } {
  const refuse = (why: string): never => {
    throw new AppError('invalid', why)
  }
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    refuse('It begins with a byte order mark.')
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/u)
  const version = /^BagIt-Version: (\d+\.\d+)$/u.exec(lines[0] ?? '')?.[1]
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/u.exec(lines[1] ?? '')?.[1]
  if (version === undefined) return refuse('Its first line is not “BagIt-Version: ” and a version number.')
  if (!VERSIONS.has(version)) return refuse(`Version ${version} of BagIt is not known.`)
  if (encoding === undefined)
    return refuse('Its second line is not “Tag-File-Character-Encoding: ” and an encoding.')
  if (lines.slice(2).some((line) => line.trim() !== '')) return refuse('It has more lines than two.')
  return { version, encoding }
}

/** A tag file's text in the encoding the bag declares; refuses bytes that are not in it. */
export function decodeTagFile(bytes: Buffer, encoding: string): string {
  const isBigEndian = /^utf-?16$/iu.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff
  try {
    return new TextDecoder(isBigEndian ? 'utf-16be' : encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('invalid', `It is not written in ${encoding}, which the bag declares.`, {
      cause: error,
    })
  }
}

/** The lines of a manifest, payload or tag; refuses a line that is none, and paths that lead out of the bag. */
export function readManifest(text: string, version: string): readonly ManifestLine[] {
  return text
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = /^([0-9a-fA-F]+)[ \t]+(\*?)(.+)$/u.exec(line)
      const [, hash, star, written] = match ?? []
      if (!hash || !written) throw new AppError('invalid', 'It has a line that is not a hash and a path.')
      const { path, isPrefixed } = safePath(written, version)
      const note = star ? 'written by md5sum tools' : isPrefixed ? 'paths begin with “./”' : null
      return { hash: hash.toLowerCase(), path, note }
    })
}

/** The files a bag leaves to be fetched. Nothing is ever fetched. @source RFC 8493 section 2.2.3 */
export function readFetchList(text: string, version: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const written = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/u.exec(line)?.[1]
      if (!written)
        throw new AppError('invalid', 'It has a line that is not an address, a length and a path.')
      return safePath(written, version).path
    })
}

/** The number of bytes and files that `bag-info.txt` promises, or null. @source RFC 8493 section 2.2.2 */
export function readOxum(text: string): { bytes: number; files: number } | null {
  const written = /^Payload-Oxum[ \t]*:[ \t]*(.*?)[ \t]*$/imu.exec(text)?.[1]
  if (written === undefined) return null
  const match = /^(\d+)\.(\d+)$/u.exec(written)
  if (!match) throw new AppError('invalid', 'Its Payload-Oxum is not two numbers with a dot between them.')
  return { bytes: Number(match[1]), files: Number(match[2]) }
}

/** The value of a label of `bag-info.txt`, or null. */
export function readLabel(text: string, label: string): string | null {
  const line = text
    .split(/\r\n|\n|\r/u)
    .find((found) => found.toLowerCase().startsWith(`${label.toLowerCase()}:`))
  return line ? line.slice(label.length + 1).trim() : null
}

function safePath(written: string, version: string): { path: string; isPrefixed: boolean } {
  const isPrefixed = written.startsWith('./')
  const bare = isPrefixed ? written.slice(2) : written
  const codes = version === '1.0' ? /%(0A|0D|25)/giu : /%(0A|0D)/giu
  const path = bare.replaceAll(codes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const why = unsafeName(bare)
  if (why) throw new AppError('invalid', `It lists a path that ${why}.`)
  return { path, isPrefixed }
}

/** What was read of each file: its length and its hashes. */
export type Hashes = ReadonlyMap<
  string,
  { readonly bytes: number; readonly digests: Partial<Record<Algorithm, string>> }
>
