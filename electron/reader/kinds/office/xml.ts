import { SaxesParser } from 'saxes'
import { NotRead } from '../../finding.ts'

/** An element with its attributes, names as written (`w:t`). */
export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

export type XmlEvents = {
  readonly onOpen?: (element: Element) => void
  readonly onClose?: (name: string) => void
  readonly onText?: (text: string) => void
}

/**
 * Goes through XML from its start to its end. Document types are refused: no entity is ever resolved, so none can
 * name a file or blow up.
 */
export function walkXml(xml: string, { onOpen, onClose, onText }: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new NotRead(
      'The file declares a document type, as files made to do harm do; it is not looked into.',
      'Ask whoever sent it for a PDF of it.',
    )
  })
  parser.on('error', (error) => {
    throw error
  })
  if (onOpen)
    parser.on('opentag', (tag) =>
      onOpen({ name: tag.name, attributes: tag.attributes as Record<string, string> }),
    )
  if (onClose) parser.on('closetag', (tag) => onClose(tag.name))
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  parser.write(xml).close()
}

/** The text of every element of a name, one after another. */
export function textsOf(xml: string, name: string): string[] {
  const found: string[] = []
  let depth = 0
  walkXml(xml, {
    onOpen: (element) => {
      if (element.name !== name) return
      if (depth === 0) found.push('')
      depth += 1
    },
    onClose: (closed) => void (closed === name && (depth -= 1)),
    onText: (text) => {
      if (depth > 0) found[found.length - 1] += text
    },
  })
  return found
}
