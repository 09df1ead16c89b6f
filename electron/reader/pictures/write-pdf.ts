import { deflateSync } from 'node:zlib'

/** A picture as a PDF keeps it: its bytes and how they are to be understood, in the words of the PDF's dictionary. */
export type PdfPicture = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  readonly entries: string
  /** How it is turned or mirrored to be upright, as Exif numbers it from 1 to 8. */
  readonly orientation: number
  /** Pixels an inch, where the picture says so believably. */
  readonly dpi: number | null
}

/** A4 in points, upright, and the margin around a picture that does not say how large it is. */
const SHEET = { short: 595.28, long: 841.89 }
const MARGIN = 28
/** The long side of a page in points between which a picture is believed about its size: a postcard, and A3. */
const LEAST = 360
const MOST = 1200

/** A PDF with one picture a page: always the same bytes for the same pictures, without a date or a name. */
export function writePicturesPdf(pictures: readonly PdfPicture[]): Uint8Array {
  const parts: Uint8Array[] = []
  const places: number[] = []
  let length = 0
  const put = (bytes: Uint8Array | string) => {
    const part = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
    parts.push(part)
    length += part.length
  }
  const object = (body: string, stream?: Uint8Array) => {
    places.push(length)
    put(`${places.length} 0 obj\n${body}\n`)
    if (stream) {
      put('stream\n')
      put(stream)
      put('\nendstream\n')
    }
    put('endobj\n')
  }

  put('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  const pages = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  object(`<< /Type /Pages /Count ${pictures.length} /Kids [${pages}] >>`)
  for (const [index, picture] of pictures.entries()) {
    const first = 3 + index * 3
    const { page, matrix } = placed(picture)
    const content = deflateSync(Buffer.from(`q ${matrix.map(number).join(' ')} cm /Im Do Q`))
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${number(page.width)} ${number(page.height)}] ` +
        `/Resources << /XObject << /Im ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    )
    object(`<< /Length ${content.length} /Filter /FlateDecode >>`, content)
    object(
      `<< /Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ` +
        `/Length ${picture.data.length} ${picture.entries} >>`,
      picture.data,
    )
  }
  const start = length
  put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`)
  for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const number = (value: number) => String(Math.round(value * 1000) / 1000)

type Size = { readonly width: number; readonly height: number }

/** The page for a picture, and the matrix that puts the picture on it, upright. */
function placed({ width, height, orientation, dpi }: PdfPicture): { page: Size; matrix: readonly number[] } {
  const isOnItsSide = orientation >= 5 && orientation <= 8
  const upright = isOnItsSide ? { width: height, height: width } : { width, height }
  const large = dpi === null ? 0 : (Math.max(width, height) / dpi) * 72
  const isBelieved = large >= LEAST && large <= MOST
  const { page, picture } = dpi !== null && isBelieved ? asLarge(upright, dpi) : onSheet(upright)
  const { width: w, height: h } = picture
  const [x, y] = [(page.width - w) / 2, (page.height - h) / 2]
  // Where the corners of the unit square of the picture go: [a b c d e f] of the PDF's matrix.
  const turns: Readonly<Record<number, readonly number[]>> = {
    2: [-w, 0, 0, h, x + w, y],
    3: [-w, 0, 0, -h, x + w, y + h],
    4: [w, 0, 0, -h, x, y + h],
    5: [0, -h, -w, 0, x + w, y + h],
    6: [0, -h, w, 0, x, y + h],
    7: [0, h, w, 0, x, y],
    8: [0, h, -w, 0, x + w, y],
  }
  return { page, matrix: turns[orientation] ?? [w, 0, 0, h, x, y] }
}

/** As large as it says it is. */
function asLarge(pixels: Size, dpi: number): { page: Size; picture: Size } {
  const size = { width: (pixels.width / dpi) * 72, height: (pixels.height / dpi) * 72 }
  return { page: size, picture: size }
}

/** Fitted to a sheet of A4, upright or on its side as the picture is. */
function onSheet(pixels: Size): { page: Size; picture: Size } {
  const isWide = pixels.width > pixels.height
  const page = isWide
    ? { width: SHEET.long, height: SHEET.short }
    : { width: SHEET.short, height: SHEET.long }
  const scale = Math.min((page.width - 2 * MARGIN) / pixels.width, (page.height - 2 * MARGIN) / pixels.height)
  return { page, picture: { width: pixels.width * scale, height: pixels.height * scale } }
}
