import { type Dictionary, isDictionary, type PdfObject, type Resolve, type Value } from './pdf-objects.ts'
import { unpackDrawing } from './unpack-drawing.ts'
import type { Objects } from './write-volume.ts'

/** Kinds of things that a drawing uses by their names. */
const KINDS = ['/XObject', '/Pattern', '/Shading', '/Font', '/ExtGState', '/ColorSpace']

/**
 * Takes from the lists of what pages and groups may use whatever their drawings do not name: a drawing that was written
 * anew leaves there what it drew before.
 */
export function leaveOutUnused(objects: Objects, pages: readonly number[], resolve: Resolve): void {
  const borrowed = namesOfBorrowers(objects, resolve)
  for (const number of pages) {
    const page = objects.get(number)?.value
    if (!isDictionary(page)) continue
    const contents = page.get('/Contents')
    const list = resolve(contents)
    const parts = Array.isArray(list) ? list : contents === undefined ? [] : [contents]
    const drawn = parts.map((part) => drawingOf(objects, part, resolve))
    if (!drawn.includes(null)) keepOnly(page, new Set([...namesIn(drawn), ...borrowed]), resolve)
  }
  for (const { value, stream } of objects.values()) {
    if (!stream || !isDictionary(value) || !value.has('/Resources')) continue
    const drawn = unpackDrawing(stream, value, resolve)
    if (drawn) keepOnly(value, new Set([...namesIn([drawn]), ...borrowed]), resolve)
  }
}

function drawingOf(objects: Objects, part: Value, resolve: Resolve): Buffer | null {
  if (typeof part === 'string' || !('to' in part)) return null
  const object: PdfObject | undefined = objects.get(part.to)
  if (!object?.stream || !isDictionary(object.value)) return Buffer.alloc(0)
  return unpackDrawing(object.stream, object.value, resolve)
}

/** What groups and letters use that have no list of their own and take from that of the page. */
function namesOfBorrowers(objects: Objects, resolve: Resolve): ReadonlySet<string> {
  const drawn: (Buffer | null)[] = []
  for (const { value, stream } of objects.values()) {
    if (!isDictionary(value)) continue
    if (stream && value.get('/Subtype') === '/Form' && !value.has('/Resources'))
      drawn.push(unpackDrawing(stream, value, resolve))
    const letters = resolve(value.get('/CharProcs'))
    if (isDictionary(letters))
      for (const letter of letters.values()) drawn.push(drawingOf(objects, letter, resolve))
  }
  return namesIn(drawn)
}

const NAME = /\/([^\s()<>[\]{}/%]+)/gu

function namesIn(drawn: readonly (Buffer | null)[]): Set<string> {
  const names = new Set<string>()
  for (const bytes of drawn)
    for (const [name] of bytes?.toString('latin1').matchAll(NAME) ?? []) names.add(plain(name))
  return names
}

/** A name without its signs in hexadecimal. */
const plain = (name: string) =>
  name.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  )

/** What others share is copied: they may use other things of it. */
function keepOnly(owner: Dictionary, names: ReadonlySet<string>, resolve: Resolve): void {
  const known = resolve(owner.get('/Resources'))
  if (!isDictionary(known)) return
  const resources: Dictionary = new Map(known)
  for (const kind of KINDS) {
    const list = resolve(resources.get(kind))
    if (!isDictionary(list)) continue
    resources.set(kind, new Map([...list].filter(([name]) => names.has(plain(name)))))
  }
  owner.set('/Resources', resources)
}
