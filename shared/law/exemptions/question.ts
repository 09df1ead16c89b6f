/** How a question is answered: "yes" or "no", words, or a day as YYYY-MM-DD. */
export type QuestionKind = 'yesNo' | 'text' | 'date'

/** Facts recorded elsewhere that answer a question, so that nobody is asked twice. */
export type KnownFact =
  | 'scheduleThreeBody'
  | 'notHealthProfessional'
  | 'personWeighed'
  | 'opinionRecorded'
  | 'parentAsks'

/** Something that must be answered before an exemption may be used on a mark. */
export type ExemptionQuestion = {
  /** Theirs alone among all questions; answers are kept under it. */
  readonly code: string
  readonly text: string
  readonly kind: QuestionKind
  /** The answer with which the exemption may not be used; null where any answer will do. */
  readonly forbiddenBy: 'yes' | 'no' | null
  /** What to do instead where it is forbidden; empty where nothing forbids. */
  readonly wayOut: string
  readonly answeredBy: KnownFact | null
}

/** A question that is answered in words. */
export function inWords(code: string, text: string, answeredBy: KnownFact | null = null): ExemptionQuestion {
  return { code, text, kind: 'text', forbiddenBy: null, wayOut: '', answeredBy }
}

/** A question with a day for an answer. */
export function onDay(code: string, text: string, answeredBy: KnownFact | null = null): ExemptionQuestion {
  return { code, text, kind: 'date', forbiddenBy: null, wayOut: '', answeredBy }
}

/** A question that must be answered with yes, or the way out is taken. */
export function mustBe(
  code: string,
  text: string,
  wayOut: string,
  answeredBy: KnownFact | null = null,
): ExemptionQuestion {
  return { code, text, kind: 'yesNo', forbiddenBy: 'no', wayOut, answeredBy }
}

/** A question that must be answered with no, or the way out is taken. */
export function mustNotBe(
  code: string,
  text: string,
  wayOut: string,
  answeredBy: KnownFact | null = null,
): ExemptionQuestion {
  return { code, text, kind: 'yesNo', forbiddenBy: 'yes', wayOut, answeredBy }
}
