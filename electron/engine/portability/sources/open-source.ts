import type { ReadingOptions } from '#shared/portability/source.ts'
import { type ChosenFile, openChosen } from './chosen-file.ts'
import { kindOfSource } from './kind-of-source.ts'
import { csvSource } from './read-csv.ts'
import { jsonSource } from './read-json.ts'
import { openSqlite } from './read-sqlite.ts'
import { openXlsx } from './read-xlsx.ts'
import { xmlSource } from './read-xml.ts'
import type { OpenSource } from './source.ts'

/**
 * Opens a file that a system exported, whatever form it has: the content says, not the ending of its name. Throws
 * `invalid` with the way out for what is no table, is damaged, locked or changed while it is read. Close it in the end.
 */
export async function openSource(path: string, options: ReadingOptions): Promise<OpenSource> {
  const file = await openChosen(path)
  try {
    return { ...(await sourceOf(file, options)), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function sourceOf(
  file: ChosenFile,
  { encoding, delimiter }: ReadingOptions,
): Promise<Omit<OpenSource, 'close'>> {
  const kind = await kindOfSource(file, encoding)
  if (kind.plan === null && kind.form === 'sqlite') return openSqlite(file)
  if (kind.plan === null) return openXlsx(file)
  if (kind.form === 'json') return jsonSource(file, kind.plan)
  if (kind.form === 'xml') return xmlSource(file, kind.plan)
  return csvSource(file, kind.plan, delimiter)
}
