import { type ListedDocument, referencesOf } from '#shared/cases/pack-document.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import { pageStyle, policyHash } from '../../archive/verify-page.ts'

/** A file of the pack that stands in the index before the documents. */
export type OwnFile = { readonly file: string; readonly title: string }

/**
 * The accessible index of a pack: its files, and its documents with links to their pages. Titles stand in it only where
 * whoever opens it had to give the passphrase, or none is needed.
 */
export function indexPage(
  plan: PackPlan,
  {
    own,
    listed,
    withTitles,
  }: { own: readonly OwnFile[]; listed: readonly ListedDocument[]; withTitles: boolean },
): Buffer {
  const style = pageStyle()
  const rows = listed.map(({ document, file, page, firstNumber, pages }, index) => {
    const title = withTitles && document.title ? document.title : `Document ${index + 1}`
    return `<tr><th scope="row"><a href="${escaped(file)}#page=${page}">${escaped(title)}</a></th><td>${withTitles && document.dated ? escaped(formatDay(document.dated)) : ''}</td><td>${pages}</td><td>${escaped(referencesOf(plan.reference, firstNumber, pages))}</td></tr>`
  })
  const ownLinks = own.map(({ file, title }) => `<li><a href="${escaped(file)}">${escaped(title)}</a></li>`)
  const workbooks = plan.workbooks.map(({ file, title }, index) => {
    const name = withTitles && title ? title : `Spreadsheet ${index + 1}`
    return `<li><a href="${escaped(file)}">${escaped(name)}</a></li>`
  })
  return Buffer.from(`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${policyHash(style)}'; base-uri 'none'; form-action 'none'" />
    <title>Index of the pack ${escaped(plan.reference)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>Index of the pack ${escaped(plan.reference)}</h1>
      <p>Put together on ${escaped(formatDay(ukDayOf(plan.madeAt)))}. Begin with the covering letter.</p>
      <h2>To read first</h2>
      <ul>${ownLinks.join('')}<li><a href="verify.html">Check that the pack is whole</a></li></ul>
      <h2>Documents</h2>
      <table>
        <thead><tr><th scope="col">Document</th><th scope="col">Dated</th><th scope="col">Pages</th><th scope="col">Reference</th></tr></thead>
        <tbody>
${rows.join('\n')}
        </tbody>
      </table>${workbooks.length > 0 ? `\n      <h2>Spreadsheets</h2>\n      <ul>${workbooks.join('')}</ul>` : ''}
    </main>
  </body>
</html>
`)
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
