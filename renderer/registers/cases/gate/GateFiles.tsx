import type { GateResult } from '#shared/cases/gate.ts'
import { countOf } from '#shared/count-words.ts'
import { READERS } from './gate-words.ts'
import classes from './gate.module.css'

/** Which file of a pack was read in which ways, and how much was found in each. */
export function GateFiles({ result }: { readonly result: GateResult }) {
  const { files } = result
  if (files.length === 0) return null
  return (
    <details className={classes.more}>
      <summary>{countOf(files.length, 'file')}, and how each was read</summary>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label="How each file was read">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" data-number>
                Pages
              </th>
              <th scope="col" data-number>
                Marks
              </th>
              {READERS.map(({ value, label, says }) => (
                <th key={value} scope="col" title={says}>
                  {label}
                </th>
              ))}
              <th scope="col" data-number>
                Findings
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, pages, marks, readers, findings }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-number>{pages || '–'}</td>
                <td data-number>{marks || '–'}</td>
                {READERS.map(({ value }) => (
                  <td key={value} data-way>
                    {readers.includes(value) ? 'Read' : '–'}
                  </td>
                ))}
                <td data-number>{findings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>A file without marks needs no recognition and no pixels: “–”.</p>
    </details>
  )
}
