import type { Output } from '#shared/rpc/contract.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { closeDatabase, migrateToLatest, type OpenDatabase, openEncrypted } from '../db/open.ts'
import type { Shelf } from '../documents/shelf.ts'
import { filesOf } from '../registerFile/folder.ts'
import { CHAIN_START, nextLink, sha256 } from '../revisions/chain.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import type { TaskContext } from '../rpc/context.ts'
import { compareWith } from './compare.ts'
import { earlierChainFrom } from './earlier-chain-from.ts'
import { keepEarlierChains } from './earlier-chains.ts'
import { importCases } from './import-cases.ts'
import { importDocuments, withShelf } from './import-documents.ts'
import { type Append, importRecords } from './import-records.ts'
import { followTrail } from './import-trail.ts'
import type { Material } from './material.ts'
import type { OpenArchive } from './open-archive.ts'

type Context = Pick<TaskContext, 'engine' | 'now' | 'actor' | 'step'>
type Place = { readonly folder: string; readonly key: Buffer }
type Filled = Omit<Output<'archives.import'>, 'recoveryKey'>

/** Writes everything an archive holds into the folder of a new register, and compares both. */
export async function fillRegister(
  ctx: Context,
  { folder, key }: Place,
  archive: OpenArchive,
  material: Material,
): Promise<Filled> {
  const { database, documents } = filesOf(folder)
  const opened = openEncrypted(database, key, { readonly: false })
  try {
    await migrateToLatest(opened.db)
    const needsShelf = material.documents.length > 0 || (material.hasTrail && !material.withHistory)
    const fill = (shelf: Shelf) => filled(ctx, { folder, file: documents, opened, shelf }, archive, material)
    return await (needsShelf ? withShelf(documents, key, fill) : fill(EMPTY_SHELF))
  } finally {
    await closeDatabase(opened)
  }
}

/** A register without attached files has no file for them. */
const EMPTY_SHELF = { find: () => null } as unknown as Shelf

type Open = {
  readonly folder: string
  readonly file: string
  readonly opened: OpenDatabase
  readonly shelf: Shelf
}

async function filled(
  ctx: Context,
  { folder, file, opened, shelf }: Open,
  { reader }: OpenArchive,
  material: Material,
): Promise<Filled> {
  const { now, step } = ctx
  const { raw } = opened
  const { withHistory, hasTrail, counts } = material
  const { changedAt, head } = hasTrail
    ? await followTrail(reader, { into: withHistory ? raw : null, total: counts.revisions, progress: step })
    : { changedAt: new Map<string, string>(), head: null }
  const chain = startChain(opened, ctx, withHistory ? head : null)
  const append = withHistory ? null : chain.append
  await importRecords(opened, material, { now, changedAt, append, progress: step })
  // The trail says when it was carried on elsewhere: with everything as it was.
  if (withHistory) chain.append('settings', 'settings', settingsIn(opened))
  await importDocuments(shelf, file, { reader, documents: material.documents }, step)
  await importCases({ raw, folder }, { reader, cases: material.cases }, step)
  const ended = withHistory ? [] : [await earlierChainFrom({ reader, shelf, file }, material, ctx)]
  keepEarlierChains(raw, [...material.earlierChains, ...ended])
  raw.prepare(`insert into meta (key, value) values ('listed_on', ?)`).run(ukDayOf(now))
  const checks = await compareWith(material, { opened, shelf, folder, head: chain.head() }, step)
  return {
    counts,
    chain: { head: material.chain.head, goesOn: withHistory },
    checks: [...checks],
    notes: [...material.notes, ...notesOn(material)],
  }
}

function notesOn({ withHistory, hasTrail, chain }: Material): string[] {
  if (withHistory || !hasTrail) return []
  return [
    `A new trail begins here. The one before, of ${chain.seq} revisions, was kept as evidence and goes along in the next archive; letters that name revisions mean those.`,
  ]
}

/** The chain of the new register: where it stands, and how it goes on. */
function startChain({ raw }: OpenDatabase, { now, actor, engine }: Context, from: ChainHead | null) {
  let head = from ?? { seq: 0, head: CHAIN_START }
  const info = { at: now, actor, procedure: 'archives.import', command: engine.newId(), undoes: null }
  const put = raw.prepare(
    `insert into revisions (seq, at, actor, procedure, command, undoes, register, record, body, body_sha256, chain_sha256)
     values (@seq, @at, @actor, @procedure, @command, @undoes, @register, @record, @body, @body_sha256, @chain_sha256)`,
  )
  const append: Append = (register, record, body) => {
    const header = { seq: head.seq + 1, ...info, register, record, body_sha256: sha256(body) }
    const chain_sha256 = nextLink(head.head, header)
    put.run({ ...header, body, chain_sha256 })
    head = { seq: header.seq, head: chain_sha256 }
  }
  return { append, head: () => head }
}

function settingsIn({ raw }: OpenDatabase): string {
  const body = raw.prepare<[], string>(`select body from settings where id = 'settings'`).pluck().get()
  return body ?? JSON.stringify(DEFAULT_SETTINGS)
}
