import { openPackage } from '../kinds/office/package.ts'
import type { Findings } from './findings.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { NOBODY, type SeekPeople } from '#shared/cases/proof/seek-people.ts'
import { seekRemoved } from '#shared/cases/proof/seek-removed.ts'

const IN_WORKBOOK = { page: null, where: 'in the workbook' } as const

/** Looks through every part of a workbook, shown or not, for people and for what was removed from its pages. */
export async function checkWorkbook(
  bytes: Buffer,
  pages: readonly KnownPage[],
  seek: SeekPeople,
  findings: Findings,
): Promise<void> {
  const office = await openPackage(bytes)
  if (!office.names.includes('xl/workbook.xml'))
    findings.unread('objects', null, 'The file is no workbook that can be looked through.')
  const shown: string[] = []
  const all: string[] = [...office.names]
  const about: string[] = []
  for (const name of office.names) {
    const text = /\.(?:xml|rels|vml)$/iu.test(name) ? await office.text(name) : null
    if (text === null) {
      findings.unread('objects', null, `A part of the workbook could not be read: ${name.slice(0, 80)}.`)
      continue
    }
    for (const says of hiddenIn(name, text)) findings.leftOver(name, says)
    const said = textOfXml(text)
    all.push(said.beside)
    if (name.startsWith('xl/')) shown.push(said.shown)
    else about.push(said.shown)
  }
  const excepted = pages.flatMap((page) => page.excepted)
  findings.people(seek(shown.join('\n'), { excepted, times: 1 }), { reader: 'text', ...IN_WORKBOOK })
  findings.people(seek([...all, ...about].join('\n'), NOBODY), { reader: 'objects', ...IN_WORKBOOK })
  const areas = pages.flatMap((page) => page.areas)
  if (areas.length === 0) return
  const removed = seekRemoved({ areas, stays: pages.map(({ stays }) => stays).join('\n') })
  findings.removed([...removed.seek(shown.join('\n'), 1), ...removed.seekGoneWords(shown.join('\n'))], {
    reader: 'text',
    ...IN_WORKBOOK,
  })
  findings.removed(removed.seek(about.join('\n'), 1), { reader: 'objects', ...IN_WORKBOOK })
}

/** What a workbook of values does not have. */
function hiddenIn(name: string, text: string): string[] {
  const says: string[] = []
  if (/<(?:\w+:)?sheet\b[^>]*\bstate="(?:hidden|veryHidden)"/u.test(text))
    says.push('A hidden sheet should be gone.')
  if (/<(?:\w+:)?(?:row|col)\b[^>]*\bhidden="(?:1|true)"/u.test(text))
    says.push('Hidden rows or columns should be gone.')
  if (/<(?:\w+:)?f\b[^>]*>/u.test(text) && name.includes('worksheets/')) says.push('Formulas should be gone.')
  if (/pivot|comments|persons|revisions|externalLink|embeddings|vbaProject|customXml/iu.test(name))
    says.push('A part that a workbook of values has no need of should be gone.')
  return says
}

/** The words of a part, and what stands in its attributes and comments. */
function textOfXml(xml: string): { readonly shown: string; readonly beside: string } {
  const shown = entities(
    xml
      .replaceAll(/<!--[\s\S]*?-->/gu, '\n')
      // Parts of one cell with different looks are one text.
      .replaceAll(
        /<\/(?:\w+:)?(?:t|r|rPr)>|<(?:\w+:)?(?:t|r|rPr)(?: [^>]*)?>|<(?:\w+:)?(?:rPr|b|i|sz|color|rFont|family|scheme|u)\b[^>]*\/>/gu,
        '',
      )
      .replaceAll(/<[^>]*>/gu, '\n'),
  )
  const beside = entities(
    [...xml.matchAll(/="([^"]*)"|='([^']*)'|<!--([\s\S]*?)-->/gu)]
      .map((match) => match[1] ?? match[2] ?? match[3])
      .join('\n'),
  )
  return { shown, beside }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** A text with what stands for characters replaced by them. */
export function entities(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (all, hex: string, digits: string, name: string) => {
      const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : Number.NaN
      if (code <= 0x10_ff_ff) return String.fromCodePoint(code)
      return NAMED[name ?? ''] ?? all
    },
  )
}
