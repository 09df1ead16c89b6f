import { call } from '#renderer/api/engine.ts'

/** Drawn pages of a case, kept as long as there is room for them. */
export type Pictures = {
  /** The picture that is there already; null where it has to be drawn. */
  readonly peek: (page: number, width: number) => ImageBitmap | null
  /** The picture, drawn if need be. */
  readonly get: (page: number, width: number) => Promise<ImageBitmap>
  /** Draws pages one after another, the first first, until others are wanted; no more than there is room for. */
  readonly prefetch: (pages: readonly number[], width: number) => void
  /** Gives the memory back. */
  readonly release: () => void
}

/** Bytes of pictures that are kept at the most, so that a case of any length takes the same memory. */
const ROOM = 192 * 1024 * 1024
const BYTES_PER_PIXEL = 4

/** A cache of drawn pages; the picture used longest ago makes room. */
export function createPictures(request: string): Pictures {
  const kept = new Map<string, ImageBitmap>()
  const coming = new Map<string, Promise<ImageBitmap>>()
  let bytes = 0
  let wanted: readonly string[] = []
  let isWorking = false

  function keep(key: string, bitmap: ImageBitmap): void {
    kept.set(key, bitmap)
    bytes += sizeOf(bitmap)
    for (const [oldest, old] of kept) {
      if (bytes <= ROOM || oldest === key) return
      kept.delete(oldest)
      bytes -= sizeOf(old)
      old.close()
    }
  }

  async function draw(key: string): Promise<ImageBitmap> {
    const [page = 0, width = 0] = key.split('@').map(Number)
    const { png } = await call('cases.picture', { request, page, width })
    const bitmap = await createImageBitmap(new Blob([bytesOf(png)], { type: 'image/png' }))
    keep(key, bitmap)
    return bitmap
  }

  function get(key: string): Promise<ImageBitmap> {
    const there = peek(key)
    if (there) return Promise.resolve(there)
    const known = coming.get(key)
    if (known) return known
    const drawing = draw(key).finally(() => coming.delete(key))
    coming.set(key, drawing)
    return drawing
  }

  function peek(key: string): ImageBitmap | null {
    const found = kept.get(key)
    if (!found) return null
    // The one used longest ago stands first.
    kept.delete(key)
    kept.set(key, found)
    return found
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    for (let next = nextWanted(); next; next = nextWanted()) {
      const key = next
      // A page that cannot be drawn says why when it is looked at.
      await get(key).catch(() => (wanted = wanted.filter((other) => other !== key)))
    }
    isWorking = false
  }

  const nextWanted = () => wanted.find((key) => !kept.has(key))

  return {
    peek: (page, width) => peek(keyOf(page, width)),
    get: (page, width) => get(keyOf(page, width)),
    prefetch(pages, width) {
      // As a sheet of A4; half the room is left for what was looked at.
      const room = Math.floor(ROOM / 2 / (width * width * 1.42 * BYTES_PER_PIXEL))
      wanted = pages.slice(0, room).map((page) => keyOf(page, width))
      void work()
    },
    release() {
      wanted = []
      for (const bitmap of kept.values()) bitmap.close()
      kept.clear()
      bytes = 0
    },
  }
}

const keyOf = (page: number, width: number) => `${page}@${width}`
const sizeOf = ({ width, height }: ImageBitmap) => width * height * BYTES_PER_PIXEL

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.codePointAt(at)!
  return bytes
}
