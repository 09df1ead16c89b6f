import { Readable } from 'node:stream'

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

function* buffersOf(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece)
}
