import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/time/instant.ts'

/** An email as it is handed to a mail program, to be looked at and sent there. */
export type DraftMail = {
  /** An address, or nothing where the mail program puts its own. */
  readonly from: string
  readonly toName: string
  /** Left empty where no address is known: the person who sends it adds one. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly madeAt: Instant
}

/** A line of a mail is at most this long, its end not counted. */
const LINE = 76
/** Bytes of text in one encoded word, so that the word fits on a line. */
const WORD_BYTES = 42

/**
 * The bytes of a mail in plain text, UTF-8, marked as not sent yet. What is typed can add no head of its own: line
 * ends in heads are gone. RFC 5322, RFC 2047, RFC 2045.
 */
export function writeEml(mail: DraftMail): Buffer {
  const body = Buffer.from(mail.text.toWellFormed().replaceAll(/\r\n?|\n/gu, '\r\n'), 'utf8')
  const heads = [
    ...(isAddress(mail.from) ? [`From: ${mail.from}`] : []),
    ...(isAddress(mail.to) ? [`To: ${phrase(mail.toName)}<${mail.to}>`] : []),
    `Subject: ${encoded(mail.subject, 'Subject: '.length)}`,
    `Date: ${mailDate(mail.madeAt)}`,
    `Message-ID: <${createHash('sha256').update(mail.madeAt).update(body).digest('hex').slice(0, 32)}@dpo-workbench.invalid>`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const lines = body.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? []
  return Buffer.from([...heads, '', ...lines, ''].join('\r\n'), 'ascii')
}

/** Whether a text is one plain address that can stand in a head. */
export function isAddress(text: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/iu.test(
    text,
  )
}

/** The name before an address, with the space after it; a sign in it that means something between addresses is encoded. */
function phrase(name: string): string {
  const bare = oneLine(name)
  if (bare === '') return ''
  return /^[\w .-]{1,60}$/u.test(bare) ? `"${bare}" ` : `${encodedWords(bare)}\r\n `
}

/** Text of a head: as it is where it is short and plain, or else in encoded words of whole letters. */
function encoded(text: string, before: number): string {
  const bare = oneLine(text)
  const isPlain = /^[\x20-\x7E]*$/u.test(bare) && !bare.includes('=?')
  return isPlain && before + bare.length <= LINE ? bare : encodedWords(bare)
}

function encodedWords(bare: string): string {
  const words: string[] = []
  let word = ''
  for (const letter of bare) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word]
    .map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`)
    .join('\r\n ')
}

const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Mon, 02 Nov 2026 14:03:00 +0000", as clocks in the United Kingdom show it. */
function mailDate(at: Instant): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  const two = (count: number) => String(count).padStart(2, '0')
  const time = [local.hour, local.minute, local.second].map(two).join(':')
  const day = `${DAYS[local.dayOfWeek - 1]}, ${two(local.day)} ${MONTHS[local.month - 1]} ${local.year}`
  return `${day} ${time} ${local.offset.replace(':', '')}`
}
