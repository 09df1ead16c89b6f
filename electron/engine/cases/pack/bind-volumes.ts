import { availableParallelism, totalmem } from 'node:os'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import type { FromEngine } from '../../../binder/messages.ts'
import type { CaseStore } from '../open-cases.ts'
import { type Binder, bindingError } from './binder-process.ts'
import { type BoundPage, bindVolume, type OpenBytes, type VolumeAsked } from './bind-volume.ts'
import type { FinishedVolume, KeptVolumes } from './kept-volumes.ts'
import { type RenewedBinder, renewedBinder } from './renewed-binder.ts'
import { firstOf, joined, pagesIn, type Piece, piecesOf, type Placed, placedIn } from './volume-parts.ts'

export type { BoundPage } from './bind-volume.ts'

/** What a volume is locked with; null leaves it open. */
export type VolumeLock = Extract<FromEngine, { say: 'lock' }>['lock'] | null

/** A volume as it is before it is locked. */
export type OpenVolume = {
  readonly number: number
  readonly bytes: Buffer
  readonly pages: readonly BoundPage[]
}

/** A finished volume. */
export type BoundVolume = OpenVolume & {
  readonly placed: readonly Placed[]
  /** Pages of the case that were made from their picture. */
  readonly rebuilt: readonly number[]
}

/** How the volumes of a plan are made. */
export type Binding = {
  readonly lock: VolumeLock
  /** What is removed from a page of the case. */
  readonly removalOf: (casePage: number) => PageRemoval | null
  /** Looks at an open volume and says which pages of the case have to be made from their picture. */
  readonly check?: (volume: OpenVolume) => Promise<readonly number[]>
  /** Keeps what is finished, for whoever goes on after a run that was stopped. */
  readonly kept?: KeptVolumes
}

/** From so much memory of the computer on, in bytes, two volumes are in the making at once. */
const MEMORY_FOR_TWO = 7_000_000_000

/**
 * Makes the volumes of a plan and gives them in their order, two in the making at once where there is memory; one that
 * comes out too large is made again with half its pages. Each is bound open and checked, one after the other; where the
 * check names pages it is bound once more with those made from their picture, and checked again; then it is locked. The
 * same plan gives the same bytes.
 */
export async function* bindVolumes(
  store: CaseStore,
  plan: PackPlan,
  how: Binding,
  step: (pagesDone: number) => Promise<void>,
): AsyncGenerator<BoundVolume> {
  const isForTwo = availableParallelism() > 1 && totalmem() >= MEMORY_FOR_TWO
  const binders = [renewedBinder(store), renewedBinder(store)] as const
  const begin = (number: number, left: readonly Piece[], before: Promise<Made | null>): Making => {
    const binder = binders[number % binders.length]!
    const made = makeVolume(store, plan, how, { binder, number, left, before })
    // Whoever waits for it hears of a failure; one that was begun in vain concerns nobody.
    made.catch(() => {})
    return { number, made, binder, later: laterOf(plan, left) }
  }
  let done = 0
  let making: Making | null = begin(1, piecesOf(plan), Promise.resolve(null))
  try {
    while (making) {
      const { number, made, later }: Making = making
      const next: Making | null = isForTwo && later.length > 0 ? begin(number + 1, later, made) : null
      await step(done)
      const { volume, rest, isAsPlanned } = await made
      done += volume.pages.length
      yield volume
      if (next && isAsPlanned) making = next
      else {
        // With another first half, the pages that follow are others.
        next?.binder.close()
        making = rest.length > 0 ? begin(number + 1, rest, Promise.resolve(null)) : null
      }
    }
  } finally {
    for (const binder of binders) binder.close()
  }
}

/** A volume in the making, and what comes after it if it is not too large. */
type Making = {
  readonly number: number
  readonly made: Promise<Made>
  readonly binder: RenewedBinder
  readonly later: readonly Piece[]
}

type Made = {
  readonly volume: BoundVolume
  readonly rest: readonly Piece[]
  /** Whether nothing had to be left for the next. */
  readonly isAsPlanned: boolean
}

const laterOf = ({ limits }: PackPlan, left: readonly Piece[]) =>
  joined(firstOf(left, limits.pages, limits.bytes)[1])

type Asked = {
  readonly binder: RenewedBinder
  readonly number: number
  readonly left: readonly Piece[]
  /** The volume before this one: it is checked first. */
  readonly before: Promise<Made | null>
}

async function makeVolume(store: CaseStore, plan: PackPlan, how: Binding, asked: Asked): Promise<Made> {
  let [pieces, rest] = firstOf(asked.left, plan.limits.pages, plan.limits.bytes)
  for (let isAsPlanned = true; ; isAsPlanned = false) {
    const volume = await bindChecked(store, plan, how, { ...asked, pieces })
    if (volume) return { volume, rest: joined(rest), isAsPlanned }
    const [half, others] = firstOf(pieces, Math.ceil(pagesIn(pieces) / 2), Number.POSITIVE_INFINITY)
    rest = [...others, ...rest]
    pieces = half
  }
}

type ToBind = Asked & { readonly pieces: readonly Piece[] }

/** A volume, checked and locked; null where it has too many bytes and more than one page. */
async function bindChecked(
  store: CaseStore,
  plan: PackPlan,
  how: Binding,
  asked: ToBind,
): Promise<BoundVolume | null> {
  const { binder, number, pieces, before } = asked
  const toMake = { number, pieces, pages: boundPages(pieces, how.removalOf) }
  const kept = how.kept?.find(toMake)
  const made = kept ?? (await bindVolume(store, plan, await binder.forPieces(pieces), toMake))
  if (!made) return null
  const first = await before
  if (first && !first.isAsPlanned) throw new Error('Begun in vain: other pages follow')
  const finished = kept ?? (await checked(store, plan, how, { ...asked, toMake, made }))
  if (!finished) return null
  const { bytes, pictures, named } = finished
  const pages = withPictures(toMake.pages, named)
  if (kept) await how.check?.({ number, bytes, pages })
  else await how.kept?.keep(toMake, finished)
  const rebuilt = pictures.map((at) => pages[at]!.casePage)
  const lock = how.lock ? await locked(await binder.forPieces([]), how.lock, bytes, number) : bytes
  return { number, bytes: lock, placed: placedIn(pieces, number), pages, rebuilt }
}

type ToCheck = ToBind & { readonly toMake: VolumeAsked; readonly made: OpenBytes }

/** A volume that was looked at, bound once more where pages have to be made from their picture; null as above. */
async function checked(
  store: CaseStore,
  plan: PackPlan,
  { check }: Binding,
  { binder, number, pieces, toMake, made }: ToCheck,
): Promise<FinishedVolume | null> {
  const said = new Set((await check?.({ number, bytes: made.bytes, pages: toMake.pages })) ?? [])
  const named = toMake.pages.flatMap(({ casePage, removal }) =>
    removal && said.has(casePage) ? [casePage] : [],
  )
  if (named.length === 0) return { ...made, named }
  const pages = withPictures(toMake.pages, named)
  const again = await bindVolume(store, plan, await binder.forPieces(pieces), { number, pieces, pages })
  if (!again) return null
  await check?.({ number, bytes: again.bytes, pages })
  return { ...again, named }
}

/** Pages of which some are made from their picture. */
function withPictures(pages: readonly BoundPage[], named: readonly number[]): readonly BoundPage[] {
  const those = new Set(named)
  return pages.map((page) => (those.has(page.casePage) ? fromPicture(page) : page))
}

const fromPicture = (page: BoundPage): BoundPage =>
  page.removal ? { ...page, removal: { ...page.removal, making: 'picture' } } : page

function boundPages(pieces: readonly Piece[], removalOf: Binding['removalOf']): BoundPage[] {
  return pieces
    .flatMap(({ run }) => Array.from({ length: run.pages }, (_, index) => run.firstPage + index))
    .map((casePage, index) => ({ page: index + 1, casePage, removal: removalOf(casePage) }))
}

async function locked(
  binder: Binder,
  lock: NonNullable<VolumeLock>,
  bytes: Buffer,
  number: number,
): Promise<Buffer> {
  try {
    await binder.ask({ say: 'lock', lock }, [bytes])
    return binder.taken()
  } catch (error) {
    throw bindingError(error, `Volume ${number}`)
  }
}
