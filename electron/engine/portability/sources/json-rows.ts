import type { Token } from 'stream-json/core/parser.js'
import type { SourceValue } from '#shared/portability/source.ts'
import type { GrowingTable } from './growing-table.ts'
import { SOURCE_LIMITS, tooDeep, tooLongCell } from './limits.ts'

/** Takes the tokens of one value; true when that was its last. */
export type TakesTokens = (token: Token) => boolean

/** Between the keys of a path; no key that people write has it. */
const BETWEEN = '\u0001'

/**
 * Puts one value into the row of a table: the members of an object and those of objects in it as “address.street”, the
 * parts of a list as “Column 1”; lists further inside as JSON.
 */
export function jsonRow(table: GrowingTable): TakesTokens {
  const open: Frame[] = []
  let inner: ReturnType<typeof jsonText> | null = null

  function put(value: SourceValue): void {
    const { path, called } = place(open)
    table.put(path, called, value)
  }

  return (token) => {
    if (inner) {
      const text = inner(token, table)
      if (text === null) return false
      inner = null
      put(text)
      return false
    }
    const frame = open.at(-1)
    if (token.name === 'keyValue') {
      frame!.key = token.value
      frame!.count += 1
    } else if (token.name === 'startObject' || (token.name === 'startArray' && !frame)) {
      if (open.length >= SOURCE_LIMITS.depth) throw tooDeep()
      if (frame && !frame.isObject) frame.count += 1
      open.push({ isObject: token.name === 'startObject', key: '', count: 0 })
    } else if (token.name === 'startArray') {
      if (!frame!.isObject) frame!.count += 1
      inner = jsonText()
      inner(token, table)
    } else if (token.name === 'endObject' || token.name === 'endArray') {
      open.pop()
      if (frame!.count === 0 && open.length > 0) put('{}')
    } else {
      if (frame && !frame.isObject) frame.count += 1
      put(scalarOf(token))
    }
    return open.length === 0
  }
}

type Frame = { readonly isObject: boolean; key: string; count: number }

function place(open: readonly Frame[]): { readonly path: string; readonly called: string } {
  if (open.length === 0) return { path: 'value', called: 'value' }
  const keys = open.map(({ isObject, key, count }) => (isObject ? key : `Column ${count}`))
  return { path: keys.join(BETWEEN), called: keys.join('.') }
}

/** Writes the tokens of one value as JSON again; gives the text with the last of them. */
export function jsonText(): (token: Token, table: GrowingTable) => string | null {
  let [text, depth, isFirst] = ['', 0, true]
  return (token, table) => {
    if (token.name === 'endObject' || token.name === 'endArray') {
      text += token.name === 'endObject' ? '}' : ']'
      depth -= 1
      isFirst = false
    } else {
      if (!isFirst) text += ','
      isFirst = false
      if (token.name === 'keyValue') {
        text += `${JSON.stringify(token.value)}:`
        isFirst = true
      } else if (token.name === 'startObject' || token.name === 'startArray') {
        text += token.name === 'startObject' ? '{' : '['
        depth += 1
        isFirst = true
      } else text += token.name === 'numberValue' ? token.value : JSON.stringify(scalarOf(token))
    }
    if (depth > SOURCE_LIMITS.depth) throw tooDeep()
    if (text.length > SOURCE_LIMITS.cell) throw tooLongCell(table.rows() + 1)
    return depth === 0 ? text : null
  }
}

/** A number that a program would show otherwise than it is written stays a text. */
export function scalarOf(token: Token): SourceValue {
  if (!('value' in token)) return null
  if (token.name !== 'numberValue') return token.value
  if (token.value.length < 16 && /^-?[1-9]\d*$/u.test(token.value)) return Number(token.value)
  return String(Number(token.value)) === token.value ? Number(token.value) : token.value
}
