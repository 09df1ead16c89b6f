import { inflateRawSync } from 'node:zlib'

type Cell = {
  readonly address: string
  readonly type: string
  readonly style: string
  readonly raw: string
  readonly text: string
}
type SheetRead = {
  readonly name: string
  readonly frozenRows: number
  readonly cells: ReadonlyMap<string, Cell>
}

/** Reads a spreadsheet from its zip and XML, without the library that wrote it. */
export function readXlsx(bytes: Buffer): {
  sheets: readonly SheetRead[]
  xml: string
  dateStyles: ReadonlySet<string>
} {
  const files = readZip(bytes)
  const file = (name: string) => files.get(name) ?? ''
  const shared = [...file('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/gu)].map(([, inner = '']) =>
    textOf(inner),
  )
  const names = [...file('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(
    ([, name = '']) => name,
  )
  const sheets = names.map((name, index): SheetRead => {
    const xml = file(`xl/worksheets/sheet${index + 1}.xml`)
    const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/gu)].map(
      ([, attributes = '', inner = '']): Cell => {
        const attribute = (key: string) => new RegExp(`\\b${key}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? ''
        const raw = /<v>([\s\S]*?)<\/v>/u.exec(inner)?.[1] ?? ''
        const text = attribute('t') === 's' ? (shared[Number(raw)] ?? '') : textOf(inner)
        return { address: attribute('r'), type: attribute('t'), style: attribute('s'), raw, text }
      },
    )
    const filled = cells.filter(({ raw, text }) => raw !== '' || text !== '')
    return {
      name,
      frozenRows: Number(/<pane [^>]*ySplit="(\d+)"/u.exec(xml)?.[1] ?? 0),
      cells: new Map(filled.map((cell) => [cell.address, cell])),
    }
  })
  return { sheets, xml: [...files.values()].join('\n'), dateStyles: dateStylesOf(file('xl/styles.xml')) }
}

/** The styles whose number format shows a day. */
function dateStylesOf(styles: string): ReadonlySet<string> {
  const formats = [...styles.matchAll(/<numFmt ([^>]*)\/>/gu)]
    .filter(([, attributes = '']) => /formatCode="dd\/mm\/yyyy"/u.test(attributes))
    .map(([, attributes = '']) => /numFmtId="(\d+)"/u.exec(attributes)?.[1])
  const cellFormats = /<cellXfs[\s\S]*?<\/cellXfs>/u.exec(styles)?.[0] ?? ''
  const used = [...cellFormats.matchAll(/<xf ([^>]*)/gu)].map(
    ([, attributes = '']) => /numFmtId="(\d+)"/u.exec(attributes)?.[1],
  )
  return new Set(used.flatMap((id, index) => (formats.includes(id) ? [`${index}`] : [])))
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/gu)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readZip(bytes: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const end = bytes.lastIndexOf('PK\u0005\u0006')
  let place = bytes.readUInt32LE(end + 16)
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry += 1) {
    const nameLength = bytes.readUInt16LE(place + 28)
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength)
    const local = bytes.readUInt32LE(place + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(from, from + bytes.readUInt32LE(place + 20))
    files.set(name, (bytes.readUInt16LE(place + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'))
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return files
}
