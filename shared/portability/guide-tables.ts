import type { PortabilityAbout } from './about.ts'
import type { ExportForm } from './export.ts'
import { articleOf, count, type GuideBlock, heading, point, text } from './guide-blocks.ts'
import type { ValueType } from './source.ts'
import { PROVENANCE_WORDS } from './words.ts'

const OPENED_WITH: Readonly<Record<ExportForm, string>> = {
  csv: 'Files ending in .csv are tables. Open them with a spreadsheet program such as Excel or LibreOffice Calc.',
  json: 'Files ending in .json are made for other programs and websites to read. A web browser or a text editor shows them too.',
  xml: 'Files ending in .xml are a second form for other programs. A web browser shows them too.',
}

/** What the guide says of the files: how each form is opened, and where each table lies. @source UK GDPR Art 20(1) */
export function guideToFiles({ tables, forms }: PortabilityAbout): readonly GuideBlock[] {
  const ordered = (['csv', 'json', 'xml'] as const).filter((form) => forms.includes(form))
  const same = ordered.length > 1 ? ' The same data comes in each of these forms; one of them is enough.' : ''
  return [
    heading('What is inside'),
    text(`${count(tables.length, 'table', 'tables')} of data.${same}`),
    ...ordered.map((form) => point(OPENED_WITH[form])),
    {
      kind: 'table',
      label: 'The tables and their files',
      columns: [
        { heading: 'Table', share: 28 },
        { heading: 'Rows', share: 12 },
        { heading: 'Files', share: 60 },
      ],
      rows: tables.map(({ called, rows, files: of }) => [
        [called],
        [rows.toLocaleString('en-GB')],
        ordered.flatMap((form) => of[form] ?? []),
      ]),
    },
    text('The other files describe these to programs. You need not open them.'),
  ]
}

const TYPES: Readonly<Record<ValueType, string>> = {
  text: 'Text',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'Yes (true) or no (false)',
  date: 'Date: year, month, day',
  dateTime: 'Date and time',
}

/** Who typed it in, or how else it came. */
const CAME = {
  provided: 'You provided it',
  observed: 'Recorded while you used the service',
} as const

/** What the guide says of one table: each column, what it holds, and why it is held. @source UK GDPR Art 20(1), Art 20(1)(a) */
export function guideToColumns({
  called,
  columns,
  rows,
  flagged,
}: PortabilityAbout['tables'][number]): readonly GuideBlock[] {
  const hasAbout = columns.some(({ about }) => about.trim() !== '')
  const blocks: GuideBlock[] = [
    heading(called),
    {
      kind: 'table',
      label: `${count(rows, 'row', 'rows')}, ${count(columns.length, 'column', 'columns')}`,
      columns: [
        { heading: 'Column', share: 26 },
        ...(hasAbout ? [{ heading: 'What it holds', share: 32 }] : []),
        { heading: 'Written as', share: 16 },
        { heading: 'How it came, and why we hold it', share: 26 },
      ],
      rows: columns.map((column) => [
        column.called === column.key ? [column.key] : [column.called, `in the files: ${column.key}`],
        ...(hasAbout ? [[column.about]] : []),
        [TYPES[column.type]],
        [cameOf(column.provenance), heldOn(column.basis)],
      ]),
    },
  ]
  const guarded = columns.filter(({ guardedInCsv }) => (guardedInCsv ?? 0) > 0).map((one) => one.called)
  if (guarded.length > 0)
    blocks.push(
      text(
        `In the .csv file an apostrophe (') stands before some texts in ${inWords(guarded)}, so that no spreadsheet takes them for a calculation. It is not part of your data.`,
      ),
    )
  if (flagged > 0)
    blocks.push(
      text(
        `${count(flagged, 'row says', 'rows say')} something about other people too. Think of them before you pass it on.`,
      ),
    )
  return blocks
}

const cameOf = (provenance: keyof typeof PROVENANCE_WORDS) =>
  provenance === 'provided' || provenance === 'observed'
    ? CAME[provenance]
    : PROVENANCE_WORDS[provenance].label

/** The basis in words that need no knowledge of law, with the place where the law says so. */
function heldOn(basis: string): string {
  const why = basis.endsWith('6(1)(b)') ? 'For your contract' : 'With your consent'
  return `${why}, ${articleOf(basis)}`
}

const inWords = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
