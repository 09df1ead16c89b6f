import { lstat, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { PortabilityExport } from '#shared/portability/export.ts'
import type { SourceUse } from '#shared/portability/source.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { portabilityProcedures } from '#shared/registers/portability/portability.contract.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import { knownTo, passphraseFor } from '../../cases/pack/passphrase-for.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { seal } from '../../described/seal.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import type { ExportJob, JobSource } from '../../portability/build/export-job.ts'
import { previewExport } from '../../portability/build/preview.ts'
import { refuseNoOrganisation, refuseOtherRight, refuseUnfit } from '../../portability/build/refusals.ts'
import { writeExport, type WrittenExport } from '../../portability/build/write-export.ts'
import { type Lookups, readLookups } from '../../records/lookups.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor, TaskContext } from '../../rpc/context.ts'

type Handlers = Pick<
  HandlersFor<typeof portabilityProcedures>,
  'portability.preview' | 'portability.build' | 'portability.history'
>

/** Previews, builds and lists the exports of a request. */
export const buildHandlers: Handlers = {
  'portability.preview': async (ctx, { request: id, sources: uses, all }) => {
    for (const { path } of uses) ctx.mayRead(path)
    const db = await ctx.readDb(null)
    refuseOtherRight(await requestOf(db, id))
    const sources = await sourcesOf(db, uses, await readLookups(db, ctx.today))
    return previewExport(sources, all, ctx.step)
  },

  'portability.build': async (ctx, asked) => {
    const { to, forms, receiver, openBecause } = asked
    const made = await jobOf(ctx, asked)
    const isOpen = asked.passphrase === null
    if (isOpen && openBecause.trim() === '')
      throw new AppError(
        'invalid',
        'Say why the export is not encrypted, for example that it is handed over in person.',
        { fields: { openBecause: 'Say why' } },
      )
    const { passphrase, isNew } = passphraseFor(
      { delivery: isOpen ? 'open' : 'lockedZip', passphrase: asked.passphrase || null },
      null,
      knownTo(made.request),
    )
    const job: ExportJob = { ...made, forms: [...new Set(forms)], receiver }
    let written: WrittenExport | null = null
    const file = await putInPlace(to, ctx.step, async (path) => {
      written = await writeExport(job, passphrase, path, ctx.step)
    })
    const { fingerprint, tables, leftOut, sources, checks } = written!
    const content = {
      madeAt: ctx.now,
      madeBy: ctx.actor,
      fileName: basename(to).slice(0, 200),
      bytes: file.bytes,
      fileSha256: file.sha256,
      fingerprint,
      isEncrypted: passphrase !== null,
      openBecause: isOpen ? openBecause.trim() : '',
      forms: [...job.forms],
      sources: [...sources],
      tables: tables.map(({ table }) => table),
      leftOut: [...leftOut],
      receiver,
    }
    const entry = await keep(ctx, asked.request, content).catch(async (error: unknown) => {
      // What nobody recorded may not lie about as if it had been made: nothing stood there before.
      await rm(to, { force: true })
      throw error
    })
    const sum = (of: (table: PortabilityExport['tables'][number]) => number) =>
      entry.tables.reduce((total, table) => total + of(table), 0)
    return {
      ...file,
      fingerprint,
      rows: sum(({ rows }) => rows),
      leftOut: leftOut.length,
      flagged: sum(({ flagged }) => flagged),
      checks: [...checks],
      passphrase: isNew ? passphrase : null,
      entry,
    }
  },

  'portability.history': async ({ db }, { request }) => {
    const requests = request
      ? [await requestOf(db, request)]
      : ((await allRecords(db, kindOf('requests'))) as unknown as RequestRecord[])
    return requests
      .flatMap(({ id, reference, name, portabilityExports }) =>
        portabilityExports.map((entry) => ({ request: id, reference, name, entry })),
      )
      .toSorted((a, b) => (a.entry.madeAt < b.entry.madeAt ? 1 : -1))
  },
}

/** Everything an export is made from, read while nothing changes. */
async function jobOf(
  ctx: TaskContext,
  asked: { readonly request: string; readonly sources: readonly SourceUse[]; readonly to: string },
): Promise<Omit<ExportJob, 'forms' | 'receiver'>> {
  ctx.mayUse(asked.to)
  for (const { path } of asked.sources) ctx.mayRead(path)
  await refuseWhatIsThere(asked.to)
  const db = await ctx.readDb(null)
  return ctx.atRest(async () => {
    const request = await requestOf(db, asked.request)
    refuseOtherRight(request)
    const lookups = await readLookups(db, ctx.today)
    const organisation = lookups.organisations.get(request.organisationId ?? '') ?? null
    refuseNoOrganisation(request, organisation)
    const world = { today: ctx.today, organisation, regulator: regulatorOn(lookups.settings, ctx.today) }
    const sources = await sourcesOf(db, asked.sources, lookups)
    return { request, world, stamp: await ctx.stamp(null), sources }
  })
}

async function refuseWhatIsThere(to: string): Promise<void> {
  const found = await lstat(to).catch(() => null)
  if (found)
    throw new AppError(
      'rule',
      `${basename(to)} is there already. Choose another name: an export never takes the place of another file.`,
      { fields: { to: 'This file is there already' } },
    )
}

async function requestOf(db: ReadDb, id: string): Promise<RequestRecord> {
  return (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
}

async function sourcesOf(
  db: ReadDb,
  uses: readonly SourceUse[],
  { terms }: Pick<Lookups, 'terms'>,
): Promise<readonly JobSource[]> {
  const sources: JobSource[] = []
  for (const use of uses) {
    const mapping = (await getRecord(db, kindOf('mappings'), use.mapping)) as unknown as Mapping
    sources.push({ use, mapping, system: terms.get(mapping.systemId ?? '')?.name ?? '' })
  }
  refuseUnfit(sources)
  return sources
}

type Content = Omit<PortabilityExport, 'id' | 'sha256'>

/** Keeps with the request what was made, sealed. */
function keep(ctx: TaskContext, request: string, content: Content): Promise<PortabilityExport> {
  return ctx.change(async ({ db, ledger, newId }) => {
    const record = await requestOf(db, request)
    const entry = PortabilityExport.parse(seal({ id: newId(), ...content }))
    const portabilityExports = [...record.portabilityExports, entry]
    await ledger.put(kindOf('requests'), { ...record, portabilityExports } as never)
    return entry
  })
}
