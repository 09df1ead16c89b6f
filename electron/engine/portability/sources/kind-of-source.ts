import { AppError } from '#shared/errors.ts'
import type { SourceForm } from '#shared/portability/source.ts'
import { notATable, refuseOtherFile, refuseOtherText } from '../../tables/reading/file-kind.ts'
import type { ChosenFile } from './chosen-file.ts'
import { encodingOf, type TextPlan } from './encoding-of.ts'

/** What a file is, and of a text how it is written. */
export type SourceKind =
  | { readonly form: 'xlsx' | 'sqlite'; readonly plan: null }
  | { readonly form: Exclude<SourceForm, 'xlsx' | 'sqlite'>; readonly plan: TextPlan }

/** How far the container of old Office files is searched for what it holds. */
const OLE_BYTES = 16 * 1024 ** 2

/** Finds out what a file is by its first bytes; its name decides only where a text could be two things. */
export async function kindOfSource(file: ChosenFile, encoding: string | null): Promise<SourceKind> {
  const head = await file.head(8_192)
  const start = head.toString('latin1', 0, 16)
  if (start === 'SQLite format 3\u0000') return { form: 'sqlite', plan: null }
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006'))
    return { form: 'xlsx', plan: null }
  refuseOtherFile(start.startsWith('\u00D0\u00CF') ? await file.head(OLE_BYTES) : head)
  const plan = await encodingOf(file, encoding)
  const form = formOfText(plan.sample, file.fileName)
  if (form === 'csv' && encoding === null) refuseBytes(plan.sample, file.fileName)
  const declared =
    form === 'xml' && encoding === null && plan.markBytes === 0 ? declaredIn(plan.sample) : null
  return { form, plan: declared === null ? plan : await encodingOf(file, declared) }
}

/** How XML says it is written; what it says of two bytes for a letter is seen from the bytes. */
function declaredIn(sample: string): string | null {
  const said = /^<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[\w.:-]+)["']/u.exec(sample)?.groups?.['name'] ?? ''
  const code = said.toLowerCase()
  return code === '' || code.startsWith('utf-16') ? null : code === 'us-ascii' ? 'utf-8' : code
}

function refuseBytes(sample: string, fileName: string): void {
  if (/\.(?:db3?|sqlite3?)$/iu.test(fileName) && sample.includes('\u0000'))
    throw new AppError(
      'invalid',
      `“${fileName}” is no SQLite database that can be read: it is locked with a password, damaged, or of another program. Have the system export it again without a password, or as CSV.`,
    )
  refuseOtherText(sample)
}

function formOfText(sample: string, fileName: string): 'csv' | 'json' | 'xml' {
  const text = sample.trimStart()
  const isList = /\.(?:csv|tsv|tab|txt)$/iu.test(fileName)
  if (/^<(?:!doctype html|html|table)\b/iu.test(text))
    throw notATable('a web page', 'Open it in a spreadsheet and save it as CSV or .xlsx.')
  if (text.startsWith('<?xml') || (!isList && /^<[!\p{L}_]/u.test(text))) return 'xml'
  if (/^\{\s*["}]|^\[\s*[{\]]/u.test(text)) return 'json'
  return /^[[{]/u.test(text) && /\.(?:json|jsonl|ndjson)$/iu.test(fileName) ? 'json' : 'csv'
}
