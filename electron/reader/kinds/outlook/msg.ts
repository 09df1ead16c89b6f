import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReaderModule from '@kenjiuno/msgreader'
import iconv from 'iconv-lite'
import { type Finding, type Given, NotRead } from '../../finding.ts'
import { textOfHtml } from '../html.ts'
import { textOfRtf } from '../rtf.ts'

// The package is CommonJS with a default of its own.
const MsgReader =
  (MsgReaderModule as unknown as { default?: typeof MsgReaderModule }).default ?? MsgReaderModule
type Fields = ReturnType<InstanceType<typeof MsgReader>['getFileData']>

/** Reads an Outlook item: a message, an appointment, a contact. */
export async function readMsg({ bytes }: Given, finding: Finding): Promise<void> {
  const { reader, item } = opened(bytes)
  if (item.error) throw new NotRead('The Outlook item is damaged.', 'Open it in Outlook and save it again.')
  const recipients = (type: string) =>
    (item.recipients ?? [])
      .filter(({ recipType }) => (recipType ?? 'to') === type)
      .map(({ name, email }) =>
        name && email && name !== email ? `${name} <${email}>` : name || email || '',
      )
      .join(', ')
  const heads: ReadonlyArray<readonly [string, string | undefined]> = [
    ['From', [item.senderName, item.senderEmail && `<${item.senderEmail}>`].filter(Boolean).join(' ')],
    ['To', recipients('to')],
    ['Cc', recipients('cc')],
    ['Bcc', recipients('bcc')],
    ['Date', item.messageDeliveryTime ?? item.clientSubmitTime],
    ['Subject', item.subject],
    ['Begins', item.apptStartWhole],
    ['Ends', item.apptEndWhole],
    ['Place', item.apptLocation],
  ]
  for (const [label, text] of heads) finding.fact(label, text)
  if (recipients('bcc')) finding.hides('bcc', recipients('bcc'))
  if (item.headers) finding.hides('headers', 'Technical header lines')
  const head = heads.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : [])).join('\n')
  finding.page('Message', `${head}\n\n${bodyOf(item, finding)}`)
  for (const attachment of item.attachments ?? []) {
    const { fileName, content } = reader.getAttachment(attachment)
    await finding.holds(fileName || attachment.name || 'attachment', 'attachment', content ?? null)
  }
}

/** Old items are written in the code page they name, which is known only once they were opened. */
function opened(bytes: Buffer) {
  const open = (ansiEncoding?: string) => {
    const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length))
    if (ansiEncoding) reader.parserConfig = { ansiEncoding }
    return { reader, item: reader.getFileData() }
  }
  const first = open()
  const page = `cp${first.item.messageCodepage ?? first.item.internetCodepage ?? ''}`
  return /^cp\d{3,4}$/u.test(page) && iconv.encodingExists(page) ? open(page) : first
}

function bodyOf(item: Fields, finding: Finding): string {
  if (item.body?.trim()) return item.body.trim()
  if (item.html?.length) return textOfHtml(Buffer.from(item.html).toString('utf8'), finding)
  if (item.bodyHtml?.trim()) return textOfHtml(item.bodyHtml, finding)
  if (!item.compressedRtf?.length) return ''
  const rtf = Buffer.from(decompressRTF(Array.from(item.compressedRtf))).toString('latin1')
  return textOfRtf(rtf, finding)
}
