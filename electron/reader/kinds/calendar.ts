import type { Finding, Given } from '../finding.ts'
import { decoded } from './text.ts'

/** Reads a calendar: each event with its time, place and who was invited. */
export function readCalendar({ bytes }: Given, finding: Finding): Promise<void> {
  return readCards(bytes, finding, { begin: 'VEVENT', label: 'Event', count: 'Events' })
}

/** Reads address cards: each person with what the card says. */
export function readAddressCards({ bytes }: Given, finding: Finding): Promise<void> {
  return readCards(bytes, finding, { begin: 'VCARD', label: 'Card', count: 'Cards' })
}

type Kind = { readonly begin: string; readonly label: string; readonly count: string }

function readCards(bytes: Buffer, finding: Finding, { begin, label, count }: Kind): Promise<void> {
  const cards: string[][] = []
  let open = false
  for (const line of unfolded(decoded(bytes).text)) {
    const upper = line.trim().toUpperCase()
    if (upper === `BEGIN:${begin}`) {
      cards.push([])
      open = true
    } else if (upper === `END:${begin}`) open = false
    else if (open) cards.at(-1)!.push(said(line))
  }
  cards.forEach((lines, index) => finding.page(`${label} ${index + 1}`, lines.filter(Boolean).join('\n')))
  finding.fact(count, String(cards.length))
  if (cards.length === 0) finding.lacks('Nothing was found in it.')
  return Promise.resolve()
}

/** A long line goes on in the next one behind a blank, or behind "=" in old cards. */
function unfolded(text: string): readonly string[] {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\n[ \t]/gu, '')
    .replaceAll(/=\n/gu, '')
    .split('\n')
}

const BINARY = /^(?:PHOTO|LOGO|SOUND|KEY|ATTACH)/iu

function said(line: string): string {
  const colon = line.indexOf(':')
  if (colon < 0) return line
  const [name = '', ...parameters] = line.slice(0, colon).split(';')
  const value = line.slice(colon + 1)
  if (BINARY.test(name) && value.length > 200) return `${name}: [a picture or file]`
  const isQuoted = parameters.some((one) => /QUOTED-PRINTABLE/iu.test(one))
  const text = isQuoted ? fromQuoted(value) : value
  return `${name.replace(/^item\d+\./iu, '')}: ${text.replaceAll(/\\n/giu, '\n').replaceAll(/\\([,;\\])/gu, '$1')}`
}

function fromQuoted(value: string): string {
  const bytes = value.replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
