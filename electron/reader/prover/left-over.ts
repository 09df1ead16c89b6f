import type { Findings } from './findings.ts'
import { isDictionary, isList, type PdfValue } from './objects/read-values.ts'
import type { Scan, Scanned } from './objects/scan-objects.ts'

/** Keys that say that something is there which no page of a finished volume has, with what it is. */
const KEYS: readonly (readonly [key: string, says: string])[] = [
  ['/Annots', 'Notes, links or form fields'],
  ['/Metadata', 'Data about the file (XMP)'],
  ['/EmbeddedFile', 'An attached file'],
  ['/EmbeddedFiles', 'Attached files'],
  ['/EF', 'An attached file'],
  ['/AcroForm', 'A form'],
  ['/XFA', 'A form (XFA)'],
  ['/PieceInfo', 'Private data of a program'],
  ['/Thumb', 'A small picture of the page as it was'],
  ['/OCProperties', 'Layers that can be switched off'],
  ['/JavaScript', 'A script'],
  ['/Alternates', 'Another copy of a picture'],
]

/** Kinds of objects that nothing refers to and that are part of every file. */
const TABLES = ['/XRef', '/ObjStm']

/** What a finished volume must not hold, whatever it says: what nothing refers to, earlier revisions, and side channels. */
export function leftOver(scan: Scan, reached: ReadonlySet<number>, findings: Findings): void {
  const { objects, earlier, trailers } = scan
  for (const object of objects.values()) {
    for (const [key, says] of KEYS)
      if (holds(scan, object, key)) findings.leftOver(key.slice(1), `${says} should be gone from the volume.`)
    const type = isDictionary(object.value) ? object.value.get('/Type') : undefined
    if (reached.has(object.number) || TABLES.some((kind) => kind === type)) continue
    findings.leftOver(
      `object ${object.number}`,
      'An object that nothing refers to should be gone from the volume.',
    )
  }
  if (earlier.length > 0 || trailers.some((trailer) => trailer.has('/Prev')))
    findings.leftOver('revision', 'An earlier revision should be gone from the volume.')
}

function holds({ resolve }: Scan, { value }: Scanned, key: string): boolean {
  if (!isDictionary(value)) return false
  const there: PdfValue | undefined = resolve(value.get(key))
  if (key === '/Metadata' && value.get('/Type') === '/Metadata') return true
  if (value.get('/Type') === key) return true
  return there !== undefined && !(isList(there) && there.length === 0)
}
