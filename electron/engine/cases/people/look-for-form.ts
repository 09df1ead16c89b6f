import { matchOfPages } from '#shared/cases/find-words.ts'
import { type Form, compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import type { CaseStore } from '../open-cases.ts'

/** Pages looked at, so that nobody waits; the whole search comes before a decision. */
const AT_MOST = 2000

type FormRow = Form & { readonly id: number }

/**
 * Looks for a form where the index has its words, so that something is known of it at once. It still counts as not
 * searched for: other spellings are found by the search of every page.
 */
export function lookForForm({ raw }: CaseStore, id: number): void {
  const form = raw.prepare<[number], FormRow>('select id, text, kind from person_forms where id = ?').get(id)
  const match = form && matchOfPages(`"${form.text.replaceAll('"', ' ')}"`)
  if (!form || !match) return
  const compiled = compileForms([form])
  const pages = raw
    .prepare<[string], { page: number; text: string }>(
      `select page, page_texts.text from page_words join page_texts on page = page_words.rowid
       where page_words match ? limit ${AT_MOST}`,
    )
    .all(match)
  const insert = raw.prepare(
    'insert or replace into form_pages (form, page, hits, places) values (?, ?, ?, ?)',
  )
  for (const { page, text } of pages) {
    const places = findForms(prepare(text), compiled).map(({ start, end }) => [start, end])
    if (places.length > 0) insert.run(id, page, places.length, JSON.stringify(places))
  }
}
