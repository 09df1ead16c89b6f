/** A message as it is taken out of an Outlook file. */
type Mail = {
  readonly heads: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
  readonly attachments: ReadonlyArray<{ readonly name: string; readonly bytes: Buffer }>
}

const BOUNDARY = 'part-of-a-message-taken-out-of-an-outlook-file'

/** Writes it as an email, so that it is kept and read like any other. */
export function writeMail({ heads, text, html, attachments }: Mail): Buffer {
  const body =
    text?.trim() || !html
      ? part('text/plain; charset=utf-8', Buffer.from(text ?? ''))
      : part('text/html; charset=utf-8', Buffer.from(html))
  const files = attachments.map(({ name, bytes }) =>
    part(`application/octet-stream; name="${encoded(name)}"`, bytes, encoded(name)),
  )
  const lines = [
    ...Object.entries(heads).flatMap(([head, value]) => (value ? [`${head}: ${encoded(value)}`] : [])),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    ...[body, ...files].map((one) => `--${BOUNDARY}\r\n${one}`),
    `--${BOUNDARY}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

function part(type: string, bytes: Buffer, name?: string): string {
  const disposition = name ? [`Content-Disposition: attachment; filename="${name}"`] : []
  return [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...disposition,
    '',
    bytes.toString('base64'),
  ].join('\r\n')
}

/** Letters beyond ASCII as a header can carry them. */
function encoded(text: string): string {
  const line = text.replaceAll(/[\r\n"\0]+/gu, ' ')
  return /^[\u0020-\u007E]*$/u.test(line) ? line : `=?utf-8?B?${Buffer.from(line).toString('base64')}?=`
}
