import { startFindings } from './findings.ts'
import { checkPage } from './check-page.ts'
import { checkWorkbook, entities } from './check-workbook.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { type Crop, type FromProver, ToProver } from './messages.ts'
import { NOBODY, seekPeople, type SeekPeople } from '#shared/cases/proof/seek-people.ts'
import { seekRemoved } from '#shared/cases/proof/seek-removed.ts'
import { walkPdf } from './walk-pdf.ts'
import { NotRead } from '../finding.ts'
import { startPdfium } from '../kinds/pdf/pdfium.ts'
import type { Line } from '../line.ts'
import { type OpenPapers, openPapers } from '../papers/documents.ts'

type Answer = FromProver extends infer Each
  ? Each extends { spare: number }
    ? Omit<Each, 'spare'>
    : never
  : never

/** Looks through finished files, one question after another, for what must be gone from them. */
export async function serveProver(line: Line): Promise<void> {
  const papers = openPapers(await startPdfium())
  const state: State = { papers, seek: null }
  let turn = Promise.resolve()
  line.hear((raw) => {
    const { data } = ToProver.safeParse(raw)
    if (data) turn = turn.then(() => answer(data))
  })
  line.tell({ say: 'ready' } satisfies FromProver)

  async function answer(message: ToProver): Promise<void> {
    try {
      const said = await obey(state, message)
      if (said) line.tell({ ...said, spare: papers.spare() } as FromProver)
    } catch (error) {
      // After any other failure PDFium's memory cannot be trusted: the engine starts a new process.
      if (!(error instanceof NotRead)) process.exit(1)
      line.tell({ say: 'refused', reason: error.message, spare: papers.spare() } satisfies FromProver)
    }
  }
}

/** Nothing is looked through before it is known what for. */
type State = { readonly papers: OpenPapers; seek: SeekPeople | null }

async function obey(state: State, message: ToProver): Promise<Answer | null> {
  const { papers } = state
  switch (message.say) {
    case 'begin':
      papers.begin(message.bytes)
      return null
    case 'piece':
      papers.take(message.bytes)
      return null
    case 'needles':
      state.seek = seekPeople(message.needles)
      return null
    case 'open':
      return { say: 'opened', pages: papers.open(message.sha256, null) }
    case 'page':
      return look(state, message)
    default:
      return through(state, message)
  }
}

type Page = Extract<ToProver, { say: 'page' }>

function look({ papers, seek }: State, { sha256, known, original }: Page): Answer {
  const file = papers.find(sha256)
  const before = original ? papers.find(original.sha256) : null
  if (!file || !seek || (original && !before)) return { say: 'gone' }
  const findings = startFindings()
  const from = before && original ? { paper: before, number: original.number } : null
  const crops = checkPage({ engine: papers.engine, file, known, original: from }, seek, findings)
  return found(findings, crops)
}

type Through = Extract<ToProver, { say: 'walk' | 'workbook' | 'text' | 'name' }>

async function through({ papers, seek }: State, message: Through): Promise<Answer> {
  if (!seek) return { say: 'gone' }
  const findings = startFindings()
  switch (message.say) {
    case 'walk':
      walkPdf({ ...message, bytes: papers.taken() }, seek, findings)
      break
    case 'workbook':
      await checkWorkbook(papers.taken(), message.pages, seek, findings)
      break
    case 'text':
      checkText(papers.taken(), seek, findings)
      break
    case 'name':
      checkName(message.name, message.pages, seek, findings)
      break
  }
  return found(findings, [])
}

const found = (findings: ReturnType<typeof startFindings>, crops: Crop[]): Answer => ({
  say: 'found',
  ...findings.end(),
  crops,
})

/** A text as it stands there, and as a reader of web pages shows it. */
function checkText(bytes: Buffer, seek: SeekPeople, findings: ReturnType<typeof startFindings>): void {
  const text = bytes.toString('utf8')
  const shown = entities(text.replaceAll(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^>]*>/giu, ' '))
  findings.people(seek(shown, NOBODY), { reader: 'text', page: null, where: 'in the file' })
  findings.people(seek(entities(text), NOBODY), {
    reader: 'objects',
    page: null,
    where: 'in the file or its tags',
  })
}

/** A label may say a word of everybody's, such as "child"; not a name, a number or a phrase. */
const isTold = ({ found }: { readonly found: string }) => /[\p{Lu}\p{N}]|\p{L} \p{L}/u.test(found)

/** The name of a file, and the labels of its pages: neither may say what they stand for. */
function checkName(
  name: string,
  pages: readonly KnownPage[],
  seek: SeekPeople,
  findings: ReturnType<typeof startFindings>,
): void {
  const plain = name.replaceAll(/[_/\\.-]+/gu, ' ')
  findings.people([...seek(name, NOBODY), ...seek(plain, NOBODY)], {
    reader: 'names',
    page: null,
    where: 'in the name of the file',
  })
  for (const { page, areas } of pages)
    for (const area of areas) {
      const says = `${area.label}\n${area.spoken}`
      const inLabel = { reader: 'names', page, where: 'in the label of a mark' } as const
      findings.people(seek(says, NOBODY), inLabel)
      const own = seekRemoved({ areas: [{ ...area, label: '', spoken: '' }], stays: '' })
      findings.removed(own.seek(says, 1).filter(isTold), inLabel)
    }
  const areas = pages.flatMap((page) => page.areas.map((area) => ({ ...area, label: '', spoken: '' })))
  const stays = pages.map((page) => page.stays).join('\n')
  if (areas.length > 0)
    findings.removed(
      seekRemoved({ areas, stays })
        .seek(plain, 1)
        .filter(({ found: said }) => said.length > 5),
      { reader: 'names', page: null, where: 'in the name of the file' },
    )
}
