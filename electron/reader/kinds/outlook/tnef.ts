import { type Finding, type Given, NotRead } from '../../finding.ts'

const SIGNATURE = 0x22_3e_9f_78
const ATTACHMENT_LEVEL = 2
const ATTACH_TITLE = 0x80_10
const ATTACH_DATA = 0x80_0f
const ATTACH_BEGINS = 0x90_02
const SUBJECT = 0x80_04
const BODY = 0x80_0c

/** Reads a "winmail.dat": the wrapping that Outlook puts round the files of a message. */
export async function readTnef({ bytes }: Given, finding: Finding): Promise<void> {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE)
    throw new NotRead(
      'This is no winmail.dat after all.',
      'Ask the sender for the files as ordinary attachments.',
    )
  const files: { name: string; data: Buffer | null }[] = []
  for (const { level, id, data } of attributesOf(bytes)) {
    const text = () => data.toString('latin1').replace(/\0+$/u, '')
    if (id === SUBJECT) finding.fact('Subject', text())
    if (id === BODY) finding.page('Message', text())
    if (level !== ATTACHMENT_LEVEL) continue
    if (id === ATTACH_BEGINS) files.push({ name: '', data: null })
    const file = files.at(-1)
    if (file && id === ATTACH_TITLE) file.name = text()
    if (file && id === ATTACH_DATA) file.data = data
  }
  for (const [index, { name, data }] of files.entries()) {
    if (!data) finding.lacks(`Attachment ${index + 1} cannot be taken out.`)
    await finding.holds(name || `attachment ${index + 1}`, 'attachment', data)
  }
  finding.lacks('Its formatted text is not read.', 'Open the message in Outlook and save it as .msg or PDF.')
}

/** Level (1 byte), kind (4), length (4), data, checksum (2). */
function* attributesOf(bytes: Buffer): Generator<{ level: number; id: number; data: Buffer }> {
  for (let at = 6; at + 11 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 5)
    const end = at + 9 + length
    if (end > bytes.length) return
    yield { level: bytes[at]!, id: bytes.readUInt16LE(at + 1), data: bytes.subarray(at + 9, end) }
    at = end + 2
  }
}
