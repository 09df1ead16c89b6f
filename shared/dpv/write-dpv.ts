import type { DpvRecord, Value } from './record.ts'
import { contextOf } from './context.ts'
import { KINDS, type Kind } from './kinds.ts'
import { PROPERTIES, type PropertyKey } from './properties.ts'
import type { DpvProjection } from './projection.ts'

/** A thing as JSON-LD writes it. */
export type DpvNode = Readonly<Record<string, unknown>>

/** An export as one JSON-LD document. */
export type DpvDocument = {
  readonly '@context': Readonly<Record<string, unknown>>
  readonly '@graph': readonly DpvNode[]
}

/** A thing of an export as JSON-LD; its keys stand in one order, a single value stands alone. */
export function nodeOf({ id, kind, values }: DpvRecord): DpvNode {
  const { className, types }: Kind = KINDS[kind]
  const keys = Object.keys(PROPERTIES).filter((key) => key in values) as PropertyKey[]
  return {
    '@id': id,
    '@type': [className, ...types],
    ...Object.fromEntries(keys.map((key) => [key, alone(values[key]!)])),
  }
}

/** A projection as one JSON-LD document, with its context in it. */
export function writeDpv({ registerId, records }: DpvProjection): DpvDocument {
  return { '@context': contextOf(registerId), '@graph': records.map(nodeOf) }
}

/** What stands before and after the things of a document that is written thing by thing, each on a line of its own. */
export function dpvFrame(registerId: string): { readonly before: string; readonly after: string } {
  return { before: `{"@context":${JSON.stringify(contextOf(registerId))},"@graph":[\n`, after: '\n]}\n' }
}

/** A document in pieces, thing by thing; the same things give the same text. */
export function* dpvPieces(registerId: string, records: Iterable<DpvRecord>): Generator<string> {
  const { before, after } = dpvFrame(registerId)
  let joint = before
  for (const record of records) {
    yield joint + JSON.stringify(nodeOf(record))
    joint = ',\n'
  }
  yield joint === before ? before + after : after
}

const alone = (values: readonly Value[]) => (values.length === 1 ? values[0] : values)
