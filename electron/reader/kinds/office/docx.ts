import { type Finding, type Given, NotRead } from '../../finding.ts'
import { findCommon } from './common.ts'
import { openPackage, type Package } from './package.ts'
import { type Element, walkXml } from './xml.ts'

/** Reads a Word document: its text, and its headers, footers, notes, comments and tracked changes. */
export async function readDocx({ bytes }: Given, finding: Finding): Promise<void> {
  const file = await openPackage(bytes)
  const main = file.names.find((name) => /^word\/document\d*\.xml$/u.test(name))
  const body = main ? await file.text(main) : null
  if (body === null)
    throw new NotRead('The text of the document is missing or damaged.', 'Open it in Word and save it again.')
  finding.page('Document', textOfWord(body, finding))
  for (const [pattern, label] of OTHER_PARTS)
    for (const name of file.names.filter((one) => pattern.test(one)))
      await readOther(file, name, label, finding)
  await findComments(file, finding)
  await findCommon(file, finding)
}

const OTHER_PARTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^word\/header\d*\.xml$/u, 'Header'],
  [/^word\/footer\d*\.xml$/u, 'Footer'],
  [/^word\/footnotes\.xml$/u, 'Footnotes'],
  [/^word\/endnotes\.xml$/u, 'Endnotes'],
]

async function readOther(file: Package, name: string, label: string, finding: Finding): Promise<void> {
  const xml = await file.text(name)
  if (xml === null) return finding.lacks(`${label}: damaged.`)
  const text = textOfWord(xml, finding)
  if (text) finding.page(label, text)
}

async function findComments(file: Package, finding: Finding): Promise<void> {
  const xml = await file.text('word/comments.xml')
  if (!xml) return
  const comments: string[] = []
  walkXml(xml, {
    onOpen: ({ name, attributes }) => {
      if (name === 'w:comment') comments.push(`${attributes['w:author'] ?? 'Somebody'}: `)
    },
    onText: (text) => {
      if (comments.length > 0) comments[comments.length - 1] += text
    },
  })
  for (const comment of comments) finding.hides('comments', comment.trim())
  if (comments.length > 0) finding.page('Comments', comments.join('\n'))
}

/** The words of a part in Word’s XML. Deleted and hidden words are left out of them and noted. */
function textOfWord(xml: string, finding: Finding): string {
  const words = startWords(finding)
  walkXml(xml, { onOpen: words.open, onClose: words.close, onText: words.text })
  return words.end()
}

function startWords(finding: Finding) {
  const pieces: string[] = []
  let isText = false
  let isDeletedText = false
  let isHidden = false
  let author = ''
  let deleted = ''
  let hidden = ''

  const open = ({ name, attributes }: Element) => {
    if (name === 'w:t') isText = true
    else if (name === 'w:delText') isDeletedText = true
    else if (name === 'w:tab') pieces.push('\t')
    else if (name === 'w:br' || name === 'w:cr') pieces.push('\n')
    else if (name === 'w:r') isHidden = false
    else if (name === 'w:vanish') isHidden = attributes['w:val'] !== '0' && attributes['w:val'] !== 'false'
    else if (name === 'w:del' || name === 'w:ins' || name === 'w:moveFrom' || name === 'w:moveTo') {
      author = attributes['w:author'] ?? ''
      if (name === 'w:ins') finding.hides('trackedChanges', `inserted by ${author || 'somebody'}`)
    }
  }
  const close = (name: string) => {
    if (name === 'w:t') isText = false
    else if (name === 'w:delText') isDeletedText = false
    else if (name === 'w:p') pieces.push('\n')
    else if (name === 'w:tc') pieces.push('\t')
    else if (name === 'w:del' && deleted) {
      finding.hides('trackedChanges', `deleted${author ? ` by ${author}` : ''}: ${deleted}`)
      deleted = ''
    } else if (name === 'w:r' && hidden) {
      finding.hides('hiddenText', hidden)
      hidden = ''
    }
  }
  const text = (piece: string) => {
    if (isDeletedText) deleted += piece
    else if (isText && isHidden) hidden += piece
    else if (isText) pieces.push(piece)
  }
  return {
    open,
    close,
    text,
    end: () =>
      pieces
        .join('')
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim(),
  }
}
