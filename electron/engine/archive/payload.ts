import { Readable } from 'node:stream'
import { canonical } from '../tables/json.ts'

/** One file of the archive before it is packed. */
export type Payload = {
  readonly name: string
  readonly source: Readable | Buffer
  readonly isCompressed?: boolean
}

/** Text in pieces as a stream of bytes. */
export function text(pieces: Iterable<string>): Readable {
  return Readable.from(buffersOf(pieces), { objectMode: false })
}

/** A value as a file of JSON in canonical order (RFC 8785), so that its hash can be taken again anywhere. */
export function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${canonical(value)}\n`)
}

function* buffersOf(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece)
}
