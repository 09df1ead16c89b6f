import { z } from 'zod'
import { DESCRIBED } from '#shared/described/all.ts'
import { FileEntry } from '#shared/described/kept-fields.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'
import { brokenSeals } from '../described/seal.ts'
import { nextLink, sha256 } from '../revisions/chain.ts'
import { canonical } from '../tables/json.ts'
import type { Reader } from './bag-reader.ts'
import { LIMITS, type Problem } from './bag-source.ts'
import { INCIDENT_FILES } from './incident-bag.ts'
import type { Hashes } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'
import { RevisionLine } from './verify-revisions.ts'

/**
 * What an incident bundle promises beyond its manifests: the seals of decisions, reports and notices hold, its files
 * say what its record says, and the record is what its last revision held.
 */
export async function checkIncident(reader: Reader, hashes: Hashes, report: Report): Promise<void> {
  const check = async (name: string, find: () => Promise<readonly Problem[]>, allWell: string) =>
    report.add(
      name,
      await find().catch((error: unknown) => [{ about: name, detail: reasonOf(error) }]),
      allWell,
    )
  await check(
    'Seals',
    () => sealProblems(reader),
    'every decision, report and notice says what was sealed, and its files say the same',
  )
  await check(
    'Revisions of the breach',
    () => revisionProblems(reader),
    'each follows from its link, and the record is what the last one held',
  )
  await check(
    'Evidence',
    () => evidenceProblems(reader, hashes),
    'every attached file is there as it was taken in',
  )
}

type Incident = AnyRecord & Readonly<Record<string, readonly { readonly id: string }[]>>

async function readRecord(reader: Reader): Promise<Incident> {
  const parsed = DESCRIBED.breaches.schema.safeParse(JSON.parse(await textOf(reader, INCIDENT_FILES.record)))
  if (!parsed.success) throw new AppError('invalid', 'record.json is not a breach as the program keeps one.')
  return parsed.data as unknown as Incident
}

/** Which fields of the record have a file of their own, and what is kept in them. */
const REPEATED = [
  ['decisions', INCIDENT_FILES.decisions],
  ['sentReports', INCIDENT_FILES.reports],
  ['sentNotices', INCIDENT_FILES.notices],
] as const

async function sealProblems(reader: Reader): Promise<readonly Problem[]> {
  const record = await readRecord(reader)
  const problems: Problem[] = brokenSeals(DESCRIBED.breaches, record).map((label) => ({
    about: label,
    detail: 'An entry no longer says what was sealed.',
  }))
  for (const [field, file] of REPEATED)
    if (canonical(JSON.parse(await textOf(reader, file))) !== canonical(record[field]))
      problems.push({ about: file, detail: 'It says something else than record.json.' })
  return problems
}

const LinkedLine = RevisionLine.extend({ previous_sha256: z.string() })

async function revisionProblems(reader: Reader): Promise<readonly Problem[]> {
  const lines = (await textOf(reader, INCIDENT_FILES.revisions))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LinkedLine.parse(JSON.parse(line)))
  const broken = lines.filter((line) => nextLink(line.previous_sha256, line) !== line.chain_sha256)
  const problems = broken.map(({ seq }) => about(`Revision ${seq} does not follow from the link it names.`))
  const next = lines.filter((line, index) => {
    const before = lines[index - 1]
    return before?.seq === line.seq - 1 && before.chain_sha256 !== line.previous_sha256
  })
  problems.push(...next.map(({ seq }) => about(`Revision ${seq} does not follow from the one before.`)))
  const last = lines.at(-1)
  if (last?.body_sha256 !== sha256(await textOf(reader, INCIDENT_FILES.record)))
    problems.push({
      about: INCIDENT_FILES.record,
      detail: 'It is not what the last revision of the breach held.',
    })
  return problems
}

const about = (detail: string): Problem => ({ about: INCIDENT_FILES.revisions, detail })

const Listed = z.array(FileEntry.extend({ path: z.string() }))

async function evidenceProblems(reader: Reader, hashes: Hashes): Promise<readonly Problem[]> {
  const listed = Listed.parse(JSON.parse(await textOf(reader, INCIDENT_FILES.evidence)))
  const attached = FileEntry.array().parse((await readRecord(reader))['evidenceFiles'])
  return attached.flatMap(({ id, name, sha256: promised }) => {
    const place = listed.find((one) => one.id === id)?.path
    if (place === undefined) return [{ about: name, detail: 'The bundle does not say where it is.' }]
    const found = hashes.get(place)?.digests.sha256
    if (found === undefined) return [{ about: place, detail: 'It is missing.' }]
    return found === promised ? [] : [{ about: place, detail: 'It is not the file that was attached.' }]
  })
}

async function textOf({ bag, source }: Reader, name: string): Promise<string> {
  const entry = bag.files.get(name)
  if (!entry) throw new AppError('not-found', `${name} is not in the bundle.`)
  if (entry.bytes > LIMITS.tagFileBytes) throw new AppError('rule', `${name} is too large to be read.`)
  const chunks: Buffer[] = []
  for await (const chunk of await source.open(entry.name)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
