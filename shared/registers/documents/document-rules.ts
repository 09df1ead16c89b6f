/** The longest file that may be attached, in bytes: 2 GB. */
export const DOCUMENT_BYTES_MAX = 2_000_000_000

/** Characters that turn the direction of writing, and so can show an ending where none is. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A name as it is shown: what could hide its true ending is made visible. */
export function nameToShow(name: string): string {
  return name.replaceAll(TURNING, '�')
}

/** The longest name a saved file is offered, in bytes of UTF-8: file systems allow 255, and a little is added while writing. */
const NAME_BYTES_MAX = 180

/** A length in bytes as people read it: "1 byte", "12 KB", "3.1 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [divisor, unit] = bytes < 999_500 ? [1e3, 'KB'] : bytes < 999_500_000 ? [1e6, 'MB'] : [1e9, 'GB']
  const shown = bytes / divisor
  return `${shown < 10 ? shown.toFixed(1).replace(/\.0$/, '') : Math.round(shown)} ${unit}`
}

/**
 * A name under which a file can be saved on any system: what cannot stand in a name, and characters that turn the
 * direction of writing and so can hide an ending, become a dash. The ending is kept.
 */
export function nameToSave(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(TURNING, '-')
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\\/:*?"<>|]/g, '-')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const dot = plain.lastIndexOf('.')
  const [stem, ending] =
    dot > 0 && plain.length - dot <= 12 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  return shortened(stem, NAME_BYTES_MAX - lengthOf(ending)) + ending || 'file'
}

function shortened(text: string, bytes: number): string {
  let length = 0
  const letters = Array.from(text).filter((letter) => (length += lengthOf(letter)) <= bytes)
  return letters.join('')
}

/** The length of a text in bytes of UTF-8. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => {
    const code = letter.codePointAt(0)!
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4)
  }, 0)
}
