import { createHash } from 'node:crypto'
import { isDictionary, type PdfObject, type Value, written } from './pdf-objects.ts'

/** The objects of a document by their numbers. */
export type Objects = Map<number, PdfObject>

/** Writes what can be reached from the root, each thing once: what is the same for two pages is written for both. */
export function writeVolume(objects: Objects, root: number, stamps: readonly string[]): Buffer {
  const same = sameAs(objects)
  const order = reachable(objects, root, same)
  const numbers = new Map(order.map((old, index) => [old, index + 1]))
  const numberOf = (old: number) => numbers.get(same.get(old) ?? old)
  const pieces: Buffer[] = []
  const places: number[] = []
  let at = 0
  const put = (piece: Buffer) => {
    pieces.push(piece)
    at += piece.length
  }
  const say = (text: string) => put(Buffer.from(text, 'latin1'))
  say('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n')
  for (const [index, old] of order.entries()) {
    const { value, stream } = objects.get(old)!
    places.push(at)
    if (stream && isDictionary(value)) value.set('/Length', `${stream.length}`)
    say(`${index + 1} 0 obj\n${written(value, numberOf)}\n`)
    if (stream) {
      say('stream\n')
      put(stream)
      say('\nendstream\n')
    }
    say('endobj\n')
  }
  const table = at
  const id = createHash('sha256')
    .update(`${stamps.join('\n')}\n${places.join(' ')}`)
    .digest('hex')
    .slice(0, 32)
    .toUpperCase()
  say(`xref\n0 ${order.length + 1}\n0000000000 65535 f \n`)
  say(places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join(''))
  say(
    `trailer\n<</Size ${order.length + 1}/Root ${numberOf(root)} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${table}\n%%EOF\n`,
  )
  return Buffer.concat(pieces)
}

/** Streams that are the same as an earlier one and name no other object: fonts and pictures of many pages. */
function sameAs(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<number, number> {
  const alike = new Map<string, [number, Buffer][]>()
  for (const [number, { value, stream }] of objects) {
    if (!stream || namesOthers(value)) continue
    const key = written(value, () => undefined)
    const known = alike.get(key)
    if (known) known.push([number, stream])
    else alike.set(key, [[number, stream]])
  }
  const same = new Map<number, number>()
  for (const streams of alike.values()) {
    if (streams.length < 2) continue
    const first = new Map<string, number>()
    for (const [number, stream] of streams) {
      const hash = createHash('sha256').update(stream).digest('base64')
      const known = first.get(hash)
      if (known === undefined) first.set(hash, number)
      else same.set(number, known)
    }
  }
  return same
}

function namesOthers(value: Value): boolean {
  if (typeof value === 'string') return false
  if (Array.isArray(value)) return value.some(namesOthers)
  return isDictionary(value) ? [...value.values()].some(namesOthers) : true
}

function reachable(
  objects: ReadonlyMap<number, PdfObject>,
  root: number,
  same: ReadonlyMap<number, number>,
): number[] {
  const found = new Set<number>()
  const waiting: Value[] = [{ to: root }]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') continue
    if (Array.isArray(value)) for (let at = value.length - 1; at >= 0; at -= 1) waiting.push(value[at]!)
    else if (isDictionary(value)) waiting.push(...[...value.values()].toReversed())
    else {
      const number = same.get(value.to) ?? value.to
      const object = objects.get(number)
      if (!object || found.has(number)) continue
      found.add(number)
      waiting.push(object.value)
    }
  }
  return [...found]
}
