import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Finding, Given } from '../finding.ts'
import { textOfHtml } from './html.ts'

/**
 * Reads an email: its heads, its text, and the files with it. Messages inside become files of their own, with their
 * own senders and files. Nothing it names is fetched.
 */
export async function readMail({ bytes }: Given, finding: Finding): Promise<void> {
  await findInMail(await PostalMime.parse(bytes, { forceRfc822Attachments: true }), finding, 'Message')
}

/** What one message holds. */
async function findInMail(mail: Email, finding: Finding, label: string): Promise<void> {
  finding.fact('Subject', mail.subject)
  finding.fact('Date', mail.date)
  finding.fact('From', addresses(mail.from ? [mail.from] : []))
  finding.fact('To', addresses(mail.to))
  finding.fact('Cc', addresses(mail.cc))
  finding.fact('Bcc', addresses(mail.bcc))
  finding.fact('Message-ID', mail.messageId)
  if (mail.bcc && mail.bcc.length > 0) finding.hides('bcc', addresses(mail.bcc), mail.bcc.length)
  const more = mail.headers.filter(({ key }) => key.startsWith('x-') || key === 'received')
  if (more.length > 0) finding.hides('headers', `${more.length} technical header lines`, more.length)
  const html = mail.html ? textOfHtml(mail.html, finding) : ''
  finding.page(label, [headOf(mail), mail.text?.trim() || html].join('\n\n'))
  for (const [index, { filename, content, mimeType }] of mail.attachments.entries()) {
    const name = filename || nameFor(mimeType, index)
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
    await finding.holds(name, 'attachment', bytes)
  }
}

function headOf({ from, to, cc, date, subject }: Email): string {
  return [
    ['From', addresses(from ? [from] : [])],
    ['To', addresses(to)],
    ['Cc', addresses(cc)],
    ['Date', date ?? ''],
    ['Subject', subject ?? ''],
  ]
    .filter(([, text]) => text)
    .map(([head, text]) => `${head}: ${text}`)
    .join('\n')
}

function addresses(list: readonly Address[] | undefined): string {
  return (list ?? [])
    .flatMap((one) => ('group' in one && one.group ? one.group : [one]))
    .map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address || ''))
    .filter(Boolean)
    .join(', ')
}

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/css': 'css',
  'text/x-amp-html': 'html',
  'text/x-watch-html': 'html',
  'message/delivery-status': 'txt',
  'message/feedback-report': 'txt',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

function nameFor(mimeType: string, index: number): string {
  return `part ${index + 1}.${ENDINGS[mimeType] ?? 'dat'}`
}

/** Reads a mailbox: each message becomes a file of its own. */
export async function readMailbox({ bytes }: Given, finding: Finding): Promise<void> {
  const starts = [...startsOfMessages(bytes)]
  finding.fact('Messages', String(starts.length))
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? bytes.length
    const lineEnd = bytes.indexOf(0x0a, start)
    const message = bytes.subarray(lineEnd < 0 ? start : lineEnd + 1, end)
    await finding.holds(`message ${index + 1}.eml`, 'message', unquoted(message))
  }
}

/** A message begins at a line "From …" after a blank line. */
function* startsOfMessages(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf('From '); at >= 0; at = bytes.indexOf('From ', at + 5)) {
    const before = bytes.subarray(Math.max(0, at - 4), at).toString('latin1')
    if (at === 0 || /\n\r?\n$/u.test(before)) yield at
  }
}

/** In a mailbox a line that begins with "From" was written ">From". */
function unquoted(message: Buffer): Buffer {
  return Buffer.from(message.toString('latin1').replaceAll(/^>(>*From )/gmu, '$1'), 'latin1')
}
