import type { PackDelivery } from '#shared/cases/pack-words.ts'
import { type PackPlan, pagesOfPlan } from '#shared/cases/pack-plan.ts'
import type { Payload } from '../../archive/payload.ts'
import { writeBag } from '../../archive/write-bag.ts'
import { openZip } from '../../archive/zip-sink.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { FileToProve } from '../gate/file-to-prove.ts'
import type { CaseStore } from '../open-cases.ts'
import type { VolumeLock } from './bind-volumes.ts'
import { startLocker } from './lock-files.ts'
import { openLockedZip } from './locked-zip-sink.ts'
import { BAG_INFO, folderOf, infoOf, type MadeFiles, packFiles } from './pack-files.ts'

/** A plan, how it is handed over, and the passphrase where it is encrypted. */
export type PackToBuild = {
  readonly pack: number
  readonly plan: PackPlan
  readonly delivery: PackDelivery
  readonly passphrase: string | null
}

/** What looks at every file of a pack before it may go out. */
export type PackGate = {
  /** Names the pages of the case that must be made from their picture, seen from a volume that is not final. */
  readonly unclean: (file: FileToProve) => Promise<readonly number[]>
  readonly prove: (file: FileToProve) => Promise<unknown>
  /** Called when every file was proved; throws where the gate is shut. */
  readonly end: (made: MadeFiles) => void
}

/** What was built. */
export type BuiltPack = { readonly fingerprint: string; readonly volumes: number; readonly pages: number }

/**
 * Writes a pack as a zip: volumes, spreadsheets, our own pages, index and the page that checks it, laid out as a BagIt
 * bag. Each file is proved open before it is packed, and the zip is only ended when the gate let all of them through.
 * The same plan, way and passphrase give the same bytes.
 *
 * @source RFC 8493; UK GDPR Art 15
 */
export async function buildPack(
  store: CaseStore,
  { pack, plan, delivery, passphrase }: PackToBuild,
  path: string,
  { gate, progress }: { readonly gate: PackGate; readonly progress: Progress },
): Promise<BuiltPack> {
  const lock = lockOf(plan, passphrase)
  const locker = startLocker(delivery === 'lockedPdfs' ? lock : null)
  const made: MadeFiles = { fingerprint: '', volumes: 0, rebuilt: [] }
  const beside: Payload[] = []
  async function* payloads(): AsyncGenerator<Payload> {
    const asked = {
      pack,
      plan,
      withTitles: delivery !== 'lockedPdfs',
      lock: (bytes: Buffer, name: string) => locker.lock(bytes, name),
      check: gate.unclean,
      made,
    }
    for await (const { packed, ...file } of packFiles(store, asked, progress)) {
      await gate.prove(file)
      if (file.name.startsWith('data/')) yield { name: file.name, source: packed, isCompressed: true }
      else if (file.name !== BAG_INFO) beside.push({ name: file.name, source: packed })
    }
    gate.end(made)
  }
  try {
    await writeBag(
      {
        folder: folderOf(plan),
        madeAt: plan.madeAt,
        payloads,
        expected: 4,
        info: infoOf(plan),
        beside: () => beside,
      },
      path,
      async () => {},
      delivery === 'lockedZip' && lock ? (to) => openLockedZip(to, lock) : openZip,
    )
  } finally {
    locker.close()
  }
  const { fingerprint, volumes } = made
  return { fingerprint, volumes, pages: pagesOfPlan(plan) }
}

/** What encryption is made from; null where nothing is encrypted. */
export function lockOf(plan: PackPlan, passphrase: string | null): VolumeLock {
  if (passphrase === null) return null
  return {
    password: passphrase,
    seed: Uint8Array.from(Buffer.from(plan.seed, 'hex')),
    moment: Date.parse(plan.madeAt),
  }
}
