import type { ReportQuestion, ReportSection } from '#shared/law/breaches/report/question.ts'
import { shippedQuestion } from '#shared/law/breaches/report-questions.ts'

type Sections = readonly ReportSection[]

/** The list with one question changed; its code stays, because answers are kept by it. */
export function withQuestion(
  sections: Sections,
  code: string,
  changes: Partial<Omit<ReportQuestion, 'code'>>,
): ReportSection[] {
  return sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.code === code ? { ...one, ...changes } : one)),
  }))
}

/** The list with a question of our own at the end of a section. */
export function withNewQuestion(
  sections: Sections,
  sectionId: string,
  code: string,
  question: string,
): ReportSection[] {
  const added: ReportQuestion = {
    code,
    question,
    note: '',
    citation: '',
    kind: 'passage',
    options: [],
    isRequired: false,
    check: '',
    isSetAside: false,
  }
  return sections.map((section) =>
    section.id === sectionId ? { ...section, questions: [...section.questions, added] } : section,
  )
}

/** The list without a question that we added; one of the form is set aside instead, never lost. */
export function withoutQuestion(sections: Sections, code: string): ReportSection[] {
  if (shippedQuestion(code)) return withQuestion(sections, code, { isSetAside: true })
  return sections.map((section) => ({
    ...section,
    questions: section.questions.filter((one) => one.code !== code),
  }))
}

/** The list with a question a place up or down, over the border of a section into the one beside it. */
export function withQuestionMoved(sections: Sections, code: string, by: -1 | 1): ReportSection[] {
  const at = sections.findIndex(({ questions }) => questions.some((one) => one.code === code))
  const section = sections[at]
  if (!section) return [...sections]
  const place = section.questions.findIndex((one) => one.code === code)
  const isInside = place + by >= 0 && place + by < section.questions.length
  if (isInside) return sections.with(at, { ...section, questions: swapped(section.questions, place, by) })
  const neighbour = sections[at + by]
  if (!neighbour) return [...sections]
  const moving = section.questions[place]!
  const taken = by === 1 ? [moving, ...neighbour.questions] : [...neighbour.questions, moving]
  return sections
    .with(at, { ...section, questions: section.questions.toSpliced(place, 1) })
    .with(at + by, { ...neighbour, questions: taken })
}

/** The list with a section that has no questions yet, at its end. */
export function withNewSection(sections: Sections, id: string, title: string): ReportSection[] {
  return [...sections, { id, title, questions: [] }]
}

/** The list with another name for a section. */
export function withSectionRenamed(sections: Sections, id: string, title: string): ReportSection[] {
  return sections.map((section) => (section.id === id ? { ...section, title } : section))
}

/** The list with a section a place up or down. */
export function withSectionMoved(sections: Sections, id: string, by: -1 | 1): ReportSection[] {
  const at = sections.findIndex((section) => section.id === id)
  return at < 0 || !sections[at + by] ? [...sections] : swapped(sections, at, by)
}

/** The list without a section; its questions go to the one before it, or after it when it is the first. The last section stays. */
export function withoutSection(sections: Sections, id: string): ReportSection[] {
  const at = sections.findIndex((section) => section.id === id)
  const section = sections[at]
  const heir = sections[at === 0 ? 1 : at - 1]
  if (!section || !heir) return [...sections]
  const questions =
    at === 0 ? [...section.questions, ...heir.questions] : [...heir.questions, ...section.questions]
  return sections.flatMap((one) => (one === section ? [] : [one === heir ? { ...heir, questions } : one]))
}

function swapped<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  return items.with(at, items[at + by]!).with(at + by, items[at]!)
}
