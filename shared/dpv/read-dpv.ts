import { AppError } from '#shared/errors.ts'
import { dpvContext } from './context.ts'
import { kindOfClass } from './kinds.ts'
import { nameOf, REGISTER_PREFIX } from './names.ts'
import { inNameOrder, type DpvProjection } from './projection.ts'
import { PROPERTIES, type PropertyKey, type ValueKind } from './properties.ts'
import { type DpvRecord, setOf, type Value } from './record.ts'

/**
 * What a document of ours says: also after another program has expanded and compacted it with our context. Refuses a
 * document with another context, and things, properties and values that no export holds.
 */
export function readDpv(document: unknown): DpvProjection {
  const { '@context': context, '@graph': graph, ...rest } = fieldsOf(document)
  if (!isOurContext(context)) refuse('Its context is not the one of an export of the program.')
  const nodes = Array.isArray(graph) ? graph.map(fieldsOf) : [rest]
  const registerId = registerIdIn(nodes, fieldsOf(context))
  return { registerId, records: inNameOrder(nodes.map((node) => readNode(node, registerId))) }
}

/** Whether a context is ours, with or without the short name of one register's things. */
export function isOurContext(context: unknown): boolean {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return false
  const { [REGISTER_PREFIX]: _own, ...shared } = context as Fields
  const ours = dpvContext()
  const keys = Object.keys(ours)
  return (
    Object.keys(shared).length === keys.length &&
    keys.every((key) => sorted(shared[key]) === sorted(ours[key]))
  )
}

type Fields = Readonly<Record<string, unknown>>

/** The register's id: what its own node is called. */
function registerIdIn(nodes: readonly Fields[], context: Fields): string {
  const own = nodes.find((node) => listOf(node['@type']).includes('dpouk:Register'))
  const given = own?.['@id']
  const written = typeof given === 'string' ? given : ''
  const namespace = context[REGISTER_PREFIX]
  const iri =
    typeof namespace === 'string' && written.startsWith(`${REGISTER_PREFIX}:`)
      ? namespace + written.slice(REGISTER_PREFIX.length + 1)
      : written
  const [, id] = /^urn:uuid:([^#]+)#register$/u.exec(iri) ?? []
  return id === undefined ? refuse('It does not say of which register it is.') : decodeURIComponent(id)
}

/** A thing of a document; refuses one that no export holds. */
export function readNode(node: Fields, registerId: string): DpvRecord {
  const { '@id': id, '@type': types, ...said } = node
  const kind = listOf(types)
    .map((type) => kindOfClass(nameOf(String(type), registerId)))
    .find((found) => found !== undefined)
  if (kind === undefined || typeof id !== 'string')
    return refuse(`It holds a thing of a kind that is not known: ${String(id)}.`)
  const values: Partial<Record<PropertyKey, readonly Value[]>> = {}
  for (const [key, given] of Object.entries(said)) {
    if (!Object.hasOwn(PROPERTIES, key)) refuse(`It says something that is not known of ${id}: ${key}.`)
    const { is } = PROPERTIES[key as PropertyKey]
    values[key as PropertyKey] = setOf(listOf(given).map((value) => valueFrom(is, value, registerId)))
  }
  return { id: nameOf(id, registerId), kind, values }
}

function valueFrom(is: ValueKind, given: unknown, registerId: string): Value {
  const value = typeof given === 'object' && given !== null ? bare(fieldsOf(given)) : given
  if (is === 'number' && /^\d+$/u.test(String(value))) return Number(value)
  if (is === 'yesNo' && /^(?:true|false)$/u.test(String(value))) return String(value) === 'true'
  if (typeof value !== 'string' || is === 'number' || is === 'yesNo')
    return refuse(`A value is not what its property holds: ${String(value)}.`)
  return is === 'iri' ? nameOf(value, registerId) : value
}

/** A value that is written out: the IRI or the text in it. */
function bare(written: Fields): unknown {
  return written['@id'] ?? written['@value']
}

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  return refuse('It is not a JSON-LD document.')
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function refuse(why: string): never {
  throw new AppError('invalid', why)
}
