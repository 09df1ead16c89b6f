/** One placeholder: what it is called between braces, and what it stands for. */
type Placeholder = {
  readonly label: string
  /** `words` stands inside a sentence, `paragraphs` alone in its paragraph. */
  readonly form: 'words' | 'paragraphs'
  /** A paragraph with it is left out while there is nothing to say; otherwise what is missing stands in brackets. */
  readonly leavesOut?: true
}

/** Everything that a letter about a request can draw from the register; nothing else may stand between braces. */
export const PLACEHOLDERS = {
  receivedOn: words('Day on which the request came'),
  asked: words('What was asked, for example “for a copy of the personal data we hold about you”'),
  wording: { ...words('What was asked, in the person’s words'), leavesOut: true },
  organisation: words('Name of the organisation'),
  contact: words('How to reach the officer for data protection'),
  officer: words('Name of the officer for data protection'),
  lastDay: words('Last day for the answer'),
  extendedLastDay: words('Last day with the extension'),
  extensionGround: words('Ground of the extension'),
  extensionReasons: words('Reasons for the extension'),
  identityAskedFor: words('What is asked for to confirm identity'),
  regulator: words('Name of the regulator, as it is on the day of the letter'),
  regulatorContact: words('Name and address of the regulator'),
  reference: words('Our reference'),
  whenAnswered: paragraphs('When the answer comes, or what it waits for'),
  questions: paragraphs('The open questions about what is meant'),
  searched: paragraphs('What was searched'),
  reasons: paragraphs('The reasons, with grounds and exemptions'),
  whatWasDone: paragraphs('What was done, by the right used'),
  whatWasDoneInPart: paragraphs('What was done of a request that is not met in full'),
  article15: paragraphs('How the data is used: what Article 15(1) and (2) ask for'),
  article15Enclosed: paragraphs('That a sheet with what Article 15(1) and (2) ask for is enclosed'),
  complainToUs: paragraphs('The right to complain to the organisation'),
  complainToRegulator: paragraphs('The right to complain to the regulator'),
  goToCourt: paragraphs('The right to go to court'),
} as const satisfies Readonly<Record<string, Placeholder>>

export type PlaceholderName = keyof typeof PLACEHOLDERS
type NamesOf<Form> = {
  [Name in PlaceholderName]: (typeof PLACEHOLDERS)[Name]['form'] extends Form ? Name : never
}[PlaceholderName]
export type WordsName = NamesOf<'words'>
export type ParagraphsName = NamesOf<'paragraphs'>

/** Whether a name between braces is one that can be filled. */
export function isPlaceholder(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name)
}

/** What a placeholder is, seen as any of them. */
export function placeholder(name: PlaceholderName): Placeholder {
  return PLACEHOLDERS[name]
}

/** A text cut at its placeholders: words as they are, and names that stood between braces. */
export function cutAtPlaceholders(
  text: string,
): readonly ({ readonly words: string } | { readonly name: string })[] {
  return text
    .split(/(\{[^{}\n]*\})/u)
    .filter((part) => part !== '')
    .map((part) => (/^\{[^{}]*\}$/u.test(part) ? { name: part.slice(1, -1).trim() } : { words: part }))
}

/** The placeholder that stands alone in a paragraph and makes paragraphs of its own; null for any other text. */
export function paragraphsPlaceholder(text: string): ParagraphsName | null {
  const [only, ...more] = cutAtPlaceholders(text.trim())
  if (!only || !('name' in only) || more.length > 0 || !isPlaceholder(only.name)) return null
  return placeholder(only.name).form === 'paragraphs' ? (only.name as ParagraphsName) : null
}

function words(label: string) {
  return { label, form: 'words' } as const
}

function paragraphs(label: string) {
  return { label, form: 'paragraphs' } as const
}
