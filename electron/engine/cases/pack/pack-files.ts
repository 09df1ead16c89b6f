import type { PackPlan } from '#shared/cases/pack-plan.ts'
import { pagesOfPlan } from '#shared/cases/pack-plan.ts'
import { hashOf } from '../../documents/chunks.ts'
import type { InfoLine } from '../../archive/bag-files.ts'
import { type NamedHash, PACK_FILES, PACK_PROFILE, packFingerprint } from '../../archive/pack-bag.ts'
import { verifyPage } from '../../archive/verify-page.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { FileToProve } from '../gate/file-to-prove.ts'
import type { CaseStore } from '../open-cases.ts'
import { makeWorkbooks } from '../workbooks/make-workbooks.ts'
import { bindVolumes } from './bind-volumes.ts'
import { type PlacedInFile, whatComes } from './what-comes.ts'
import { keptVolumes } from './kept-volumes.ts'
import { contentsBytes, coveringLetter, letterBytes } from './own-pages.ts'
import { removalOf } from './removals.ts'
import { indexPage, type OwnFile } from './web-pages.ts'

/** A file of a pack: open, as it is proved, and as it is packed. */
export type PackFile = FileToProve & { readonly packed: Buffer }

/** Which files are wanted, and how. */
export type FilesAsked = {
  readonly pack: number
  readonly plan: PackPlan
  /** Whether the index may name documents. */
  readonly withTitles: boolean
  /** Gives what goes into the pack in the place of a file: encrypted, or as it is. */
  readonly lock: (bytes: Buffer, name: string) => Promise<Buffer>
  /** Looks at a volume before it is final, and names the pages of the case that must be made from their picture. */
  readonly check?: ((file: FileToProve) => Promise<readonly number[]>) | undefined
  /** Gets to know what was made. */
  readonly made?: MadeFiles
}

/** What is known of the files of a pack once all were made. */
export type MadeFiles = { fingerprint: string; volumes: number; rebuilt: readonly number[] }

/** Our own pages of a pack, in the order in which they are to be read. */
const OWN: readonly OwnFile[] = [
  { file: PACK_FILES.letter, title: 'Covering letter' },
  { file: PACK_FILES.article15, title: 'Information about how your data is used' },
  { file: PACK_FILES.contents, title: 'Contents, what was removed or left out and why, how we searched' },
]

/**
 * Makes every file of a pack, one after the other, in the order in which they are packed: volumes, workbooks, our own
 * pages, index, the page that checks it, and what the bag says of itself. Nothing touches the disk. The same plan and
 * the same way of packing give the same bytes.
 *
 * @source UK GDPR Art 15
 */
export async function* packFiles(
  store: CaseStore,
  asked: FilesAsked,
  step: Progress,
): AsyncGenerator<PackFile> {
  const { plan, withTitles, lock, made } = asked
  const total = pagesOfPlan(plan) + 1
  const hashes: NamedHash[] = []
  const listed: PlacedInFile[] = []
  const keep = async (file: FileToProve): Promise<PackFile> => {
    const packed = await lock(file.bytes, file.name)
    hashes.push({ name: file.name, sha256: hashOf(packed) })
    return { ...file, packed }
  }
  const own = (name: string, bytes: Buffer) => keep({ name, kind: 'pdf', bytes, pages: [] })
  const beside = (name: string, bytes: Buffer): PackFile => ({
    name,
    kind: 'text',
    bytes,
    pages: [],
    packed: bytes,
  })
  let volumes = 0
  const rebuilt: number[] = []
  for await (const volume of volumesOf(store, asked, (done) => step(done, total, 'Binding the volumes'))) {
    const file = PACK_FILES.volume(volume.number)
    for (const { document, page, firstNumber, pages } of volume.placed)
      listed.push({ document, file, page, firstNumber, pages })
    volumes = volume.number
    rebuilt.push(...volume.rebuilt)
    yield await keep({ name: file, kind: 'pdf', bytes: volume.bytes, pages: volume.pages })
  }
  await step(total - 1, total, 'Making the spreadsheets')
  for await (const workbook of makeWorkbooks(store, asked)) yield await keep(workbook)
  await step(total - 1, total, 'Setting the letter and the schedules')
  yield await own(PACK_FILES.article15, await letterBytes(plan.article15, plan))
  yield await own(PACK_FILES.contents, await contentsBytes(plan, listed))
  const fingerprint = packFingerprint(hashes)
  const letter = coveringLetter(plan, { fingerprint, files: whatComes(plan, { volumes, listed }) })
  yield await own(PACK_FILES.letter, await letterBytes(letter, plan))
  yield beside('index.html', indexPage(plan, { own: OWN, listed, withTitles }))
  yield beside('verify.html', verifyPage())
  yield beside(
    BAG_INFO,
    Buffer.from([[folderOf(plan), ''], ...infoOf(plan)].map((line) => `${line.join(': ')}\n`).join('')),
  )
  if (made) Object.assign(made, { fingerprint, volumes, rebuilt })
}

/** What the bag says of itself is proved, and written by whoever writes the bag. */
export const BAG_INFO = 'bag-info.txt'

function volumesOf(
  store: CaseStore,
  { pack, plan, check }: FilesAsked,
  step: (pagesDone: number) => Promise<void>,
) {
  const how = {
    lock: null,
    removalOf: (page: number) => removalOf(store, pack, page),
    kept: keptVolumes(store, pack),
    ...(check && {
      check: ({ number, bytes, pages }: { number: number; bytes: Buffer; pages: FileToProve['pages'] }) =>
        check({ name: PACK_FILES.volume(number), kind: 'pdf', bytes, pages }),
    }),
  }
  return bindVolumes(store, plan, how, step)
}

/** The folder of a pack inside its zip; it names the case and nobody. */
export const folderOf = ({ reference, phase }: Pick<PackPlan, 'reference' | 'phase'>) =>
  `${reference.replaceAll(/[^A-Za-z0-9-]/gu, '') || 'pack'}-part-${phase}`

/** What the bag of a pack says of itself. */
export function infoOf({ reference, phase, kind }: PackPlan): readonly InfoLine[] {
  return [
    [
      'External-Description',
      kind === 'partial' ? `Part ${phase} of the answer to a request` : 'Answer to a request',
    ],
    ['External-Identifier', reference],
    ['Archive-Profile', PACK_PROFILE],
  ]
}
