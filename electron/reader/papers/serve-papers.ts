import { NotRead } from '../finding.ts'
import { startPdfium } from '../kinds/pdf/pdfium.ts'
import type { Line } from '../line.ts'
import { pdfOfPicture } from '../pictures/picture-pdf.ts'
import { drawPage } from './draw.ts'
import { type OpenPapers, openPapers } from './documents.ts'
import { type FromPapers, type PaperAnswer, ToPapers } from './messages.ts'
import { readPage } from './read-page.ts'

/** Opens PDFs, and reads and draws their pages, one thing after another. */
export async function servePapers(line: Line): Promise<void> {
  const papers = openPapers(await startPdfium())
  let turn = Promise.resolve()
  line.hear((raw) => {
    const { data } = ToPapers.safeParse(raw)
    if (data) turn = turn.then(() => answer(data))
  })
  line.tell({ say: 'ready' } satisfies FromPapers)

  async function answer(message: ToPapers): Promise<void> {
    try {
      const said = await obey(papers, message)
      if (said) line.tell({ ...said, spare: papers.spare() } as FromPapers)
    } catch (error) {
      // After any other failure PDFium's memory cannot be trusted: the engine starts a new process.
      if (!(error instanceof NotRead)) process.exit(1)
      const { message: reason, wayOut } = error
      line.tell({ say: 'refused', reason, wayOut, spare: papers.spare() } satisfies FromPapers)
    }
  }
}

async function obey(papers: OpenPapers, message: ToPapers): Promise<PaperAnswer | null> {
  switch (message.say) {
    case 'begin':
      papers.begin(message.bytes)
      return null
    case 'piece':
      papers.take(message.bytes)
      return null
    case 'open':
      return { say: 'opened', pages: papers.open(message.sha256, message.password) }
    case 'isOpen': {
      const found = papers.find(message.sha256)
      return found ? { say: 'opened', pages: found.pages } : { say: 'gone' }
    }
    case 'page': {
      const found = papers.find(message.sha256)
      return found ? { say: 'page', ...readPage(papers.engine, found, message.number) } : { say: 'gone' }
    }
    case 'draw': {
      const found = papers.find(message.sha256)
      return found ? { say: 'drawn', ...drawPage(papers.engine, found, message) } : { say: 'gone' }
    }
    case 'picture': {
      const made = await pdfOfPicture(message.name, papers.taken())
      return made === 'convert' ? { say: 'convert' } : { say: 'made', pdf: made.pdf }
    }
    case 'close':
      papers.close(message.sha256)
      return { say: 'done' }
  }
}
