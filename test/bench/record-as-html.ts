import { readContent } from '#engine/content.ts'
import { nameOfRegister } from '#engine/registerFile/folder.ts'
import type { Block, Fact } from '#shared/registers/reports/document-model.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import { Instant } from '#shared/time/instant.ts'
import { openHere } from './engine.ts'
import { BENCH_NOW } from './make-register.ts'

/** The document that our PDF prints, as HTML: headings, facts and tables with the same words in the same order. */
export async function recordAsHtml(register: string): Promise<string> {
  const { engine } = await openHere(register)
  try {
    const { db, folder, registerId, head } = engine.session()
    const madeAt = Instant.parse(BENCH_NOW)
    const stamp = { registerName: nameOfRegister(folder), registerId, madeAt, asAt: null, chain: head() }
    const record = recordDocument(await readContent(db), stamp)
    const parts = record.parts.map((part) => [
      `<h1>${safe(part.heading)}</h1>`,
      ...part.organisations.map(({ name, facts, entries }) => [
        `<h2>${safe(name)}</h2>`,
        factsAsHtml(facts),
        ...entries.map(({ reference, name: title, build }) => {
          const { summary, description, groups } = build()
          const said = groups.map(
            ({ heading, citation, blocks }) =>
              `<h4>${safe(heading)} ${safe(citation)}</h4>${blocks.map(blockAsHtml).join('')}`,
          )
          return `<h3>${safe(reference)} ${safe(title)}</h3><p>${safe(summary)}</p><p>${safe(description)}</p>${said.join('')}`
        }),
      ]),
    ])
    const body = [`<h1>${safe(record.title)}</h1>`, factsAsHtml(record.cover), ...parts.flat(3)].join('\n')
    return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${safe(record.title)}</title><body>${body}</body></html>`
  } finally {
    await engine.close()
  }
}

function blockAsHtml(block: Block): string {
  if (block.kind === 'facts') return factsAsHtml(block.facts)
  if (block.kind === 'passages') return factsAsHtml(block.passages)
  if (block.kind === 'chart') throw new Error('The record of processing holds no charts.')
  const heads = block.columns.map(({ heading }) => `<th>${safe(heading)}</th>`).join('')
  const rows = block.rows.map(
    (row) => `<tr>${row.map((lines) => `<td>${linesAsHtml(lines)}</td>`).join('')}</tr>`,
  )
  return `<table border="1"><tr>${heads}</tr>${rows.join('')}</table>`
}

function factsAsHtml(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, lines }) => `<tr><th>${safe(label)}</th><td>${linesAsHtml(lines)}</td></tr>`,
  )
  return `<table border="1">${rows.join('')}</table>`
}

const linesAsHtml = (lines: Fact['lines']): string => lines.map(safe).join('<br>')

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
