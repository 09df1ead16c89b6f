'use strict'

/** A file is unpacked in memory; larger ones are for the program. */
const UNPACKED_AT_MOST = 1_500_000_000
const ENTRIES_AT_MOST = 50_000
/** Beyond this a file is taken for a bomb; small ones may shrink as they like. */
const RATIO_AT_MOST = 600
const SMALL = 4 * 1024 ** 2
const NOT_A_ZIP = 'It is not a zip, or its end is missing.'

/** The files in a zip, {path, bytes}, each unpacked when it is read; throws in words where the zip is no good. */
async function filesOfZip(zip) {
  const { at, entries } = await directoryOf(zip)
  if (entries > ENTRIES_AT_MOST) throw new Error(`It holds more than ${ENTRIES_AT_MOST} files.`)
  const view = await viewOf(zip, at.from, at.to)
  const files = []
  for (let from = 0, count = 0; count < entries; count += 1) {
    if (from + 46 > view.byteLength || view.getUint32(from, true) !== 0x02014b50) throw new Error(NOT_A_ZIP)
    const entry = entryAt(view, from)
    if (entry.isEncrypted)
      throw new Error(
        'It is encrypted. Unpack it with its passphrase first (7-Zip, Keka or WinZip do that), then choose the folder.',
      )
    if (entry.isLink) throw new Error(`${entry.path} is a link; links are not followed.`)
    if (!entry.path.endsWith('/')) files.push({ path: entry.path, bytes: () => unpacked(zip, entry) })
    from += entry.length
  }
  return files
}

const viewOf = async (file, from, to) => new DataView(await file.slice(from, to).arrayBuffer())

/** Where the list of contents stands, and how long it is (with the 64-bit form that large zips need). */
async function directoryOf(zip) {
  const tailFrom = Math.max(0, zip.size - 65_557)
  const tail = await viewOf(zip, tailFrom, zip.size)
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error(NOT_A_ZIP)
  const isLarge = end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50
  if (!isLarge) {
    const [size, from] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
    return { entries: tail.getUint16(end + 10, true), at: { from, to: from + size } }
  }
  const large = await viewOf(zip, Number(tail.getBigUint64(end - 12, true)), zip.size)
  if (large.byteLength < 56 || large.getUint32(0, true) !== 0x06064b50) throw new Error(NOT_A_ZIP)
  const [size, from] = [Number(large.getBigUint64(40, true)), Number(large.getBigUint64(48, true))]
  return { entries: Number(large.getBigUint64(32, true)), at: { from, to: from + size } }
}

function entryAt(view, from) {
  const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(from + offset, true))
  const path = textAt(view, from + 46, name)
  const numbers = [24, 20, 42].map((offset) => view.getUint32(from + offset, true))
  readLarge(view, from + 46 + name, extra, numbers)
  const [size, packed, offset] = numbers
  return {
    path,
    size,
    packed,
    offset,
    isEncrypted: (view.getUint16(from + 8, true) & 1) === 1,
    isLink: view.getUint32(from + 38, true) >>> 28 === 0xa,
    method: view.getUint16(from + 10, true),
    length: 46 + name + extra + comment,
  }
}

const textAt = (view, from, length) =>
  new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + from, length))

/** Numbers that do not fit into 32 bits stand in an extra field, in this order. */
function readLarge(view, from, length, numbers) {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    numbers.forEach((number, index) => {
      if (number !== 0xffffffff) return
      numbers[index] = Number(view.getBigUint64(next, true))
      next += 8
    })
  }
}

async function unpacked(zip, entry) {
  const head = await viewOf(zip, entry.offset, entry.offset + 30)
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw new Error('it is damaged')
  const [name, extra] = [head.getUint16(26, true), head.getUint16(28, true)]
  const start = entry.offset + 30
  const named = await viewOf(zip, start, start + name)
  if (textAt(named, 0, name) !== entry.path) throw new Error('the zip gives it two names')
  if (entry.size > SMALL && entry.size > entry.packed * RATIO_AT_MOST)
    throw new Error(`it unpacks to more than ${RATIO_AT_MOST} times its size`)
  if (entry.size > UNPACKED_AT_MOST) throw new Error('it is too large for this page')
  const from = start + name + extra
  const packed = zip.slice(from, from + entry.packed)
  if (entry.method === 0) return new Uint8Array(await packed.arrayBuffer())
  if (entry.method !== 8) throw new Error('it is packed in a way that this page does not know')
  return inflated(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')), entry.size)
}

/** What comes out of a stream, which has to be as long as it says; it is stopped where it is longer. */
async function inflated(stream, size) {
  const bytes = new Uint8Array(size)
  const reader = stream.getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true }))
    if (done) break
    if (at + value.length > size) {
      await reader.cancel()
      throw new Error('it is longer than it says')
    }
    bytes.set(value, at)
    at += value.length
  }
  if (at !== size) throw new Error('it is damaged')
  return bytes
}
