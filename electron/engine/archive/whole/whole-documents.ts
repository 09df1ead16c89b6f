import { lineAs, linesIn } from '../../exit/material.ts'
import { type About, DocumentLine, WHOLE_FILES } from '../../exit/whole-files.ts'
import type { Reader } from '../bag-reader.ts'
import type { Problem } from '../bag-source.ts'
import type { Hashes } from '../tag-files.ts'
import type { FoundRecords } from './whole-records.ts'

/** Whether every attached file is there as it was taken in, and the list says which records name it. */
export async function wholeDocuments(
  reader: Reader,
  hashes: Hashes,
  about: About,
  records: FoundRecords | null,
) {
  const problems: Problem[] = []
  const listed = new Set<string>()
  const files = new Set<string>()
  for await (const line of linesIn(reader, WHOLE_FILES.documents)) {
    const {
      id,
      name,
      bytes,
      sha256,
      file,
      records: named,
    } = lineAs(DocumentLine, WHOLE_FILES.documents, line)
    const say = (detail: string) =>
      problems.push({ about: `${WHOLE_FILES.documents}, line ${line.number}`, detail })
    if (listed.has(id)) say(`“${id}” is listed twice.`)
    listed.add(id)
    files.add(file)
    const there = file.startsWith('data/documents/') ? hashes.get(file) : undefined
    if (!there) say(`The file of “${name}” is not there.`)
    else if (there.bytes !== bytes || there.digests.sha256 !== sha256)
      say(`The file of “${name}” is not what was attached.`)
    const naming = records?.naming.get(id) ?? []
    const told = named.map((one) => `${one.register} ${one.id}`)
    for (const one of naming)
      if (one.sha256 !== sha256) say(`“${name}” is not the file that ${one.by} names.`)
    const by = [...new Set(naming.map((one) => one.by))]
    if (records && by.toSorted().join() !== told.toSorted().join())
      say(`The records that name “${name}” are others than the list says.`)
  }
  for (const [document, [record]] of records?.naming ?? [])
    if (!listed.has(document))
      problems.push({
        about: WHOLE_FILES.documents,
        detail: `The file “${document}” that ${record?.by} names is not listed.`,
      })
  for (const name of hashes.keys())
    if (name.startsWith('data/documents/') && !files.has(name))
      problems.push({ about: name, detail: 'No line of the list tells of it.' })
  for (const { document, registerName } of about.earlierChains)
    if (document !== null && !listed.has(document))
      problems.push({
        about: WHOLE_FILES.documents,
        detail: `The earlier trail of “${registerName}” is not listed.`,
      })
  if (listed.size !== about.counts.documents)
    problems.push({
      about: WHOLE_FILES.documents,
      detail: `It lists ${listed.size} files; about.json promises ${about.counts.documents}.`,
    })
  return { problems, found: null, allWell: `${listed.size} attached files, each as it was taken in` }
}
