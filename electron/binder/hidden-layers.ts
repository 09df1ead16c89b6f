import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import { mentions } from './mentions.ts'
import { savedBytes } from './pdf-documents.ts'
import {
  type Dictionary,
  isDictionary,
  isReference,
  readObjects,
  type Resolve,
  resolver,
  type Value,
} from './pdf-objects.ts'

/** What of a paper lies on layers that are switched off: pages, and the notes on them, both counted from 0. */
export type HiddenLayers = {
  readonly pages: ReadonlySet<number>
  readonly notes: ReadonlyMap<number, readonly number[]>
}

const LAYERS = '/OCProperties'

/** Finds what is not shown because its layer is off; null where a paper has no layers. */
export function findHiddenLayers(engine: Pdfium, document: number, bytes: Buffer): HiddenLayers | null {
  if (!mentions(engine, { document, bytes }, LAYERS)) return null
  const { root, objects } = readObjects(savedBytes(engine, document))
  const resolve = resolver(objects)
  const catalogue = resolve({ to: root })
  const layers = isDictionary(catalogue) ? resolve(catalogue.get(LAYERS)) : undefined
  if (!isDictionary(layers)) return null
  const off = switchedOff(layers, resolve)
  const isOff = (value: Value | undefined): boolean => reaches(value, off, resolve)
  const [pages, notes] = [new Set<number>(), new Map<number, number[]>()]
  for (const [index, page] of pagesIn(catalogue, resolve).entries()) {
    if (usesOff(page.get('/Resources'), isOff, resolve)) pages.add(index)
    const list = resolve(page.get('/Annots'))
    const hidden = (Array.isArray(list) ? list : []).flatMap((note, at) => {
      const value = resolve(note)
      return isDictionary(value) && value.has('/OC') && isOff(value.get('/OC')) ? [at] : []
    })
    if (hidden.length > 0) notes.set(index, hidden)
  }
  return { pages, notes }
}

const listOf = (value: Value | undefined) => (Array.isArray(value) ? value : [])
const numbersOf = (value: Value | undefined) =>
  listOf(value).flatMap((one) => (isReference(one) ? [one.to] : []))

/** The numbers of the layers that are not shown, or not printed, when a paper is opened. */
function switchedOff(layers: Dictionary, resolve: Resolve): ReadonlySet<number> {
  const shown = resolve(layers.get('/D'))
  const first: Dictionary = isDictionary(shown) ? shown : new Map()
  const on = new Set(numbersOf(resolve(first.get('/ON'))))
  const off = new Set(numbersOf(resolve(first.get('/OFF'))))
  const isOffAtFirst = first.get('/BaseState') === '/OFF'
  for (const layer of numbersOf(resolve(layers.get('/OCGs')))) {
    if (isOffAtFirst && !on.has(layer)) off.add(layer)
    if (usedOff(resolve({ to: layer }), resolve)) off.add(layer)
  }
  return off
}

/** Whether a layer itself says that it is not to be shown or printed. */
function usedOff(layer: Value | undefined, resolve: Resolve): boolean {
  const usage = isDictionary(layer) ? resolve(layer.get('/Usage')) : undefined
  if (!isDictionary(usage)) return false
  return ['/View', '/Print'].some((kind) => {
    const states = resolve(usage.get(kind))
    return isDictionary(states) && states.get(`${kind}State`) === '/OFF'
  })
}

/** Whether a layer is off, or a group of layers has one that is. */
function reaches(value: Value | undefined, off: ReadonlySet<number>, resolve: Resolve): boolean {
  const waiting: (Value | undefined)[] = [value]
  const seen = new Set<number>()
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (isReference(next)) {
      if (off.has(next.to)) return true
      if (seen.has(next.to)) continue
      seen.add(next.to)
      waiting.push(resolve(next))
    } else if (Array.isArray(next)) waiting.push(...next)
    else if (isDictionary(next)) waiting.push(next.get('/OCGs'), next.get('/VE'))
  }
  return false
}

/** Whether anything that may be used on a page is on such a layer, also within groups of objects. */
function usesOff(
  resources: Value | undefined,
  isOff: (value: Value | undefined) => boolean,
  resolve: Resolve,
): boolean {
  const waiting: (Value | undefined)[] = [resources]
  const seen = new Set<Value>()
  while (waiting.length > 0) {
    const found = resolve(waiting.pop())
    if (!isDictionary(found) || seen.has(found)) continue
    seen.add(found)
    const lists = ['/Properties', '/XObject', '/Pattern'].map((kind) => resolve(found.get(kind)))
    const [properties, ...used] = lists.map((list) => (isDictionary(list) ? [...list.values()] : []))
    if (properties!.some(isOff)) return true
    for (const one of used.flat()) {
      const value = resolve(one)
      if (!isDictionary(value)) continue
      if (value.has('/OC') && isOff(value.get('/OC'))) return true
      waiting.push(value.get('/Resources'))
    }
  }
  return false
}

/** The pages in their order, each with what it takes from the pages above it. */
function pagesIn(catalogue: Value | undefined, resolve: Resolve): Dictionary[] {
  const pages: Dictionary[] = []
  const seen = new Set<Value>()
  const walk = (node: Value | undefined, above: Value | undefined) => {
    const found = resolve(node)
    if (!isDictionary(found) || seen.has(found)) return
    seen.add(found)
    const resources = found.get('/Resources') ?? above
    const kids = resolve(found.get('/Kids'))
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, resources)
    else pages.push(new Map([...found, ...(resources ? [['/Resources', resources] as const] : [])]))
  }
  walk(isDictionary(catalogue) ? catalogue.get('/Pages') : undefined, undefined)
  return pages
}
