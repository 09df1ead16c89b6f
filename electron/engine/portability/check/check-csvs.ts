import type { Problem } from '../../archive/bag-source.ts'
import { reasonOf } from '../../archive/verification-report.ts'
import type { WrittenCsv } from '../formats/data-package.ts'
import { csvForm, type CsvForm, csvwDifference, packagedCsvs } from './csv-form.ts'
import type { Place } from './form-to-check.ts'

type Add = (name: string, problems: readonly Problem[], says: string) => void

const PACKAGE = 'data/csv/datapackage.json'

/** What describes the CSV files: the data package, and the metadata of CSV on the Web beside each; gives the files. */
export async function checkCsvs(
  place: Place,
  keys: readonly string[],
  add: Add,
): Promise<ReadonlyMap<string, CsvForm>> {
  const problems: Problem[] = []
  const forms = new Map<string, CsvForm>()
  let files: readonly WrittenCsv[] = []
  try {
    files = await packagedCsvs(place)
  } catch (error) {
    problems.push({ about: PACKAGE, detail: reasonOf(error) })
  }
  for (const file of files) {
    const { key } = file.table
    if (forms.has(key)) problems.push({ about: PACKAGE, detail: `It describes ${key} twice.` })
    forms.set(key, csvForm(place, file))
    const difference = await csvwDifference(place, file).catch(reasonOf)
    if (difference !== null) problems.push({ about: `data/csv/${key}.csv-metadata.json`, detail: difference })
  }
  for (const key of keys)
    if (files.length > 0 && !forms.has(key))
      problems.push({ about: PACKAGE, detail: `It does not describe ${key}.` })
  add('Descriptions of the CSV files', problems, `${files.length} files, described twice and alike`)
  return forms
}
