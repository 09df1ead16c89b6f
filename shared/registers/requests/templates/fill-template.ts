import type { LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { LETTER_BLOCKS } from '../letter-blocks.ts'
import type { RequestLetterFacts } from '../letter-facts.ts'
import { LETTER_VALUES } from '../letter-values.ts'
import {
  cutAtPlaceholders,
  isPlaceholder,
  paragraphsPlaceholder,
  placeholder,
  type WordsName,
} from './placeholders.ts'
import type { TemplateParagraph, TemplateWords } from './template.schema.ts'

/** The paragraphs of a letter: the wording with what the register knows in the place of its placeholders. */
export function fillTemplate(
  { paragraphs }: TemplateWords,
  facts: RequestLetterFacts,
): readonly LetterParagraph[] {
  return paragraphs.flatMap((paragraph) => filled(paragraph, facts))
}

function filled({ kind, text }: TemplateParagraph, facts: RequestLetterFacts): readonly LetterParagraph[] {
  if (text.trim() === '') return []
  const block = paragraphsPlaceholder(text)
  if (block) return LETTER_BLOCKS[block](facts)
  const parts = cutAtPlaceholders(text).map((part) => piecesFor(part, facts))
  return parts.includes(null) ? [] : [{ kind, pieces: parts.flatMap((pieces) => pieces ?? []) }]
}

/** Null where the paragraph is to be left out. What cannot be filled stands in brackets, so that nobody sends it. */
function piecesFor(
  part: ReturnType<typeof cutAtPlaceholders>[number],
  facts: RequestLetterFacts,
): readonly LetterPiece[] | null {
  if ('words' in part) return [part.words]
  const { name } = part
  if (!isPlaceholder(name) || placeholder(name).form === 'paragraphs')
    return [{ label: `Placeholder ${name}`, from: 'the wording of the letter', text: null }]
  const value = LETTER_VALUES[name as WordsName](facts)
  const pieces =
    typeof value === 'object' && Array.isArray(value) ? (value as LetterPiece[]) : [value as LetterPiece]
  const isEmpty = pieces.every((piece) => typeof piece !== 'string' && piece.text === null)
  return isEmpty && placeholder(name).leavesOut ? null : pieces
}
