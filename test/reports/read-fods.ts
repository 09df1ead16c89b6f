import { SaxesParser } from 'saxes'

/** The texts of all cells of a flat OpenDocument spreadsheet, and how many of its cells are formulas. */
export function readFods(xml: string): { readonly texts: ReadonlySet<string>; readonly formulas: number } {
  const texts = new Set<string>()
  let formulas = 0
  let isInLine = false
  let lines: string[] | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table-cell') lines = []
    if (attributes['table:formula'] !== undefined) formulas += 1
    if (name === 'text:p') {
      lines?.push('')
      isInLine = true
    }
    if (name === 'text:s') add(' '.repeat(Number(attributes['text:c'] ?? 1)))
  })
  parser.on('text', (text) => add(text))
  parser.on('closetag', ({ name }) => {
    if (name === 'text:p') isInLine = false
    if (name !== 'table:table-cell' || !lines) return
    texts.add(lines.join('\n'))
    lines = null
  })
  const add = (text: string) => {
    if (lines && isInLine) lines[lines.length - 1] += text
  }
  parser.write(xml).close()
  return { texts, formulas }
}
