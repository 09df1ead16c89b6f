import { CaseCertificate } from '#shared/cases/certificate.ts'
import { sealHolds } from '../../described/seal.ts'
import { lineAs, linesIn } from '../../exit/material.ts'
import { type About, type CaseLine, CaseLine as Line, WHOLE_FILES } from '../../exit/whole-files.ts'
import type { Reader } from '../bag-reader.ts'
import type { Problem } from '../bag-source.ts'
import type { Hashes } from '../tag-files.ts'
import type { FoundRecords } from './whole-records.ts'

/** Whether the documents of every request are there, and certificates of those that were destroyed say what was sealed. */
export async function wholeCases(reader: Reader, hashes: Hashes, about: About, records: FoundRecords | null) {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const files = new Set<string>()
  for await (const line of linesIn(reader, WHOLE_FILES.cases)) {
    const one = lineAs(Line, WHOLE_FILES.cases, line)
    const say = (detail: string) =>
      problems.push({ about: `${WHOLE_FILES.cases}, line ${line.number}`, detail })
    if (seen.has(one.request)) say(`The documents of ${one.reference} are listed twice.`)
    seen.add(one.request)
    if (one.file !== null) {
      files.add(one.file)
      if (records && !records.lines.has(`requests ${one.request}`))
        say(`There is no request ${one.reference}.`)
    }
    const wrong = one.destroyedAt === null ? wrongWithFile(one, hashes) : wrongWithCertificate(one)
    if (wrong) say(`${one.reference}: ${wrong}`)
  }
  for (const name of hashes.keys())
    if (name.startsWith('data/cases/') && !files.has(name))
      problems.push({ about: name, detail: 'No line of the list tells of it.' })
  if (files.size !== about.counts.cases)
    problems.push({
      about: WHOLE_FILES.cases,
      detail: `It has the documents of ${files.size} requests; about.json promises ${about.counts.cases}.`,
    })
  return {
    problems,
    found: null,
    allWell: `${files.size} with documents, ${seen.size - files.size} destroyed or left out`,
  }
}

function wrongWithFile({ file, bytes, sha256 }: CaseLine, hashes: Hashes): string | null {
  if (file === null) return null
  const there = file.startsWith('data/cases/') ? hashes.get(file) : undefined
  if (!there) return 'Its file is not there.'
  return there.bytes === bytes && there.digests.sha256 === sha256
    ? null
    : 'Its file is not what the list tells of.'
}

function wrongWithCertificate({ request, file, certificate }: CaseLine): string | null {
  if (file !== null) return 'Its documents were destroyed, but there is a file.'
  if (certificate === null) return 'There is no certificate of its destruction.'
  try {
    const found = CaseCertificate.safeParse(JSON.parse(certificate))
    if (!found.success || found.data.request !== request) return 'Its certificate is not one.'
    return sealHolds(found.data) ? null : 'Its certificate no longer says what was sealed.'
  } catch {
    return 'Its certificate is not JSON.'
  }
}
