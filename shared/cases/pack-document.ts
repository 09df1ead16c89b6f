import type { Block, Fact, Group, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { type PackPlan, pageReference, type PlanDocument } from './pack-plan.ts'
import { redactionParts } from './pack-redactions.ts'
import { countOfLeftOut, DOCUMENT_WORDS, PACK_GLOSSARY, reasonForLeftOut } from './pack-words.ts'

/** Where a document of the pack is to be found. */
export type ListedDocument = {
  readonly document: Pick<PlanDocument, 'title' | 'type' | 'dated'>
  readonly file: string
  /** Counted from 1, in the file. */
  readonly page: number
  readonly firstNumber: number
  readonly pages: number
}

/** The first and last reference of some pages: "RR-0012/0001 to 0012". */
export function referencesOf(reference: string, firstNumber: number, pages: number): string {
  const first = pageReference(reference, firstNumber)
  if (pages <= 1) return first
  return `${first} to ${pageReference(reference, firstNumber + pages - 1).slice(reference.length + 1)}`
}

/** The contents of a pack with its schedules, as our own typesetter prints them. */
export function packDocument(plan: PackPlan, listed: readonly ListedDocument[]): RecordDocument {
  const pages = listed.reduce((sum, one) => sum + one.pages, 0)
  const part = plan.phase > 1 || plan.kind === 'partial' ? `Part ${plan.phase}` : ''
  const entry = (name: string, summary: string, groups: readonly Group[]) => ({
    id: name,
    reference: '',
    name,
    build: () => ({ summary, description: '', groups }),
  })
  return {
    title: 'Contents and schedules',
    subtitle: [plan.reference, part].filter(Boolean).join(', '),
    basis: 'Answer to a request for a copy of personal data, UK GDPR Article 15',
    cover: [
      fact('Our reference', plan.reference),
      ...(part
        ? [fact('Which part', plan.kind === 'partial' ? `${part}; more will follow` : `${part}, the last`)]
        : []),
      fact('Put together on', formatDay(ukDayOf(plan.madeAt))),
      fact('Documents', `${listed.length}`),
      fact('Pages', pages === 0 ? '0' : `${pages}, ${referencesOf(plan.reference, plan.firstNumber, pages)}`),
      fact(
        'Order',
        plan.order === 'dated' ? 'By the day each document bears; undated ones last' : 'As they were found',
      ),
    ],
    explanation:
      'Every page carries its reference in the lower right corner. Its text can be searched, and so can words that were recognised in a picture of a page; those may be misread here and there.',
    parts: [
      {
        heading: 'What this pack holds',
        citation: 'UK GDPR Art 15',
        organisations: [
          {
            name: plan.reference,
            facts: [],
            entries: [
              entry('Schedule of documents', `${listed.length} documents`, [
                plainGroup(documentsBlock(plan, listed)),
              ]),
              ...workbookEntries(plan).map(([name, summary, groups]) => entry(name, summary, groups)),
              ...redactionParts(plan).map(({ name, summary, groups }) => entry(name, summary, groups)),
              entry('What was left out, and why', leftOutSummary(plan), leftOutGroups(plan)),
              entry('How we searched', 'UK GDPR Article 15(1A)', searchGroups(plan)),
              entry('Words used', 'In our own pages of this pack', [
                plainGroup({
                  kind: 'facts',
                  facts: PACK_GLOSSARY.map(([term, meaning]) => fact(term, meaning)),
                }),
              ]),
              entry('How to check this pack', 'Whether it is whole and as we made it', [
                plainGroup({ kind: 'passages', passages: CHECKING }),
              ]),
            ],
          },
        ],
      },
    ],
    footer: plan.reference,
    empty: '',
  }
}

/** How anybody can check a pack. */
const CHECKING: readonly Fact[] = [
  fact(
    'In a browser',
    'Open verify.html, which lies beside these files, and choose the unpacked folder. It works without the internet and sends nothing anywhere. It says what is missing, changed or extra, and works out the fingerprint.',
  ),
  fact('Compare', 'The fingerprint must be the one printed in the covering letter, letter for letter.'),
  fact(
    'With other programs',
    'The folder is a BagIt bag (RFC 8493): any program that checks such bags will do. The fingerprint is the SHA-256 over the lines of manifest-sha256.txt in their order, without the line of the covering letter.',
  ),
]

function fact(label: string, ...lines: readonly string[]): Fact {
  return { label, lines }
}

const plainGroup = (block: Block): Group => ({ heading: '', citation: '', blocks: [block] })

function documentsBlock({ reference }: PackPlan, listed: readonly ListedDocument[]): Block {
  return {
    kind: 'table',
    label: '',
    columns: [
      { heading: 'Document', share: 40 },
      { heading: 'Kind', share: 15 },
      { heading: 'Dated', share: 15 },
      { heading: 'Pages', share: 8 },
      { heading: 'Reference', share: 22 },
      { heading: 'File and page', share: 20 },
    ],
    rows: listed.map(({ document, file, page, pages, firstNumber }) => [
      [document.title || 'Document'],
      [DOCUMENT_WORDS[document.type][0]],
      [document.dated ? formatDay(document.dated) : 'Not dated'],
      [`${pages}`],
      [referencesOf(reference, firstNumber, pages)],
      [`${file}, page ${page}`],
    ]),
  }
}

/** Spreadsheets that also come as workbooks. */
function workbookEntries({ workbooks }: PackPlan): readonly [string, string, readonly Group[]][] {
  if (workbooks.length === 0) return []
  const table: Block = {
    kind: 'table',
    label: '',
    columns: [
      { heading: 'Document', share: 60 },
      { heading: 'File', share: 60 },
    ],
    rows: workbooks.map(({ title, file }) => [[title || 'Document'], [file]]),
  }
  const about = fact(
    'About these files',
    'They hold the values that the sheets show, without formulas. What was removed from the pages is removed here too.',
  )
  return [
    [
      'Spreadsheets',
      'Also as workbooks, to sort and to search',
      [plainGroup(table), plainGroup({ kind: 'passages', passages: [about] })],
    ],
  ]
}

function leftOutSummary({ leftOut }: PackPlan): string {
  const pages = leftOut.reduce((sum, one) => sum + one.pages, 0)
  return pages === 0 ? 'No pages are listed as left out.' : `${pages.toLocaleString('en-GB')} pages`
}

function leftOutGroups({ leftOut, kind }: PackPlan): readonly Group[] {
  const groups: Group[] = []
  if (leftOut.length > 0)
    groups.push(
      plainGroup({
        kind: 'table',
        label: '',
        columns: [
          { heading: 'What', share: 45 },
          { heading: 'Why', share: 55 },
        ],
        rows: leftOut.map((one) => [[countOfLeftOut(one)], [reasonForLeftOut(one)]]),
      }),
    )
  const note = [
    kind === 'partial'
      ? 'This is a part of the answer. What is still being looked at is not listed yet.'
      : '',
    'The law allows some reasons to stay unsaid where naming them would give away what they protect. If you disagree with what was left out, the covering letter says how to complain.',
  ]
  groups.push(plainGroup({ kind: 'passages', passages: [fact('About this list', ...note.filter(Boolean))] }))
  return groups
}

function searchGroups({ search }: PackPlan): readonly Group[] {
  const passages: { label: string; lines: string[] }[] = []
  for (const { kind, text } of search) {
    const last = passages.at(-1)
    if (kind === 'heading' || !last)
      passages.push({
        label: kind === 'heading' ? text : 'The search',
        lines: kind === 'heading' ? [] : [text],
      })
    else last.lines.push(kind === 'point' ? `• ${text}` : text)
  }
  return [plainGroup({ kind: 'passages', passages })]
}
