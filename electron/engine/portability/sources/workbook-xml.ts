import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { damaged } from '../../tables/reading/unpack-workbook.ts'
import { ownDefinitions } from './workbook-zip.ts'

type Handlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Reads XML of a workbook from its first to its last piece; names come without their prefix. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: Handlers): Promise<void> {
  const reader = xmlReader(handlers)
  for await (const piece of pieces) reader.write(piece)
  reader.end()
}

/** Reads XML of a workbook piece by piece. Refuses definitions, and with them every entity of its own. */
export function xmlReader({ open, text, close }: Handlers) {
  const parser = new SaxesParser({ position: false })
  const decoder = new StringDecoder('utf8')
  parser.on('doctype', () => {
    throw ownDefinitions()
  })
  parser.on('error', (error) => {
    throw damaged(error)
  })
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes as Record<string, string>))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => close(localName(name)))
  return {
    write(piece: Buffer): void {
      parser.write(decoder.write(piece))
    },
    end(): void {
      parser.write(decoder.end()).close()
    },
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)
