import { letterOf } from '#shared/cases/people/labels.ts'
import type { CaseStore } from '../open-cases.ts'

/** Takes the next letter of a case, which is then never given to anybody else. */
export function takeLetter({ raw }: CaseStore): string {
  const given = raw
    .prepare<[], string>(
      `insert into facts (key, value) values ('lettersGiven', '1')
       on conflict (key) do update set value = cast(value as integer) + 1 returning value`,
    )
    .pluck()
    .get()!
  return letterOf(Number(given) - 1)
}
