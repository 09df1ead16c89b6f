import { DescribedName } from '#shared/described/names.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { kindOf } from '../described/kind-of.ts'
import { migrateToLatest, openEncrypted } from '../db/open.ts'
import { storageError } from '../db/storage-error.ts'
import { activityKind } from '../records/activity.kind.ts'
import { readLookups } from '../records/lookups.ts'
import { contractKind } from '../registers/contracts/contract.kind.ts'
import { organisationKind } from '../registers/organisations/organisation.kind.ts'
import { settingsKind } from '../registers/settings/settings.kind.ts'
import { termKind } from '../registers/vocabulary/term.kind.ts'
import { CHAIN_START } from '../revisions/chain.ts'
import { type Ledger, openLedger } from '../revisions/ledger.ts'
import type { Engine } from '../start.ts'
import { filesOf, makeFolder, removeFolder } from './folder.ts'
import { newKeyFile, writeKeyFile } from './keys.ts'
import { openRegister } from './open-register.ts'
import { newRecoveryKey } from './recovery-key.ts'

type NewRegister = {
  readonly folder: string
  readonly passphrase: string
  /** What it holds from the start; null for an empty register. */
  readonly content: RegisterContent | null
  readonly procedure: string
}

/** Makes a register, opens it in the engine, and returns its recovery key; leaves nothing behind when it fails. */
export async function createRegister(
  engine: Engine,
  { folder, passphrase, content, procedure }: NewRegister,
): Promise<string> {
  await makeFolder(folder)
  try {
    const registerId = engine.newId()
    const recoveryKey = newRecoveryKey()
    const { dataKey, keyFile } = await newKeyFile(registerId, passphrase, recoveryKey)
    await writeFirstRecords(engine, filesOf(folder).database, dataKey, procedure, content)
    await writeKeyFile(filesOf(folder).keys, keyFile)
    await engine.use(
      await openRegister({ folder, registerId, key: dataKey, home: engine.home, now: engine.now() }),
    )
    return recoveryKey
  } catch (error) {
    await removeFolder(folder)
    throw storageError(error, folder)
  }
}

async function writeFirstRecords(
  engine: Engine,
  file: string,
  key: Buffer,
  procedure: string,
  content: RegisterContent | null,
): Promise<void> {
  const { db } = openEncrypted(file, key, { readonly: false })
  try {
    await migrateToLatest(db)
    const at = engine.now()
    const info = { at, actor: engine.actor, procedure, command: engine.newId() }
    await db.transaction().execute(async (into) => {
      const ledger = openLedger(into, info, { seq: 0, head: CHAIN_START }, () =>
        readLookups(into, ukDayOf(at)),
      )
      await ledger.put(settingsKind, DEFAULT_SETTINGS)
      if (content) await putContent(ledger, content)
      await ledger.settle()
      await into
        .insertInto('meta')
        .values({ key: 'listed_on', value: ukDayOf(at) })
        .execute()
    })
  } finally {
    await db.destroy()
  }
}

/** Writes every record of a content, what is referred to before what refers. */
export async function putContent(ledger: Ledger, content: RegisterContent): Promise<void> {
  for (const term of content.terms) await ledger.put(termKind, term)
  for (const organisation of content.organisations) await ledger.put(organisationKind, organisation)
  for (const contract of content.contracts) await ledger.put(contractKind, contract)
  for (const activity of content.activities) await ledger.put(activityKind, activity)
  for (const name of DescribedName.options)
    for (const record of content.described[name]) await ledger.put(kindOf(name), record)
}
