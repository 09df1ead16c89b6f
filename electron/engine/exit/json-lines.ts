import { Readable } from 'node:stream'
import { AppError } from '#shared/errors.ts'

/** The longest line that is read, in bytes: far more than any record, far less than memory. */
export const LINE_BYTES = 64 * 1_048_576

/** Lines of text as a stream of bytes, each ended by a line feed. */
export function streamOfLines(lines: AsyncIterable<string> | Iterable<string>): Readable {
  return Readable.from(gathered(lines), { objectMode: false })
}

/** Lines go on together: one write for each would take longer than making them. */
const GATHERED_LETTERS = 65_536

async function* gathered(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length < GATHERED_LETTERS) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** One line of a file of JSON, parsed, and which it is. */
export type JsonLine = { readonly number: number; readonly text: string; readonly value: unknown }

/**
 * The lines of a file of JSON. Throws a sentence that names the file and the line where one is too long, is not UTF-8 or
 * is not JSON; memory holds one line at most.
 */
export async function* jsonLines(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  most = LINE_BYTES,
): AsyncGenerator<JsonLine> {
  let number = 0
  for await (const bytes of lineBytes(name, pieces, most)) {
    number += 1
    yield { number, ...parsed(`${name}, line ${number}`, bytes) }
  }
}

function parsed(where: string, bytes: Buffer): Pick<JsonLine, 'text' | 'value'> {
  const say = (what: string, cause: unknown) => new AppError('rule', `${where}: ${what}`, { cause })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw say('It is not written in UTF-8.', error)
  }
  try {
    return { text, value: JSON.parse(text) as unknown }
  } catch (error) {
    throw say('It is not JSON.', error)
  }
}

const FEED = 0x0a

async function* lineBytes(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let [held, number] = [0, 1]
  const take = (part: Buffer) => {
    held += part.length
    if (held > most)
      throw new AppError(
        'rule',
        `${name}, line ${number}: It is longer than ${most / 1_048_576} MiB and is not read.`,
      )
    parts.push(part)
  }
  const line = () => {
    const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    parts = []
    held = 0
    number += 1
    return whole
  }
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let from = 0
    for (let at = bytes.indexOf(FEED); at >= 0; at = bytes.indexOf(FEED, from)) {
      take(bytes.subarray(from, at))
      yield line()
      from = at + 1
    }
    if (from < bytes.length) take(bytes.subarray(from))
  }
  if (held > 0) yield line()
}
