import type { GateFile, GateFinding } from '#shared/cases/gate.ts'
import type { GateNeedles, KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { seekPeople } from '#shared/cases/proof/seek-people.ts'
import type { Crop } from '../../../reader/prover/messages.ts'
import { readerEntry } from '../../reading/reader-entry.ts'
import { wholeBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { startRecogniser } from '../start-recogniser.ts'
import { askProver } from './ask-prover.ts'
import type { FileToProve } from './file-to-prove.ts'
import { knownPages, originalsOf } from './known-page.ts'
import { type CheckedFile, provedFiles } from './proved-files.ts'
import { recogniseCrops } from './recognise-crops.ts'
import { startTold, type Told } from './told.ts'

/** Processes that look at pages side by side, where there are many. */
const LOOKERS = 2
const MANY = 40
/** So many small pictures are recognised together, while other pages are looked at. */
const SHEET = 30
const RECOGNISER_MEMORY = 1_000_000_000
/** A sheet of many small pictures takes a few seconds. */
const RECOGNISER_TIME = 90_000

/** Starts what looks through files; every way in which one is read fails closed. */
export function startFileChecks(
  store: CaseStore,
  needles: GateNeedles,
  step: (pages: number) => Promise<void> = () => Promise.resolve(),
) {
  const walker = askProver(needles)
  const lookers = Array.from({ length: LOOKERS }, () => askProver(needles))
  const recognisers = Array.from({ length: LOOKERS }, () =>
    startRecogniser({ entry: readerEntry(), memory: RECOGNISER_MEMORY, time: RECOGNISER_TIME }),
  )
  const seek = seekPeople(needles)
  const known = knownPages(store)
  const original = originalsOf(store)
  const proved = provedFiles(store, needles)
  let looked = 0
  let sheets = 0

  /** Volumes take long, so what was found in one is kept until the run is at its end. */
  async function check(file: FileToProve, sha256: string): Promise<CheckedFile> {
    const pages = file.pages.map(known)
    if (pages.length === 0) return lookThrough(file, sha256, pages)
    const key = proved.keyOf(file.name, sha256, pages)
    const before = proved.find(key)
    if (before) return before
    const checked = await lookThrough(file, sha256, pages)
    proved.keep(key, checked)
    return checked
  }

  async function lookThrough(
    file: FileToProve,
    sha256: string,
    pages: readonly KnownPage[],
  ): Promise<CheckedFile> {
    const told = startTold(file)
    const areas = pages.flatMap((page) => page.areas)
    const [name] = await Promise.all([walker.name(file.name, pages), ...waysOf(file, pages, sha256, told)])
    told.take(name, 'names', null)
    const { more } = told
    const findings = inOrder(told.findings)
    return {
      file: {
        name: file.name,
        sha256,
        pages: file.pages.length,
        marks: new Set(areas.map(({ mark }) => mark)).size,
        needles: needles.needles.length + areas.length,
        readers: readersOf(file, areas.length > 0),
        findings: findings.length + more,
      },
      findings,
      more,
      casePages: file.pages.map(({ casePage }) => casePage),
      marks: [...new Set(areas.map(({ mark }) => mark))],
    }
  }

  function waysOf(
    file: FileToProve,
    pages: readonly KnownPage[],
    sha256: string,
    told: Told,
  ): Promise<void>[] {
    if (file.kind !== 'pdf')
      return [walker.look(file.kind, file.bytes, pages).then((found) => told.take(found, 'text', null))]
    return [
      walker
        .walk(file.bytes, pages, file.pages.length > 0)
        .then((found) => told.take(found, 'objects', null)),
      lookAtAll(file, pages, sha256, told),
    ]
  }

  /** Looks at every page of a PDF, some pages side by side, and recognises what may be letters beside marks. */
  async function lookAtAll(
    file: FileToProve,
    pages: readonly KnownPage[],
    sha256: string,
    told: Told,
  ): Promise<void> {
    const pdf = { sha256, bytes: () => file.bytes }
    const count = await lookers[0]!.open(pdf)
    if (typeof count === 'string') return told.unread('text', null, `The file could not be opened: ${count}`)
    if (pages.length > 0 && count !== pages.length)
      told.unread('text', null, `The file has ${count} pages and should have ${pages.length}.`)
    const all = pages.length > 0 ? pages : ownPages(count)
    const crops: Crop[] = []
    const reading: Promise<void>[] = []
    let next = 0
    const lookOn = async (looker: (typeof lookers)[number]) => {
      for (let at = next++; at < all.length; at = next++) {
        const page = all[at]!
        const casePage = page.areas.length > 0 ? file.pages[at]?.casePage : undefined
        const before = casePage === undefined ? null : original(casePage)
        const from = before && { ...before, bytes: () => wholeBlob(store, before.sha256) }
        if (page.areas.length > 0 && !from)
          told.unread('pixels', page.page, 'There is no original to compare the page with.')
        const found = await looker.page(pdf, page, from)
        told.take(found, 'text', page.page)
        crops.push(...found.crops)
        if (crops.length >= SHEET) reading.push(recognise(crops.splice(0), pages, told))
        await step((looked += 1))
      }
    }
    await Promise.all((all.length > MANY ? lookers : lookers.slice(0, 1)).map(lookOn))
    await Promise.all([...reading, recognise(crops, pages, told)])
  }

  async function recognise(crops: readonly Crop[], pages: readonly KnownPage[], told: Told): Promise<void> {
    const recogniser = recognisers[(sheets += 1) % recognisers.length]!
    const byPage = new Map(pages.map((page) => [page.page, page]))
    try {
      for (const { crop, text } of await recogniseCrops(crops, (picture) => recogniser.recognise(picture))) {
        const page = byPage.get(crop.page)
        if (page) told.recognised(page, crop, text, seek)
      }
    } catch {
      // Whatever made it fail, what is beside those marks was not read.
      for (const crop of crops)
        told.unread('recognition', crop.page, 'What stands beside a mark could not be recognised.')
    }
  }

  return {
    check,
    close(): void {
      for (const one of [walker, ...lookers, ...recognisers]) one.close()
    },
  }
}

/** Pages are looked at side by side; the same findings are told in the same order all the same. */
function inOrder(findings: readonly GateFinding[]): GateFinding[] {
  const keyed = findings.map((finding) => ({ finding, key: JSON.stringify(finding) }))
  return keyed
    .toSorted((a, b) => (a.finding.page ?? 0) - (b.finding.page ?? 0) || (a.key < b.key ? -1 : 1))
    .map(({ finding }) => finding)
}

const ownPages = (count: number): KnownPage[] =>
  Array.from({ length: count }, (_, index) => ({
    page: index + 1,
    areas: [],
    stays: '',
    words: [],
    excepted: [],
  }))

function readersOf({ kind }: FileToProve, hasMarks: boolean): GateFile['readers'] {
  if (kind === 'pdf' && hasMarks) return ['text', 'objects', 'recognition', 'pixels', 'names']
  return ['text', 'objects', 'names']
}
