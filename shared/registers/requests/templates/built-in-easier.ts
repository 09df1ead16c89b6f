import type { RequestLetterKind } from '../letter-kinds.ts'
import type { TemplateParagraph, TemplateWords } from './template.schema.ts'

const SUBJECT = 'A letter about what you asked us'
const RECEIVED = [text('You asked us something.'), text('Your message came on {receivedOn}.')] as const
const TO_DISAGREE = [
  heading('If you are not happy'),
  text('{complainToUs}'),
  text('{complainToRegulator}'),
  text('{goToCourt}'),
] as const
const TO_ASK = [
  heading('Who you can ask'),
  text('You can ask us.'),
  text('{contact}'),
  text('Do you need this letter in another language, or read to you? Tell us.'),
] as const

/** The letters that are easier to read, as the program brings them: short sentences, one idea in each. */
export const EASIER_TEMPLATES: Readonly<Record<RequestLetterKind, TemplateWords>> = {
  acknowledgement: letter(
    text('We understood this: {wording}'),
    heading('What happens now'),
    text('We look for the answer.'),
    text('{whenAnswered}'),
    text('You pay nothing.'),
    text('Did we get something wrong? Tell us.'),
    ...TO_ASK,
  ),
  identity: letter(
    heading('What we need from you'),
    text('We must be sure who asks.'),
    text('We are not sure yet.'),
    text('Please send us: {identityAskedFor}.'),
    text('Send a copy. Keep the original.'),
    text('Cover what we do not need.'),
    text('We use it for this only.'),
    heading('When we answer'),
    text('The law gives us one month.'),
    text('The month starts when we have what we ask for here.'),
    text('You cannot send it? Tell us. We will find another way.'),
    ...TO_ASK,
  ),
  clarification: letter(
    heading('What we need to know'),
    text('We want to look for the right things.'),
    text('Please tell us:'),
    text('{questions}'),
    text('Do you want all of it? Then say so.'),
    heading('When we answer'),
    text('We wait for what you tell us.'),
    text('While we wait, our time stands still.'),
    text('We go on with what is clear.'),
    ...TO_ASK,
  ),
  extension: letter(
    heading('We need more time'),
    text('The law gives us one month.'),
    text('We need longer.'),
    text('This is because {extensionGround}.'),
    text('{extensionReasons}'),
    text('We will answer by {extendedLastDay}.'),
    text('What is ready sooner, we send sooner.'),
    heading('If you are not happy'),
    text('{complainToUs}'),
    text('{complainToRegulator}'),
    ...TO_ASK,
  ),
  partial: letter(
    heading('What we did'),
    text('{whatWasDoneInPart}'),
    heading('What we did not do'),
    text('We did not do all that you asked.'),
    text('This is why:'),
    text('{reasons}'),
    text('{searched}'),
    text('{article15}'),
    ...TO_DISAGREE,
    ...TO_ASK,
  ),
  refusal: letter(
    heading('What we decided'),
    text('We looked at what you asked.'),
    text('We decided not to do it.'),
    text('This is why:'),
    text('{reasons}'),
    ...TO_DISAGREE,
    ...TO_ASK,
  ),
  final: letter(
    heading('What we did'),
    text('{whatWasDone}'),
    text('{article15}'),
    ...TO_DISAGREE,
    ...TO_ASK,
  ),
  noData: letter(
    heading('What we found'),
    text('We looked for information.'),
    text('We found none.'),
    text('{searched}'),
    text('Do you know where else we can look? Tell us. We will look again.'),
    ...TO_DISAGREE,
    ...TO_ASK,
  ),
}

function letter(...paragraphs: readonly TemplateParagraph[]): TemplateWords {
  return { subject: SUBJECT, paragraphs: [...RECEIVED, ...paragraphs] }
}

function text(words: string): TemplateParagraph {
  return { kind: 'text', text: words }
}

function heading(words: string): TemplateParagraph {
  return { kind: 'heading', text: words }
}
