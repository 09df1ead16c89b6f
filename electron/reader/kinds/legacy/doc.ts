import WordExtractor from 'word-extractor'
import { type Finding, type Given, NotRead } from '../../finding.ts'

/** Reads a Word document of before 2007, with its notes, headers and comments. */
export async function readDoc({ bytes }: Given, finding: Finding): Promise<void> {
  const document = await new WordExtractor().extract(bytes).catch(() => {
    throw new NotRead(
      'The Word document is damaged, or older than Word 97.',
      'Open it in Word or LibreOffice and save it as PDF or .docx.',
    )
  })
  finding.page('Document', document.getBody().trim())
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) finding.hides('macros', 'Macros, never run')
  const others: ReadonlyArray<readonly [string, string]> = [
    ['Headers and footers', document.getHeaders()],
    ['Footnotes', document.getFootnotes()],
    ['Endnotes', document.getEndnotes()],
    ['Text boxes', document.getTextboxes()],
    ['Comments', document.getAnnotations()],
  ]
  for (const [label, text] of others) if (text.trim()) finding.page(label, text.trim())
  const comments = document.getAnnotations().trim()
  if (comments) finding.hides('comments', comments)
}
