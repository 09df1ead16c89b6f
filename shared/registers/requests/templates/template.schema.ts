import { z } from 'zod'
import { REQUEST_LETTERS, type RequestLetterKind } from '../letter-kinds.ts'

/** The two ways in which each letter about a request is written. */
export const REQUEST_LETTER_VERSIONS = [
  { value: 'standard', label: 'Plain English' },
  { value: 'easierRead', label: 'Easier to read' },
] as const

export const RequestLetterVersion = z.enum(['standard', 'easierRead'])
export type RequestLetterVersion = z.infer<typeof RequestLetterVersion>

export const RequestLetterName = z.enum(
  REQUEST_LETTERS.map(({ value }) => value) as [RequestLetterKind, ...RequestLetterKind[]],
)

/** A paragraph, a line of a list, or a heading, with `{placeholders}` for what the register knows. */
export const TemplateParagraph = z.object({
  kind: z.enum(['text', 'point', 'heading']),
  text: z.string().max(4000),
})
export type TemplateParagraph = z.infer<typeof TemplateParagraph>

/** The words of a letter between its greeting and its signature. */
export const TemplateWords = z.object({
  subject: z.string().max(200),
  paragraphs: z.array(TemplateParagraph).max(100),
})
export type TemplateWords = z.infer<typeof TemplateWords>

/** Our own wording of one letter, which takes the place of the one the program brings. */
export const LetterTemplate = TemplateWords.extend({ kind: RequestLetterName, version: RequestLetterVersion })
export type LetterTemplate = z.infer<typeof LetterTemplate>

/** Which letter a wording is for. */
export type TemplateKey = Pick<LetterTemplate, 'kind' | 'version'>

/** Whether a wording is for a letter. */
export function isFor({ kind, version }: TemplateKey): (template: TemplateKey) => boolean {
  return (template) => template.kind === kind && template.version === version
}
