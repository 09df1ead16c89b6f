import readSheets from 'read-excel-file/node'
import { type Finding, type Given, NotRead } from '../../finding.ts'
import { findCommon } from './common.ts'
import { openPackage, type Package } from './package.ts'
import { textsOf, walkXml } from './xml.ts'

/** Reads a workbook sheet by sheet, hidden ones too, with its comments, hidden rows and cached data. */
export async function readXlsx({ bytes, takeSheet }: Given, finding: Finding): Promise<void> {
  const file = await openPackage(bytes)
  const workbook = await file.text('xl/workbook.xml')
  if (workbook === null)
    throw new NotRead('The list of its sheets is missing or damaged.', 'Open it in Excel and save it again.')
  const hidden = hiddenSheets(workbook)
  for (const { name, state } of hidden)
    finding.hides('hiddenSheet', state === 'veryHidden' ? `${name} (only programs can show it)` : name)
  const isHidden = (sheet: string) => hidden.some(({ name }) => name === sheet)
  await readCells(
    bytes,
    file,
    finding,
    takeSheet && ((name, rows) => takeSheet({ name, isHidden: isHidden(name), rows })),
  )
  await findInSheets(file, finding)
  await findCommon(file, finding)
}

/** Values as the sheets show them; where that fails, at least the texts that the sheets share. */
async function readCells(
  bytes: Buffer,
  file: Package,
  finding: Finding,
  take?: (name: string, rows: string[][]) => void,
): Promise<void> {
  try {
    const sheets = await readSheets(bytes)
    finding.pageCount(sheets.length)
    for (const { sheet, data } of sheets) {
      take?.(
        sheet,
        data.map((row) => row.map(cellText)),
      )
      finding.page(
        `Sheet ${sheet}`,
        data
          .map((row) => row.map(cellText).join('\t').trimEnd())
          .join('\n')
          .trim(),
      )
    }
  } catch {
    const shared = await file.text('xl/sharedStrings.xml')
    const texts = shared ? textsOf(shared, 't') : []
    finding.lacks(
      'The cells cannot be read in their places.',
      'Open it in Excel and save it again, or print it as PDF.',
    )
    if (texts.length > 0) finding.page('Texts of all sheets', texts.join('\n'))
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '')
  return String(value as string | number | boolean)
}

function hiddenSheets(workbook: string): ReadonlyArray<{ readonly name: string; readonly state: string }> {
  const found: { name: string; state: string }[] = []
  walkXml(workbook, {
    onOpen: ({ name, attributes }) => {
      const state = attributes['state'] ?? 'visible'
      if (/^(?:\w+:)?sheet$/u.test(name) && state !== 'visible')
        found.push({ name: attributes['name'] ?? 'A sheet', state })
    },
  })
  return found
}

async function findInSheets(file: Package, finding: Finding): Promise<void> {
  for (const name of file.names.filter((one) => /^xl\/worksheets\/[^/]+\.xml$/u.test(one))) {
    const xml = await file.text(name)
    if (xml) findHiddenRows(xml, finding)
  }
  for (const name of file.names.filter((one) =>
    /^xl\/(?:comments\d*|threadedComments\/.*)\.xml$|^xl\/comments\/.*\.xml$/u.test(one),
  )) {
    const xml = await file.text(name)
    const comments = xml ? [...textsOf(xml, 'comment'), ...textsOf(xml, 'threadedComment')] : []
    for (const comment of comments) finding.hides('comments', comment.trim() || 'without words')
    if (comments.length > 0) finding.page('Comments', comments.join('\n'))
  }
  const caches = file.names.filter((one) => one.startsWith('xl/pivotCache/pivotCacheRecords'))
  if (caches.length > 0) finding.hides('pivotCache', 'A copy of the data behind a pivot table', caches.length)
  const links = file.names.filter((one) => /^xl\/externalLinks\/externalLink\d+\.xml$/u.test(one))
  if (links.length > 0) finding.hides('externalLinks', 'Values from other files, never fetched', links.length)
}

function findHiddenRows(xml: string, finding: Finding): void {
  let rows = 0
  let columns = 0
  walkXml(xml, {
    onOpen: ({ name, attributes }) => {
      if (attributes['hidden'] !== '1' && attributes['hidden'] !== 'true') return
      if (name === 'row') rows += 1
      if (name === 'col') columns += 1
    },
  })
  if (rows > 0) finding.hides('hiddenRows', `${rows} hidden rows`, rows)
  if (columns > 0) finding.hides('hiddenRows', `${columns} hidden columns`, columns)
}
