import { z } from 'zod'
import { sha256 } from '../../revisions/chain.ts'
import { addBlob, wholeBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import type { OpenBytes, VolumeAsked } from './bind-volume.ts'

/** A volume as it was finished: the pages of the case that its check had made from their picture, and its bytes. */
export type FinishedVolume = OpenBytes & { readonly named: readonly number[] }

/** Volumes of a pack that were finished in a run that was stopped or killed: the next one goes on after them. */
export type KeptVolumes = {
  readonly find: (asked: VolumeAsked) => FinishedVolume | null
  readonly keep: (asked: VolumeAsked, volume: FinishedVolume) => Promise<void>
}

const Made = z.object({ pictures: z.array(z.int()), named: z.array(z.int()) })

/** The kept volumes of a pack; those of a read-only register are made anew each time. */
export function keptVolumes(store: CaseStore, pack: number): KeptVolumes {
  const { raw } = store
  return {
    find(asked) {
      const row = raw
        .prepare<[number, string], { sha256: string; made: string }>(
          'select sha256, made from bound_volumes where pack = ? and key = ?',
        )
        .get(pack, keyOf(asked))
      return row ? { bytes: wholeBlob(store, row.sha256), ...Made.parse(JSON.parse(row.made)) } : null
    },
    async keep(asked, { bytes, pictures, named }) {
      if (raw.readonly) return
      const blob = await addBlob(store, [bytes], `volume ${asked.number}`)
      raw
        .prepare('insert or replace into bound_volumes (pack, key, sha256, made) values (?, ?, ?, ?)')
        .run(pack, keyOf(asked), blob.sha256, JSON.stringify({ pictures, named }))
    },
  }
}

/** What a volume follows from, besides the plan of its pack, which is frozen. */
const keyOf = ({ number, pieces, pages }: VolumeAsked) =>
  sha256(
    JSON.stringify([
      number,
      pieces.map(({ run, firstNumber }) => [run.paper, run.from, run.pages, firstNumber]),
      pages.map(({ casePage, removal }) => [casePage, removal?.making ?? null]),
    ]),
  )

/** Lets go of what a run kept, once it came to its end: a later one makes and reads everything anew. */
export function forgetRun({ raw }: CaseStore): void {
  if (raw.readonly) return
  raw.transaction(() => {
    const blobs = raw.prepare<[], string>('select sha256 from bound_volumes').pluck().all()
    raw.exec('delete from bound_volumes; delete from proved_files;')
    const used = raw.prepare<[string, string], number>(
      'select 1 from sources where sha256 = ? or paper = ? limit 1',
    )
    for (const blob of blobs) {
      if (used.get(blob, blob)) continue
      raw.prepare('delete from chunks where sha256 = ?').run(blob)
      raw.prepare('delete from blobs where sha256 = ?').run(blob)
    }
  })()
}
