import { extname } from 'node:path'

/** Names Windows keeps for devices, whatever follows the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu

/** A longer stem is cut; with an extension and a number it still fits every file system. */
const LONGEST_STEM = 100
const LONGEST_EXTENSION = 16

/**
 * A name under which a file can lie in any folder on any computer: the same as given where it can be, its extension
 * kept. Letters no system allows become "_"; what would turn the writing direction goes.
 */
export function safeFileName(given: string): string {
  const plain = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\u2028\u2029]/gu, '')
    .replaceAll(/[\p{Cc}\uFFFD<>:"/\\|?*%]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const written = extname(plain)
  const extension = written.length <= LONGEST_EXTENSION ? written.replace(/[. ]+$/u, '') : ''
  const stem = plain.slice(0, plain.length - extension.length)
  const short = Array.from(stem).slice(0, LONGEST_STEM).join('')
  const bare = short.replace(/^[. ~]+/u, '').replace(/[. ]+$/u, '') || 'file'
  return `${DEVICES.test(bare.split('.')[0]!) ? `_${bare}` : bare}${extension}`
}

/** Safe names for several files of one folder, each once in any letter case: the second "a.pdf" is "a (2).pdf". */
export function distinctFileNames(given: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return given.map((one) => {
    const safe = safeFileName(one)
    const extension = extname(safe)
    const stem = safe.slice(0, safe.length - extension.length)
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? safe : `${stem} (${count})${extension}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
