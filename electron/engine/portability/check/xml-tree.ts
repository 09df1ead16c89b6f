import { SaxesParser } from 'saxes'
import { AppError } from '#shared/errors.ts'

/** An element of a small XML file, without remarks and blanks. */
export type XmlTree = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlTree[]
  readonly text: string
}

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

/** A small XML file as a tree; elements of the names given are left out. Throws `rule` where it is no XML. */
export function xmlTree(xml: string, without: readonly string[]): XmlTree {
  const parser = strictParser()
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name,
      attributes: { ...(attributes as Record<string, string>) },
      children: [],
      text: '',
    }
    if (!without.includes(name)) open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void (open.at(-1)!.text += text.trim()))
  parser.write(xml).close()
  return root.children[0]!
}

/** A tree as one line for each element, by which two can be compared: its depth, name, attributes and text. */
export function treeLines({ name, attributes, children, text }: XmlTree, depth = 0): readonly string[] {
  const words = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}=${JSON.stringify(value)}`)
    .toSorted()
  const own = `${depth} <${name}${words.join('')}>${text}`
  return [own, ...children.flatMap((child) => treeLines(child, depth + 1))]
}

/** A parser that refuses what none of our files holds: document types, instructions, remarks, marked sections. */
export function strictParser(): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const refuse = (what: string) => () => {
    throw new AppError('rule', `It holds ${what}, which the form has not.`)
  }
  parser.on('doctype', refuse('a document type'))
  parser.on('processinginstruction', refuse('an instruction'))
  parser.on('comment', refuse('a remark'))
  parser.on('cdata', refuse('a marked section'))
  parser.on('error', (error) => {
    throw new AppError('rule', `It is not XML: ${error.message}.`, { cause: error })
  })
  return parser
}
