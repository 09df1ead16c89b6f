import { type PackPlan, pagesOfPlan } from '#shared/cases/pack-plan.ts'
import type { ListedDocument } from '#shared/cases/pack-document.ts'
import { referencesOf } from '#shared/cases/pack-document.ts'
import type { PackDelivery } from '#shared/cases/pack-words.ts'
import { hashOf } from '../../documents/chunks.ts'
import type { InfoLine } from '../../archive/bag-files.ts'
import { type NamedHash, PACK_FILES, PACK_PROFILE, packFingerprint } from '../../archive/pack-bag.ts'
import type { Payload } from '../../archive/payload.ts'
import { writeBag } from '../../archive/write-bag.ts'
import { openZip } from '../../archive/zip-sink.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { CaseStore } from '../open-cases.ts'
import { bindVolumes, type VolumeLock } from './bind-volumes.ts'
import { type Binder, bindingError, startBinder } from './binder-process.ts'
import { openLockedZip } from './locked-zip-sink.ts'
import { contentsBytes, coveringLetter, letterBytes } from './own-pages.ts'
import { indexPage, type OwnFile, verifyPage } from './web-pages.ts'

/** A plan, how it is handed over, and the passphrase where it is encrypted. */
export type PackToBuild = {
  readonly plan: PackPlan
  readonly delivery: PackDelivery
  readonly passphrase: string | null
}

/** What was built. */
export type BuiltPack = { readonly fingerprint: string; readonly volumes: number; readonly pages: number }

/**
 * Writes a pack as a zip: volumes, our own pages, index and the page that checks it, laid out as a BagIt bag. Nothing
 * else touches the disk. The same plan, way and passphrase give the same bytes.
 *
 * @source RFC 8493; UK GDPR Art 15
 */
export async function buildPack(
  store: CaseStore,
  pack: PackToBuild,
  path: string,
  progress: Progress,
): Promise<BuiltPack> {
  const { plan, delivery, passphrase } = pack
  const lock = lockOf(plan, passphrase)
  const made: Made = { hashes: [], listed: [], volumes: 0, fingerprint: '' }
  await writeBag(
    {
      folder: folderOf(plan),
      madeAt: plan.madeAt,
      payloads: () => payloads(store, pack, made, progress),
      expected: 4,
      info: infoOf(plan),
      beside: () => [
        {
          name: 'index.html',
          source: indexPage(plan, { own: OWN, listed: made.listed, withTitles: delivery !== 'lockedPdfs' }),
        },
        { name: 'verify.html', source: verifyPage() },
      ],
    },
    path,
    async () => {},
    delivery === 'lockedZip' && lock ? (to) => openLockedZip(to, lock) : openZip,
  )
  return { fingerprint: made.fingerprint, volumes: made.volumes, pages: pagesOfPlan(plan) }
}

/** The folder of a pack inside its zip; it names the case and nobody. */
export const folderOf = ({ reference, phase }: Pick<PackPlan, 'reference' | 'phase'>) =>
  `${reference.replaceAll(/[^A-Za-z0-9-]/gu, '') || 'pack'}-part-${phase}`

/** What encryption is made from; null where nothing is encrypted. */
export function lockOf(plan: PackPlan, passphrase: string | null): VolumeLock {
  if (passphrase === null) return null
  return {
    password: passphrase,
    seed: Uint8Array.from(Buffer.from(plan.seed, 'hex')),
    moment: Date.parse(plan.madeAt),
  }
}

const OWN: readonly OwnFile[] = [
  { file: PACK_FILES.letter, title: 'Covering letter' },
  { file: PACK_FILES.article15, title: 'Information about how your data is used' },
  { file: PACK_FILES.contents, title: 'Contents, what was left out and why, how we searched' },
]

type Made = { hashes: NamedHash[]; listed: ListedDocument[]; volumes: number; fingerprint: string }

async function* payloads(
  store: CaseStore,
  { plan, delivery, passphrase }: PackToBuild,
  made: Made,
  progress: Progress,
): AsyncGenerator<Payload> {
  const total = pagesOfPlan(plan) + 1
  const lock = delivery === 'lockedPdfs' ? lockOf(plan, passphrase) : null
  const keep = (name: string, bytes: Buffer): Payload => {
    made.hashes.push({ name, sha256: hashOf(bytes) })
    return { name, source: bytes, isCompressed: true }
  }
  const step = (done: number) => progress(done, total, 'Binding the volumes')
  for await (const { number, bytes, placed } of bindVolumes(store, plan, lock, step)) {
    const file = PACK_FILES.volume(number)
    for (const { document, page, firstNumber, pages } of placed)
      made.listed.push({ document, file, page, firstNumber, pages })
    made.volumes = number
    yield keep(file, bytes)
  }
  await progress(total - 1, total, 'Setting the letter and the schedules')
  const binder = lock ? await startBinder() : null
  const locked = (bytes: Buffer) => (binder && lock ? lockedBy(binder, bytes, lock) : Promise.resolve(bytes))
  try {
    yield keep(PACK_FILES.article15, await locked(await letterBytes(plan.article15, plan)))
    yield keep(PACK_FILES.contents, await locked(await contentsBytes(plan, made.listed)))
    made.fingerprint = packFingerprint(made.hashes)
    const letter = coveringLetter(plan, { fingerprint: made.fingerprint, files: contentsLines(plan, made) })
    yield keep(PACK_FILES.letter, await locked(await letterBytes(letter, plan)))
  } finally {
    binder?.close()
  }
}

function contentsLines(plan: PackPlan, { volumes, listed }: Made): readonly string[] {
  const pages = pagesOfPlan(plan)
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`
  return [
    `${many(pages, 'page')} of ${many(listed.length, 'document')} in ${many(volumes, 'volume')}, ${referencesOf(plan.reference, plan.firstNumber, pages)};`,
    'the contents, a list of what was left out and why, and how we searched;',
    'a sheet about how your data is used.',
  ]
}

async function lockedBy(binder: Binder, bytes: Buffer, lock: NonNullable<VolumeLock>): Promise<Buffer> {
  try {
    await binder.ask({ say: 'lock', lock }, [bytes])
    return binder.taken()
  } catch (error) {
    throw bindingError(error, 'A page of our own')
  }
}

function infoOf({ reference, phase, kind }: PackPlan): readonly InfoLine[] {
  return [
    [
      'External-Description',
      kind === 'partial' ? `Part ${phase} of the answer to a request` : 'Answer to a request',
    ],
    ['External-Identifier', reference],
    ['Archive-Profile', PACK_PROFILE],
  ]
}
