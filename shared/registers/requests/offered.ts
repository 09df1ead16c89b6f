import type { Choice } from '#shared/described/field.ts'
import type { CodeListEntry } from '#shared/law/code-list.ts'

/** A list of the law as answers to choose from; its notes are the hints, and what is unconfirmed says so. */
export function offered<Code extends string>(
  list: readonly (CodeListEntry & { readonly code: Code })[],
): readonly Choice<Code>[] {
  return list.map(({ code, label, note, check }) => {
    const hint = [note, check ?? ''].filter(Boolean).join(' ')
    return { value: code, label, ...(hint && { hint }) }
  })
}
