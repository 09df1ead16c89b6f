import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '#shared/time/instant.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { draftOf, fieldsOfDraft } from '#shared/registers/requests/intake/draft.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { DEMO_REQUEST } from './demo-words.ts'
import { writeDemoDocuments } from './demo-documents.ts'
import { checkAgain, decidePeople } from './demo-redaction.ts'
import type { Call } from './with-register.ts'

const DEMO_REASON = 'A demonstration with an invented person.'

/** An access request from the email to the sealed pack: search record, documents, review, letter, pack. */
export async function writeAccess(call: Call, folder: string, now: Instant): Promise<void> {
  const isThere = (await readdir(folder).catch(() => [])).length > 0
  if (isThere) return console.log(`${folder}: the access request was there already`)
  await mkdir(folder, { recursive: true })
  const request = await takeRequestIn(call, folder, now)
  await recordSearches(call, request, now)
  await bringIn(call, request, await writeDemoDocuments(folder, now))
  await decidePeople(call, request)
  await review(call, request)
  await checkAgain(call, request)
  await sendLetter(call, request, folder, now)
  await buildPack(call, request, folder)
}

/** Reads the email, and makes the request of it, with the organisation and activities of the sample's own request. */
async function takeRequestIn(call: Call, folder: string, now: Instant): Promise<string> {
  const path = join(folder, 'request.eml')
  await writeFile(path, DEMO_REQUEST)
  const draft = draftOf(await call('requests.readMessage', { path }), ukDayOf(now))
  const sample = await sampleRequest(call)
  const { id, reference } = await call('requests.takeIn', {
    name: draft.name,
    fields: {
      ...fieldsOfDraft({ ...draft, organisationId: sample.organisationId }),
      activityIds: sample.activityIds,
      identityDoubted: false,
      identityHow: 'Known to the fostering team; called back on the number on file.',
      healthData: true,
      healthOpinionBy: 'The community paediatrician',
      healthOpinionProfession: 'doctor',
      healthOpinionOn: ukDayOf(now),
      healthOpinionSays: 'notMet',
    },
  })
  console.log(`${path}: made into ${reference}`)
  return id
}

/** The sample's own access request, which says whose it is and which activities it is about. */
async function sampleRequest(call: Call): Promise<RequestRecord> {
  const asked = {
    register: 'requests' as const,
    text: 'Access request by telephone',
    including: [],
    limit: 1,
  }
  const [found] = await call('records.options', asked)
  const { record } = await call('records.get', { register: 'requests', id: found!.id })
  return record as unknown as RequestRecord
}

/** Adds what the register proposes, and says of each place what came of it. */
async function recordSearches(call: Call, request: string, now: Instant): Promise<void> {
  const proposed = await call('searches.propose', { request })
  if (proposed.length === 0) return
  await call('searches.addProposed', { request, keys: proposed.map(({ key }) => key) })
  const today = ukDayOf(now)
  const places = await call('searches.ofRequest', { request })
  for (const [index, { id }] of places.entries()) {
    const result =
      index === 0
        ? { found: 'found', itemsFound: 9, receivedOn: today }
        : index < 3
          ? { found: 'nothing', receivedOn: today }
          : { found: 'notSearched', whyNot: 'It holds nothing about children who were placed before 2017.' }
    const changes = {
      terms: 'Jordan Ellis\n4 May 2000',
      periodFrom: '2009-01-01',
      periodTo: '2016-12-31',
      askedOn: today,
    }
    await call('records.change', { register: 'searches', id, changes: { ...changes, ...result } })
  }
  const { text } = await call('searches.statement', { request })
  await call('records.change', { register: 'requests', id: request, changes: { searched: text } })
  console.log(`Search record: ${places.length} places`)
}

/** Brings the documents in, recognises the words of the scan, and decides about copies. */
async function bringIn(call: Call, request: string, documents: string): Promise<void> {
  const { added, pages } = await call('cases.import', {
    request,
    paths: [documents],
    search: null,
    password: null,
  })
  const { recognised } = await call('cases.recognise', { request })
  for (const { key, kind, sources } of await call('cases.duplicates', { request }))
    if (kind === 'text')
      await call('cases.decideDuplicates', { request, key, kept: sources[0]!.id, because: 'The original.' })
  console.log(`${documents}: ${added} files, ${pages} pages, words recognised on ${recognised}`)
}

/** Goes through the documents and releases every page: what names somebody else is marked. */
async function review(call: Call, request: string): Promise<void> {
  const all = { type: null, text: '', offset: 0, limit: 1000 }
  const { documents } = await call('cases.documents', { request, order: 'dated', ...all })
  for (const { id } of documents)
    await call('cases.flagDocument', { request, document: id, flag: 'release', because: '', exemption: '' })
  console.log(`Reviewed: ${documents.length} documents`)
}

/** Writes the final letter, and keeps it as it was sent. */
async function sendLetter(call: Call, request: string, folder: string, now: Instant): Promise<void> {
  const letter = 'final' as const
  await call('letters.send', {
    id: request,
    letter,
    version: 'standard',
    sentAt: now,
    sentBy: '',
    how: 'email',
    incompleteBecause: DEMO_REASON,
    setsDays: false,
  })
  const to = join(folder, 'final-letter.pdf')
  const { pages, sha256 } = await call('letters.write', {
    register: 'requests',
    id: request,
    letter,
    to,
    asAt: null,
  })
  console.log(`${to}: ${pages} pages, SHA-256 ${sha256}`)
}

/** Accepts what may be accepted, freezes the pack, writes both copies of it, and records that it was handed over. */
async function buildPack(call: Call, request: string, folder: string): Promise<void> {
  const kind = 'final' as const
  for (const { code, says, canBeAccepted } of (await call('cases.checks', { request, kind })).checks)
    if (canBeAccepted) await call('cases.accept', { request, check: code, says, because: DEMO_REASON })
  const { pack, pages } = await call('cases.plan', { request, kind, order: 'dated' })
  const to = join(folder, 'pack.zip')
  const way = { delivery: 'lockedPdfs', passphrase: null, keepPassphrase: false, openBecause: '' } as const
  const built = await call('cases.build', { request, pack, ...way, to })
  console.log(`${to}: ${pages} pages, ${built.bytes} bytes, SHA-256 ${built.sha256}`)
  console.log(`Fingerprint: ${built.fingerprint}`)
  console.log(`Passphrase of the pack, shown this once: ${built.passphrase}`)
  const kept = await call('cases.buildInternal', { request, pack, to: join(folder, 'pack-internal.zip') })
  console.log(`${kept.path}: ${kept.files} files, ${kept.bytes} bytes, SHA-256 ${kept.sha256}`)
  const { record } = await call('records.get', { register: 'requests', id: request })
  const { sendTo } = record as unknown as RequestRecord
  await call('cases.release', { request, pack, how: 'email', address: sendTo })
}
