import { read, utils } from '@e965/xlsx'
import { type Finding, type Given, NotRead } from '../../finding.ts'
import { findCommon } from './common.ts'
import { openPackage } from './package.ts'
import { type Element, walkXml } from './xml.ts'

/** Reads an OpenDocument text or spreadsheet. */
export async function readOpenDocument({ bytes, takeSheet }: Given, finding: Finding): Promise<void> {
  const file = await openPackage(bytes)
  if ((await file.text('META-INF/manifest.xml'))?.includes('encryption-data'))
    throw new NotRead('The document is locked with a password.', 'Ask for it without a password, or as PDF.')
  const content = await file.text('content.xml')
  if (content === null)
    throw new NotRead(
      'The text of the document is missing or damaged.',
      'Open it in LibreOffice and save it again.',
    )
  finding.page('Document', textOf(content, finding))
  if (takeSheet && content.includes('<office:spreadsheet')) takeSheets(bytes, takeSheet)
  const styles = await file.text('styles.xml')
  const frame = styles ? textOf(styles, finding) : ''
  if (frame) finding.page('Headers and footers', frame)
  await findCommon(file, finding)
  const objects = file.names.filter((name) => /^Object \d+\/content\.xml$/u.test(name))
  if (objects.length > 0) finding.hides('embedded', `${objects.length} embedded objects`, objects.length)
}

function takeSheets(bytes: Buffer, take: NonNullable<Given['takeSheet']>): void {
  const book = read(bytes, { type: 'buffer', cellFormula: false, cellHTML: false })
  for (const [index, name] of book.SheetNames.entries())
    take({
      name,
      isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      rows: utils.sheet_to_json<string[]>(book.Sheets[name]!, {
        header: 1,
        raw: false,
        defval: '',
        blankrows: true,
      }),
    })
}

const BREAKS = new Set(['text:p', 'text:h', 'table:table-row', 'table:table'])

function textOf(xml: string, finding: Finding): string {
  const pieces: string[] = []
  let aside: { name: string; text: string } | null = null
  let isText = false
  const open = ({ name, attributes }: Element) => {
    if (
      name === 'office:text' ||
      name === 'office:spreadsheet' ||
      name === 'style:header' ||
      name === 'style:footer'
    )
      isText = true
    if (name === 'office:annotation' || name === 'text:tracked-changes') aside ??= { name, text: '' }
    if (name === 'text:tab') pieces.push('\t')
    if (name === 'text:line-break') pieces.push('\n')
    if (name === 'text:s') pieces.push(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1))))
    if (name === 'table:table' && attributes['table:name']) pieces.push(`\n${attributes['table:name']}\n`)
    if (name === 'table:table-row' && /collapse|filter/u.test(attributes['table:visibility'] ?? ''))
      finding.hides('hiddenRows', 'A hidden row')
    if (name === 'text:hidden-text' || name === 'text:hidden-paragraph')
      finding.hides('hiddenText', attributes['text:string-value'] ?? 'Hidden text')
  }
  const close = (name: string) => {
    if (aside?.name === name) {
      finding.hides(
        name === 'office:annotation' ? 'comments' : 'trackedChanges',
        aside.text.trim() || 'without words',
      )
      aside = null
    }
    if (name === 'table:table-cell') pieces.push('\t')
    if (BREAKS.has(name)) pieces.push('\n')
  }
  const text = (piece: string) => {
    if (aside) aside.text += piece
    else if (isText) pieces.push(piece)
  }
  walkXml(xml, { onOpen: open, onClose: close, onText: text })
  return pieces
    .join('')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}
