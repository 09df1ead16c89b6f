/** An object of a PDF as it is written, or a stream with its entries. */
export type RawObject = string | { readonly entries: string; readonly bytes: Buffer }

/** A PDF of objects, numbered from 1; the first is the catalogue. */
export function rawPdf(objects: readonly RawObject[]): Buffer {
  const pieces: Buffer[] = []
  const places: number[] = []
  let length = 0
  const put = (piece: Buffer | string) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    pieces.push(bytes)
    length += bytes.length
  }
  put('%PDF-1.5\n%\u00E2\u00E3\u00CF\u00D3\n')
  objects.forEach((object, index) => {
    places.push(length)
    put(`${index + 1} 0 obj\n`)
    if (typeof object === 'string') put(object)
    else {
      put(`<<${object.entries}/Length ${object.bytes.length}>>\nstream\n`)
      put(object.bytes)
      put('\nendstream')
    }
    put('\nendobj\n')
  })
  const table = length
  const lines = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('')
  put(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`,
  )
  return Buffer.concat(pieces)
}

/** What a made page has beside its drawing. */
export type RawPage = {
  readonly draws: string
  /** Entries of the page, as "/Rotate 90". */
  readonly page?: string
  /** Entries of its resources. */
  readonly resources?: string
  /** Entries of the catalogue. */
  readonly catalogue?: string
  /** Objects from number 6 on; the fifth is Helvetica, /F1. */
  readonly more?: readonly RawObject[]
}

/** A PDF of one page of A4 in Helvetica. */
export function rawPage({ draws, page = '', resources = '', catalogue = '', more = [] }: RawPage): Buffer {
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>${page}>>`,
    { entries: '', bytes: Buffer.from(draws, 'latin1') },
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...more,
  ])
}
