import { ZipArchive } from 'archiver'
import PDFDocument from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import writeExcelFile from 'write-excel-file/node'

/** Small files of several kinds, made on the spot. */
export async function samples(): Promise<ReadonlyArray<readonly [string, Buffer]>> {
  const text = Buffer.from('Words of a letter about a child, dated 5 October 2026.')
  const mail = Buffer.from(
    `From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Words</p>\n--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\n${text.toString()}\n--b--\n`,
  )
  const rtf = Buffer.from(
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Arial;}Words \v hidden\v0\u8217? end\par}`,
  )
  const pdf = await pdfOf(2)
  const files = [
    ['a.txt', text],
    ['a.eml', mail],
    ['a.rtf', rtf],
    ['a.pdf', pdf],
    ['a.docx', await zipOf(DOCX)],
    ['a.xlsx', await writeExcelFile([[{ value: 'Words' }, { value: 5 }]]).toBuffer()],
    ['a.html', Buffer.from('<p>Words<p hidden>and more')],
    ['a.csv', Buffer.from('a,b\n1,2\n')],
  ] as const
  return [...files, ['a.zip', await zipOf(Object.fromEntries(files))]]
}

/** A PDF of some pages full of words. */
export function pdfOf(pages: number): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false })
  for (let page = 1; page <= pages; page++) {
    document.addPage()
    for (let line = 0; line < 20; line++)
      document.text(`Page ${page}, line ${line}: words of a letter about a child.`)
  }
  document.end()
  return buffer(document)
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const DOCX = {
  '[Content_Types].xml': Buffer.from('<Types/>'),
  'word/document.xml': Buffer.from(
    `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>`,
  ),
}

async function zipOf(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipArchive()
  for (const [name, bytes] of Object.entries(files)) zip.append(bytes, { name })
  void zip.finalize()
  return buffer(zip)
}
