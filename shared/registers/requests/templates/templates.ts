import { EASIER_TEMPLATES } from './built-in-easier.ts'
import { STANDARD_TEMPLATES } from './built-in-standard.ts'
import { isFor, type LetterTemplate, type TemplateKey, type TemplateWords } from './template.schema.ts'

/** The wording of a letter that the program brings. */
export function builtInTemplate({ kind, version }: TemplateKey): TemplateWords {
  return version === 'standard' ? STANDARD_TEMPLATES[kind] : EASIER_TEMPLATES[kind]
}

/** The wording of a letter: our own where there is one, or else the one the program brings. */
export function templateFor(own: readonly LetterTemplate[], key: TemplateKey): TemplateWords {
  return own.find(isFor(key)) ?? builtInTemplate(key)
}

/** Our own wordings with one put in place, or taken out when it says what the program says or is null. */
export function withTemplate(
  own: readonly LetterTemplate[],
  key: TemplateKey,
  words: TemplateWords | null,
): LetterTemplate[] {
  const others = own.filter((template) => !isFor(key)(template))
  if (words === null || isSame(words, builtInTemplate(key))) return others
  const { kind, version } = key
  return [...others, { kind, version, subject: words.subject, paragraphs: words.paragraphs }]
}

/** Whether two wordings say the same. */
export function isSame(one: TemplateWords, other: TemplateWords): boolean {
  return (
    one.subject === other.subject &&
    one.paragraphs.length === other.paragraphs.length &&
    one.paragraphs.every(
      ({ kind, text }, index) =>
        kind === other.paragraphs[index]!.kind && text === other.paragraphs[index]!.text,
    )
  )
}
