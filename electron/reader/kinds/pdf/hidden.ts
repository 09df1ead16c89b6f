import type { Finding } from '../../finding.ts'
import type { Pdfium } from './pdfium.ts'

const META = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
] as const
/** Only links and form fields show all they hold. */
const LINK = 2
const WIDGET = 20
const FILE = 17
/** Flags of an annotation that keep it off the screen: invisible, hidden, no view. */
const UNSEEN = 1 | 2 | 32
const XFA_FORMS = new Set([2, 3])

/** What a document holds besides its pages. */
export async function findHidden(
  engine: Pdfium,
  document: number,
  bytes: Buffer,
  finding: Finding,
): Promise<void> {
  const { m, wideText } = engine
  const known = META.filter((key) => {
    const text = wideText((at, size) => m.FPDF_GetMetaText(document, key, at, size))
    finding.fact(key, text)
    return text.trim() !== ''
  })
  if (known.length > 0) finding.hides('metadata', known.join(', '), known.length)
  const ends = countOf(bytes, '%%EOF')
  if (ends > 1)
    finding.hides('revisions', `${ends - 1} earlier saved states may still be in the file`, ends - 1)
  const scripts = m.FPDFDoc_GetJavaScriptActionCount(document) + (bytes.includes('/JavaScript') ? 1 : 0)
  if (scripts > 0) finding.hides('scripts', 'JavaScript, never run here', scripts)
  const signatures = m.FPDF_GetSignatureCount(document)
  if (signatures > 0)
    finding.hides(
      'signature',
      'Signed: a copy made for disclosure no longer carries a valid signature',
      signatures,
    )
  if (XFA_FORMS.has(m.FPDF_GetFormType(document)))
    finding.hides('formValues', 'An XFA form keeps its values in a packet of its own')
  if (bytes.includes('/OCProperties')) finding.hides('layers', 'Layers that may be switched off')
  await takeOutAttachments(engine, document, finding)
}

function countOf(bytes: Buffer, mark: string): number {
  let count = 0
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) count += 1
  return count
}

/** Notes, form values and files on a page. */
export async function findHiddenOnPage(
  engine: Pdfium,
  page: number,
  label: string,
  finding: Finding,
): Promise<void> {
  const { m, wideText } = engine
  const count = m.FPDFPage_GetAnnotCount(page)
  for (let index = 0; index < count; index++) {
    const annotation = m.FPDFPage_GetAnnot(page, index)
    if (!annotation) continue
    const kind = m.FPDFAnnot_GetSubtype(annotation)
    const value = (key: string) =>
      wideText((at, size) => m.FPDFAnnot_GetStringValue(annotation, key, at, size))
    const text = value('Contents')
    const file = kind === FILE ? m.FPDFAnnot_GetFileAttachment(annotation) : 0
    if (file) await takeOut(engine, file, `attachment on ${label.toLowerCase()}`, finding)
    if ((m.FPDFAnnot_GetFlags(annotation) & UNSEEN) !== 0)
      finding.hides('hiddenText', `${label}: hidden ${text || 'annotation'}`)
    else if (kind === WIDGET) {
      const filled = value('V')
      if (filled) finding.hides('formValues', `${label}: ${value('T')} = ${filled}`)
    } else if (kind !== LINK && text) finding.hides('annotations', `${label}: ${text}`)
    else if (kind === LINK) finding.hides('externalLinks', `${label}: link`)
    m.FPDFPage_CloseAnnot(annotation)
  }
}

async function takeOutAttachments(engine: Pdfium, document: number, finding: Finding): Promise<void> {
  const { m } = engine
  const count = m.FPDFDoc_GetAttachmentCount(document)
  for (let index = 0; index < count; index++)
    await takeOut(engine, m.FPDFDoc_GetAttachment(document, index), `attachment ${index + 1}`, finding)
}

async function takeOut(
  engine: Pdfium,
  attachment: number,
  fallback: string,
  finding: Finding,
): Promise<void> {
  const { m, wideText, withMemory, heap } = engine
  const name = wideText((at, size) => m.FPDFAttachment_GetName(attachment, at, size)) || fallback
  finding.hides('attachments', name)
  const bytes = withMemory(4, (length) => {
    if (!m.FPDFAttachment_GetFile(attachment, 0, 0, length)) return null
    const size = Buffer.from(heap().buffer).readUInt32LE(length)
    return withMemory(size, (at) =>
      m.FPDFAttachment_GetFile(attachment, at, size, length)
        ? Buffer.from(heap().subarray(at, at + size))
        : null,
    )
  })
  if (!bytes) finding.lacks(`The attachment ${name} cannot be taken out.`)
  await finding.holds(name, 'attachment', bytes)
}
