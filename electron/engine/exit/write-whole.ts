import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import { RegisterName } from '#shared/records/record.ts'
import type { ArchiveCounts } from '#shared/registers/archives/archive.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import { type HashedFile, stampInfo } from '../archive/bag-files.ts'
import { LIMITS } from '../archive/bag-source.ts'
import { jsonOf, type Payload } from '../archive/payload.ts'
import { verifierFiles } from '../archive/verifier-files.ts'
import { readablePages, readableTables } from '../archive/write-archive.ts'
import { type BagPlan, writeBag } from '../archive/write-bag.ts'
import { openZip } from '../archive/zip-sink.ts'
import { openLockedZip } from '../cases/pack/locked-zip-sink.ts'
import { listCaseKeys } from '../cases/case-keys.ts'
import { readContent } from '../content.ts'
import { LATEST_SCHEMA } from '../db/migrations/index.ts'
import type { StoredDocument } from '../documents/document-store.ts'
import type { Progress } from '../pdf/write-record.ts'
import { nameOfRegister } from '../registerFile/folder.ts'
import type { Session } from '../registerFile/session.ts'
import { bodyLines, revisionLines } from '../revisions/lines.ts'
import { casePayloads } from './case-payloads.ts'
import { documentPayloads, filesOfDocuments } from './document-payloads.ts'
import { earlierChains } from './earlier-chains.ts'
import { streamOfLines } from './json-lines.ts'
import { countRecords, documentsNamed, type NamedBy, recordLines } from './record-lines.ts'
import { atOneMoment, type Snapshot } from './snapshot.ts'
import { watchedPayload } from './watched.ts'
import { type About, WHOLE_FILES, WHOLE_FOLDER, WHOLE_PROFILE } from './whole-files.ts'
import { hasPages, wholeReadme } from './whole-readme.ts'
import { schemaPayloads } from './whole-schemas.ts'

type Asked = {
  readonly now: Instant
  /** Earlier contents of records too. */
  readonly withHistory: boolean
  /** The documents of requests too. */
  readonly withCases: boolean
  readonly passphrase: string | null
}

/**
 * Writes the open register with all that belongs to it as a BagIt bag in a zip, from which a new register can be made:
 * as it stood at one moment, whatever is changed meanwhile. With a passphrase every file in the zip is encrypted.
 * Memory does not grow with files and trails. Throws `storage` where something in the register is damaged, naming it.
 */
export async function writeWhole(
  session: Session,
  asked: Asked,
  path: string,
  progress: Progress,
): Promise<{ readonly counts: ArchiveCounts; readonly chainHead: string }> {
  return atOneMoment(session, async (snapshot) => {
    const parts = await gathered(session, snapshot, asked)
    const { about } = parts
    const plan: BagPlan = {
      folder: WHOLE_FOLDER,
      madeAt: asked.now,
      payloads: (workFolder, written) =>
        stoppable({ session, snapshot, ...parts }, workFolder, written, progress),
      expected: 200 + filesOfDocuments(parts.documents) + about.counts.cases,
      info: infoOf(about),
      beside: verifierFiles,
    }
    const { passphrase, now } = asked
    const lock = passphrase && {
      password: passphrase,
      seed: new Uint8Array(randomBytes(32)),
      moment: Date.parse(now),
    }
    await writeBag(plan, path, progress, lock ? (to) => openLockedZip(to, lock) : openZip)
    return { counts: about.counts, chainHead: snapshot.head.head }
  })
}

type Parts = {
  readonly about: About
  readonly documents: readonly StoredDocument[]
  readonly named: ReadonlyMap<string, readonly NamedBy[]>
}

/** Counts first, so that an archive says what it must hold. */
async function gathered(
  { documents, folder, registerId }: Session,
  { db, raw, head }: Snapshot,
  { now, withHistory, withCases }: Asked,
): Promise<Parts> {
  const records: Record<string, number> = {}
  for (const register of RegisterName.options) records[register] = await countRecords(db, register)
  const chains = earlierChains(raw)
  const named = await documentsNamed(db)
  // What was taken off a record is an earlier content of it.
  const evidence = new Set(chains.map(({ document }) => document))
  const wanted = (await documents.list()).filter(
    ({ document }) => withHistory || named.has(document) || evidence.has(document),
  )
  const cases = withCases ? listCaseKeys(raw).filter(({ key }) => key !== null).length : 0
  refuseTooMany(filesOfDocuments(wanted) + cases)
  const about: About = {
    format: 'dpo-workbench/whole-register',
    version: 1,
    schema: LATEST_SCHEMA,
    registerName: nameOfRegister(folder),
    registerId,
    madeAt: now,
    chain: head,
    withHistory,
    withCases,
    counts: {
      records: Object.values(records).reduce((sum, count) => sum + count, 0),
      documents: wanted.length,
      cases,
      revisions: head.seq,
    },
    records,
    earlierChains: [...chains],
  }
  return { about, documents: wanted, named }
}

/** How many files an archive has besides attached files and cases, at most. */
const OTHER_FILES = 500

/** What nobody could check or bring in again is not written. */
function refuseTooMany(files: number): void {
  if (files + OTHER_FILES <= LIMITS.entries) return
  throw new AppError(
    'rule',
    `This register has ${files.toLocaleString('en-GB')} files; an archive holds ${LIMITS.entries.toLocaleString('en-GB')} at most. Copy the folder of the register instead.`,
  )
}

function infoOf(about: About): BagPlan['info'] {
  const { counts, registerId } = about
  return [
    ['Source-Organization', about.registerName],
    ['External-Description', `Whole register: ${counts.records} records, ${counts.documents} attached files`],
    ['External-Identifier', registerId],
    ['Archive-Profile', WHOLE_PROFILE],
    ...stampInfo(stampOf(about)),
  ]
}

const stampOf = ({ registerName, registerId, madeAt, chain }: About): Stamp => ({
  registerName,
  registerId,
  madeAt,
  asAt: null,
  chain,
})

/** The same, where each long file can be stopped in its middle. */
async function* stoppable(
  ...[parts, folder, written, progress]: Parameters<typeof payloads>
): AsyncGenerator<Payload> {
  const { documents, about } = parts
  const expected = 200 + filesOfDocuments(documents) + about.counts.cases
  for await (const payload of payloads(parts, folder, written, progress))
    yield watchedPayload(payload, () => progress(written.length, expected, `Writing ${payload.name}`))
}

async function* payloads(
  { session, snapshot, about, documents, named }: Parts & { session: Session; snapshot: Snapshot },
  workFolder: string,
  written: readonly HashedFile[],
  progress: Progress,
): AsyncGenerator<Payload> {
  const { db, raw, head } = snapshot
  yield { name: 'data/README.txt', source: Buffer.from(wholeReadme(about)) }
  yield { name: WHOLE_FILES.about, source: jsonOf(about) }
  for (const register of RegisterName.options)
    yield { name: WHOLE_FILES.records(register), source: streamOfLines(recordLines(db, register)) }
  yield* schemaPayloads()
  yield* documentPayloads(documents, named, session.documents)
  yield { name: WHOLE_FILES.revisions, source: streamOfLines(revisionLines(db, head.seq)) }
  if (about.withHistory) yield { name: WHOLE_FILES.bodies, source: streamOfLines(bodyLines(db, head.seq)) }
  yield* casePayloads(raw, session, about.withCases, written)
  const content = await readContent(db)
  yield* readableTables(content)
  if (hasPages(about)) yield* readablePages(content, stampOf(about), workFolder, progress)
}
