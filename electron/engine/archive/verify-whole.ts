import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { type Hashes, readLabel } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'
import { aboutIn } from '../exit/material.ts'
import { wholeCases } from './whole/whole-cases.ts'
import { wholeDocuments } from './whole/whole-documents.ts'
import { wholeRecords } from './whole/whole-records.ts'
import { wholeTrail } from './whole/whole-trail.ts'

/**
 * What a whole register promises beyond its manifests: as many of each kind as it says, every record as its register has
 * them and as its last revision says, every file that a record names, and every case. Each
 * file is read line by line; what is kept of each record is a hash.
 */
export async function checkWhole(reader: Reader, hashes: Hashes, report: Report): Promise<void> {
  const check = async <Result>(
    name: string,
    find: () => Promise<{
      readonly problems: readonly Problem[]
      readonly allWell: string
      readonly found: Result
    }>,
  ): Promise<Result | null> => {
    try {
      const { problems, allWell, found } = await find()
      report.add(name, problems, allWell)
      return found
    } catch (error) {
      report.add(name, [{ about: name, detail: reasonOf(error) }], '')
      return null
    }
  }
  const about = await check('About', async () => {
    const found = await aboutIn(reader)
    const differs = readLabel(reader.infoText ?? '', 'Chain-Head') !== found.chain.head
    const problems = differs
      ? [{ about: 'data/about.json', detail: 'It names another chain head than bag-info.txt.' }]
      : []
    return { found, problems, allWell: `“${found.registerName}”, written at ${found.madeAt}` }
  })
  if (!about) return
  const records = await check('Records', () => wholeRecords(reader, about))
  if (records)
    report.add(
      'Seals',
      records.brokenSeals,
      'every decision, letter and report that was sealed says what was sealed',
    )
  await check('Attached files', () => wholeDocuments(reader, hashes, about, records))
  if (records) await check('Revisions and records', () => wholeTrail(reader, about, records))
  await check('Documents of requests', () => wholeCases(reader, hashes, about, records))
}
