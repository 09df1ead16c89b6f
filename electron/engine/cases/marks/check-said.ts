import type { MarkAnswers } from '#shared/cases/mark.ts'
import type { CasePerson } from '#shared/cases/person.ts'
import { AppError } from '#shared/errors.ts'
import { missingAnswers, type QuestionContext } from '#shared/law/exemptions/questions.ts'

/** What a mark says that the law has a say in. */
type Said = { readonly exemption: string; readonly answers: MarkAnswers }

/** What is known besides the answers of a mark: of the request, and of the person it hides. */
export type Known = Omit<QuestionContext, 'person'>

/** Throws `rule` where an exemption is not in the library, or asks something that was not answered yet. */
export function checkSaid({ exemption, answers }: Said, known: Known, person: CasePerson | null): void {
  if (exemption === '') return
  const [missing] = missingAnswers(exemption, answers, { ...known, person })
  if (!missing) return
  throw new AppError('rule', `${exemption}: ${missing.says}`, {
    fields: missing.code === '' ? { exemption: missing.says } : { [missing.code]: missing.says },
  })
}
