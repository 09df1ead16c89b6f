import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'

type Sheet = { readonly name: string; readonly xml: string; readonly hidden?: boolean }
type Workbook = {
  readonly styles?: string
  readonly shared?: string
  readonly more?: Readonly<Record<string, string>>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written by hand, part by part, so that a test can put anything into it: `xml` is what a sheet's rows hold. */
export function aWorkbook(sheets: readonly Sheet[], { styles = '', shared = '', more = {} }: Workbook = {}) {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${index + 1}"/>`,
  )
  const links = sheets.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return aZip({
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}<Relationship Id="s" Type="${LINKS}/styles" Target="styles.xml"/><Relationship Id="t" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  })
}

/** A zip of some files. */
export async function aZip(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipArchive({ zlib: { level: 9 } })
  for (const [name, text] of Object.entries(files)) zip.append(text, { name })
  void zip.finalize()
  return buffer(zip)
}
