import type { RequestLetterKind } from '../letter-kinds.ts'
import type { TemplateParagraph, TemplateWords } from './template.schema.ts'

/** A subject that gives nothing away on an envelope or in a list of mail. */
const SUBJECT = 'Your request about personal data'
const RECEIVED = text('We received your request on {receivedOn}. You asked {asked}.')

const TO_DISAGREE = [
  text('If you disagree, or are unhappy with how we dealt with this, you can:'),
  text('{complainToUs}'),
  text('{complainToRegulator}'),
  text('{goToCourt}'),
] as const

/** The letters in plain English, as the program brings them. */
export const STANDARD_TEMPLATES: Readonly<Record<RequestLetterKind, TemplateWords>> = {
  acknowledgement: letter(
    text('This is what we understood: {wording}'),
    text('{whenAnswered}'),
    text(
      'There is nothing to pay. If we got something wrong, or if you need the answer in another form, tell us: {contact}.',
    ),
  ),
  identity: letter(
    text(
      'Before we send personal data to anyone, we have to be sure who asks for it. From what you sent us we cannot be sure yet.',
    ),
    text('Please send us: {identityAskedFor}.'),
    text('Send a copy, not the original, and cover what is not needed. We look at it for this request only.'),
    text(
      'The law gives us one month for the answer. It begins on the day on which we have what we ask you for here.',
    ),
    text('If you cannot send this, tell us, and we will find another way: {contact}.'),
  ),
  clarification: letter(
    text('So that we look for the right things, please tell us:'),
    text('{questions}'),
    text(
      'You need not leave anything out: if you want all of it, say so, and we will make a reasonable and proportionate search.',
    ),
    text(
      'From the day of this question to the day we have your answer, both included, the time for our answer stands still. Meanwhile we go on with what is clear.',
    ),
    text('You can answer by letter, by email or by telephone: {contact}.'),
  ),
  extension: letter(
    text('We need longer than one month, because {extensionGround}:'),
    text('{extensionReasons}'),
    text(
      'The law lets us take up to two further months. We will answer as soon as we can, and by {extendedLastDay} at the latest. What is ready earlier, we send earlier.',
    ),
    text(
      'If you are unhappy with this, you can complain to us ({contact}) or to the regulator, the {regulator}.',
    ),
  ),
  partial: letter(
    text('{whatWasDoneInPart}'),
    text('We have not done all that you asked. This is why:'),
    text('{reasons}'),
    text('{searched}'),
    text('{article15}'),
    ...TO_DISAGREE,
  ),
  refusal: letter(
    text('We looked at your request with care and have decided not to do what you asked. This is why:'),
    text('{reasons}'),
    ...TO_DISAGREE,
  ),
  final: letter(text('{whatWasDone}'), text('{article15}'), ...TO_DISAGREE),
  noData: letter(
    text('We made a reasonable and proportionate search and found no personal data of the person.'),
    text('{searched}'),
    text(
      'If you know of a place or a name under which we should look, tell us, and we will look again: {contact}.',
    ),
    ...TO_DISAGREE,
  ),
}

function letter(...paragraphs: readonly TemplateParagraph[]): TemplateWords {
  return { subject: SUBJECT, paragraphs: [RECEIVED, ...paragraphs] }
}

function text(words: string): TemplateParagraph {
  return { kind: 'text', text: words }
}
