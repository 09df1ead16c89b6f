import type { Token } from 'stream-json/core/parser.js'
import { type GrowingTable, growingTable } from './growing-table.ts'
import { jsonRow, jsonText, scalarOf, type TakesTokens } from './json-rows.ts'
import { ONLY_TABLE, SOURCE_LIMITS, tooDeep } from './limits.ts'

/** The table of what stands beside the lists of an object. */
export const BESIDE_LISTS = 'Other values'

/** The tables that are found in a text of JSON while its tokens are taken. */
export type JsonTables = {
  readonly take: (token: Token) => void
  /** After the last token. */
  readonly end: () => void
  readonly tables: () => ReadonlyMap<string, GrowingTable>
}

/**
 * Finds the tables in JSON: a list of objects is one, called by the keys that lead to it, and each of several values
 * one after another (JSON Lines) is a row of one. What stands beside lists in an object is a row of a table of its own.
 */
export function jsonTables(hasLines: boolean, keepsRowsOf: (table: string) => boolean): JsonTables {
  const tables = new Map<string, GrowingTable>()
  /** The keys of the objects that are open around the lists, and whether a list that may be a table just began. */
  const keys: string[] = []
  let [depth, isList, begun] = [0, false, false]
  let taking: TakesTokens | null = null
  let table: GrowingTable | null = null
  const beside = growingTable(true)

  function tableOf(name: string): GrowingTable {
    const found = tables.get(name) ?? growingTable(keepsRowsOf(name))
    tables.set(name, found)
    return found
  }

  function row(token: Token): void {
    taking ??= jsonRow(table!)
    if (!taking(token)) return
    table!.endRow()
    taking = null
  }

  /** A list inside an object is a table when objects are in it, and otherwise a value. */
  function begin(token: Token): void {
    begun = false
    if (token.name === 'startObject') {
      isList = true
      table = tableOf(keys.join('.'))
      row(token)
      return
    }
    const text = jsonText()
    text({ name: 'startArray' }, beside)
    taking = (next) => {
      const whole = text(next, beside)
      if (whole !== null) beside.put(keys.join('\u0001'), keys.join('.'), whole)
      return whole !== null
    }
    if (taking(token)) taking = null
  }

  function outside(token: Token): void {
    if (token.name === 'keyValue') keys[depth - 1] = token.value
    else if (token.name === 'startObject') {
      if (depth >= SOURCE_LIMITS.depth) throw tooDeep()
      depth += 1
      keys.push('')
    } else if (token.name === 'endObject') {
      depth -= 1
      keys.pop()
    } else if (token.name === 'startArray') begun = true
    else beside.put(keys.join('\u0001'), keys.join('.'), scalarOf(token))
  }

  return {
    take(token) {
      if (taking && isList) row(token)
      else if (taking) {
        if (taking(token)) taking = null
      } else if (begun) begin(token)
      else if (isList) {
        if (token.name === 'endArray') isList = false
        else row(token)
      } else if (depth === 0 && token.name === 'startArray' && !hasLines) {
        isList = true
        table = tableOf(ONLY_TABLE)
      } else if (depth === 0 && (hasLines || token.name !== 'startObject')) {
        table = tableOf(ONLY_TABLE)
        isList = true
        row(token)
      } else outside(token)
      // Each of several values is a row, and no list is around them.
      if (hasLines && !taking) isList = false
    },
    end() {
      if (!beside.hasSome()) return
      const name = tables.size > 0 ? BESIDE_LISTS : ONLY_TABLE
      beside.endRow()
      tables.set(name, beside)
    },
    tables: () => tables,
  }
}
