import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileToProve } from '#engine/cases/gate/file-to-prove.ts'
import { startProver } from '#engine/cases/gate/prover.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { bindVolumes } from '#engine/cases/pack/bind-volumes.ts'
import { planDocuments } from '#engine/cases/pack/make-plan.ts'
import { releasedPages } from '#engine/cases/pack/released-pages.ts'
import { removalOf } from '#engine/cases/pack/removals.ts'
import { unpackWords } from '#engine/cases/page-texts.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import type { GateResult } from '#shared/cases/gate.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import { VOLUME_LIMITS } from '#shared/cases/pack-plan.ts'
import type { PageRemoval, RemovedArea } from '#shared/cases/removal.ts'
import { anAccessRequest, fillCase, type MadeFile } from './a-case.ts'
import { aPerson, aPlan } from './a-proof.ts'
import type { startTestEngine } from './engine.ts'

/** How many marks each page has, and how many people are withheld in the case. */
export type MarkedCase = { readonly marks: number; readonly people: number }

/** A case with the PDFs of a folder, every page of it released and with marks on words that were chosen by counting. */
export async function aMarkedCase(
  { engine, call }: Awaited<ReturnType<typeof startTestEngine>>,
  folder: string,
  { marks, people }: MarkedCase,
) {
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, await filesIn(folder))
  const removals = removalsOf(store, marks)
  for (let number = 0; number < people; number += 1)
    aPerson(store, {
      name: `Given${nameOf(number)} Family${nameOf(number * 7)}`,
      decision: 'withhold',
      forms: [['phone', `07700 900${String(number).padStart(3, '0')}`]],
    })
  store.raw.exec(`update pages set flag = 'release'`)
  releasedPages(store)
  const asked = aPlan(store, removals.length, removals)
  const documents = planDocuments(store, 'came')
  const plan = { ...asked.plan, firstNumber: 1, documents, limits: VOLUME_LIMITS }
  return { store, pages: removals.length, asked: { ...asked, plan, store } }
}

/** Removes what is marked in a case and reads the volumes again, as building a pack does. */
export async function appliedAndProved({
  store,
  asked,
}: Awaited<ReturnType<typeof aMarkedCase>>): Promise<GateResult> {
  const prover = startProver(asked)
  const fileOf = ({
    number,
    ...volume
  }: Pick<FileToProve, 'bytes' | 'pages'> & { readonly number: number }) =>
    ({
      name: `data/volumes/volume-${number}.pdf`,
      kind: 'pdf',
      bytes: volume.bytes,
      pages: volume.pages,
    }) as const
  try {
    const how = {
      lock: null,
      removalOf: (page: number) => removalOf(store, asked.pack, page),
      check: (volume: Parameters<typeof fileOf>[0]) => prover.unclean(fileOf(volume)),
    }
    for await (const volume of bindVolumes(store, asked.plan, how, async () => {})) {
      await prover.prove(fileOf(volume))
      prover.rebuilt(volume.rebuilt)
    }
    return prover.result()
  } finally {
    prover.close()
  }
}

/** Letters for a number: a name that nobody has. */
const nameOf = (number: number) =>
  createHash('sha256')
    .update(`${number}`)
    .digest('hex')
    .replaceAll(/\d/gu, (digit) => 'ghijklmnop'[Number(digit)]!)
    .slice(0, 7)

async function filesIn(folder: string): Promise<MadeFile[]> {
  const papers = startPapers()
  const files: MadeFile[] = []
  for (const name of (await readdir(folder)).toSorted().filter((one) => one.endsWith('.pdf'))) {
    const bytes = await readFile(join(folder, name))
    const paper = await papers.open(name, () => bytes)
    const pages = []
    for (let page = 1; page <= paper.pages; page += 1) {
      const { text, words } = await paper.read(page)
      pages.push({ text, words })
    }
    files.push({ path: name, paper: bytes, pages })
  }
  await papers.close()
  return files
}

/** One to three words at each of some places of a page, or a part of a scan. */
function removalsOf({ raw }: CaseStore, marks: number): PageRemoval[] {
  let number = 0
  return raw
    .prepare<[], { page: number; text: string | null; words: Buffer | null }>(
      'select pages.id as page, text, words from pages left join page_texts on page_texts.page = pages.id order by pages.id',
    )
    .all()
    .map(({ page, text, words: packed }) => {
      const words = packed ? unpackWords(packed) : []
      const areas = Array.from({ length: marks }, (_, index): RemovedArea => {
        const at = Math.floor(((index + 0.5) / marks) * words.length)
        const [first, last] = [words[at], words[Math.min(words.length - 1, at + (index % 3))]]
        const shape = first && last ? textShape(words, first.start, last.end) : null
        const top = 100 + index * 120
        return {
          mark: (number += 1),
          boxes:
            shape && shape.kind !== 'page' ? shape.boxes : [{ left: 80, top, right: 220, bottom: top + 14 }],
          words: first && last ? (text ?? '').slice(first.start, last.end) : '',
          label: 'Person A',
          spoken: 'redacted: Person A, another child',
          exemption: 'TP-16',
          reason: '',
          person: null,
        }
      })
      return { page, making: 'objects' as const, areas }
    })
}
