import exifr from 'exifr'
import UTIF from 'utif2'
import type { Finding, Given } from '../finding.ts'

/** Reads what a picture says of itself; its text is left to OCR. */
export async function readImage({ bytes }: Given, finding: Finding): Promise<void> {
  const count = pagesOf(bytes)
  finding.pageCount(count)
  for (let page = 1; page <= count; page++) finding.page(`Picture ${page}`, '', true)
  const found = (await toldIn(bytes)) ?? (await toldIn(exifBlock(bytes)))
  if (!found) return
  const { latitude, longitude } = found
  if (typeof latitude === 'number' && typeof longitude === 'number')
    finding.hides('position', `Where it was taken: ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)
  const told = [
    'Make',
    'Model',
    'DateTimeOriginal',
    'Artist',
    'Copyright',
    'Software',
    'ImageDescription',
    'UserComment',
  ]
  const known = told.filter((key) => found[key] !== undefined)
  for (const key of known) finding.fact(key, textOf(found[key]))
  if (Object.keys(found).length > 0)
    finding.hides('metadata', known.join(', ') || 'Technical details', Math.max(1, known.length))
  if (found['ThumbnailLength'] || found['ThumbnailOffset'])
    finding.hides('thumbnail', 'A small picture of it as it once was')
}

type Told = Readonly<Record<string, unknown>>

async function toldIn(bytes: Buffer | null): Promise<Told | null> {
  if (!bytes) return null
  const found = (await exifr
    .parse(bytes, { gps: true, xmp: true, iptc: true })
    .catch(() => null)) as Told | null
  return found && Object.keys(found).some((key) => key !== 'errors') ? found : null
}

/** The block of details in a picture whose container the library does not find its way in. */
function exifBlock(bytes: Buffer): Buffer | null {
  const at = bytes.indexOf(Buffer.from('Exif\0\0II*', 'latin1'))
  const other = at >= 0 ? at : bytes.indexOf(Buffer.from('Exif\0\0MM\0*', 'latin1'))
  return other >= 0 ? bytes.subarray(other + 6) : null
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A TIFF may hold several pages; every other picture is one. */
function pagesOf(bytes: Buffer): number {
  const start = bytes.subarray(0, 4).toString('latin1')
  if (start !== 'II*\0' && start !== 'MM\0*') return 1
  return UTIF.decode(bytes).length || 1
}
