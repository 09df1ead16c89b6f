import type { CodeListEntry } from '#shared/law/code-list.ts'
import type { Choice } from './field.ts'

/** A code list as answers to choose from, with its notes as hints. */
export function codesOffered(list: readonly CodeListEntry[]): readonly Choice[] {
  return list.map(({ code, label, note }) => ({ value: code, label, ...(note && { hint: note }) }))
}
