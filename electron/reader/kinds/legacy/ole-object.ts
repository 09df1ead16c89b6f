import * as CFB from 'cfb'
import { type Finding, type Given, NotRead } from '../../finding.ts'

/** Takes the file out of an object that was embedded in an Office document. */
export async function readOleObject({ bytes }: Given, finding: Finding): Promise<void> {
  const file = CFB.read(bytes, { type: 'buffer' })
  const contentOf = (name: string) => {
    const found = CFB.find(file, name)?.content
    return found ? Buffer.from(found as Uint8Array) : null
  }
  const native = contentOf('\u0001Ole10Native')
  if (native) {
    const { name, data } = unwrapped(native)
    return finding.holds(name, 'embedded', data)
  }
  const whole = contentOf('CONTENTS') ?? contentOf('Package')
  if (whole) return finding.holds('embedded file', 'embedded', whole)
  throw new NotRead(
    'The embedded object is of a kind this program does not know.',
    'Open the document it stands in, open the object there, and save it as a file.',
  )
}

/** Length, two bytes, label, file name, path …: the file itself is the last thing with a length before it. */
function unwrapped(native: Buffer): { name: string; data: Buffer } {
  let at = 6
  const text = () => {
    const end = native.indexOf(0, at)
    const found = native.subarray(at, end < 0 ? native.length : end).toString('latin1')
    at = (end < 0 ? native.length : end) + 1
    return found
  }
  const label = text()
  text()
  at += 4
  const skipped = native.readUInt32LE(at)
  at += 4 + skipped
  const length = native.readUInt32LE(at)
  return { name: label || 'embedded file', data: native.subarray(at + 4, at + 4 + length) }
}
