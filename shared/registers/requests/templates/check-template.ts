import type { RequestLetterKind } from '../letter-kinds.ts'
import {
  cutAtPlaceholders,
  isPlaceholder,
  paragraphsPlaceholder,
  placeholder,
  type PlaceholderName,
} from './placeholders.ts'
import type { TemplateKey, TemplateWords } from './template.schema.ts'

/** Something wrong with a wording; with an error it cannot be kept. */
export type TemplateProblem = {
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** The paragraph it is about, counted from nought; null for the letter as a whole. */
  readonly paragraph: number | null
}

/** One of these has to stand in the letter. */
type Must = {
  readonly oneOf: readonly PlaceholderName[]
  readonly citation: string
  readonly severity: TemplateProblem['severity']
}

const COMPLAIN_TO_US = must(['complainToUs'], 'DPA 2018 s.164A')
const COMPLAIN_TO_REGULATOR = must(['complainToRegulator'], 'DPA 2018 s.165')
const COURT = must(['goToCourt'], 'DPA 2018 s.167')
const REFUSED = [must(['reasons'], 'UK GDPR Art 12(4)'), COMPLAIN_TO_US, COMPLAIN_TO_REGULATOR, COURT]
const ARTICLE_15 = must(['article15', 'article15Enclosed'], 'UK GDPR Art 15(1) and (2)')

/**
 * What the law makes each letter say.
 *
 * @source UK GDPR Art 12, Art 12(6), Art 12A, Art 15; DPA 2018 ss.164A, 165, 167
 */
export const MUST_SAY: Readonly<Record<RequestLetterKind, readonly Must[]>> = {
  acknowledgement: [],
  identity: [must(['identityAskedFor'], 'UK GDPR Art 12(6)')],
  clarification: [must(['questions'], 'UK GDPR Art 12A(5)')],
  extension: [
    must(['extensionReasons'], 'UK GDPR Art 12A(3)'),
    { ...must(['extendedLastDay'], 'UK GDPR Art 12A(3)'), severity: 'warning' },
  ],
  partial: [...REFUSED, ARTICLE_15],
  refusal: REFUSED,
  final: [
    must(['whatWasDone'], 'UK GDPR Art 12A'),
    ARTICLE_15,
    COMPLAIN_TO_US,
    COMPLAIN_TO_REGULATOR,
    { ...COURT, severity: 'warning' },
  ],
  noData: [must(['searched'], 'UK GDPR Art 15(1A)'), COMPLAIN_TO_US, COMPLAIN_TO_REGULATOR, COURT],
}

/** Everything wrong with a wording: names that nothing fills, and what the law asks for and is not there. */
export function templateProblems(
  { kind }: Pick<TemplateKey, 'kind'>,
  words: TemplateWords,
): readonly TemplateProblem[] {
  const used = namesIn(words)
  return [
    ...(words.subject.trim() === '' ? [wholeError('The letter needs a subject.')] : []),
    ...(words.subject.includes('{') ? [wholeError('A subject has no placeholders: it shows outside.')] : []),
    ...words.paragraphs.flatMap(({ text }, index) => paragraphProblems(text, index)),
    ...MUST_SAY[kind].flatMap((one) => missing(one, used)),
    ...orderOf(used),
  ]
}

function paragraphProblems(text: string, paragraph: number): readonly TemplateProblem[] {
  const problem = (severity: TemplateProblem['severity'], message: string) => [
    { severity, message, paragraph },
  ]
  if (text.trim() === '') return problem('warning', 'This paragraph is empty and is left out.')
  const parts = cutAtPlaceholders(text)
  return parts.flatMap((part) => {
    if ('words' in part)
      return /[{}]/u.test(part.words)
        ? problem('error', 'A brace stands alone. Write placeholders as {name}.')
        : []
    const { name } = part
    if (!isPlaceholder(name)) return problem('error', `There is no placeholder called {${name}}.`)
    if (placeholder(name).form === 'paragraphs' && !paragraphsPlaceholder(text))
      return problem('error', `{${name}} makes paragraphs of its own: let it stand alone in one.`)
    return []
  })
}

function missing({ oneOf, citation, severity }: Must, used: readonly string[]): readonly TemplateProblem[] {
  if (oneOf.some((name) => used.includes(name))) return []
  const names = oneOf.map((name) => `{${name}}`).join(' or ')
  const what = placeholder(oneOf[0]!).label
  return [
    {
      severity,
      paragraph: null,
      message: `${severity === 'error' ? 'This letter has to say' : 'This letter had better say'}: ${what} (${citation}). Put in ${names}.`,
    },
  ]
}

/** @source DPA 2018 ss.164A, 165 */
function orderOf(used: readonly string[]): readonly TemplateProblem[] {
  const [us, regulator] = [used.indexOf('complainToUs'), used.indexOf('complainToRegulator')]
  return us < 0 || regulator < 0 || us < regulator
    ? []
    : [
        {
          severity: 'warning',
          paragraph: null,
          message: 'The way to complain to the organisation comes first, then the regulator.',
        },
      ]
}

function namesIn({ paragraphs }: TemplateWords): readonly string[] {
  return paragraphs.flatMap(({ text }) =>
    cutAtPlaceholders(text).flatMap((part) => ('name' in part ? [part.name] : [])),
  )
}

function wholeError(message: string): TemplateProblem {
  return { severity: 'error', message, paragraph: null }
}

function must(oneOf: readonly PlaceholderName[], citation: string): Must {
  return { oneOf, citation, severity: 'error' }
}
