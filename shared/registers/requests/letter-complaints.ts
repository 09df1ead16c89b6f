import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { contactOf, type LetterWorld, regulatorPieces } from '#shared/registers/letters/letter-frame.ts'
import { point, say } from '#shared/registers/letters/letter-words.ts'
import type { RequestLetterVersion } from './templates/template.schema.ts'

/** The right to complain to the organisation. @source DPA 2018 s.164A */
export function complainToUs(
  { organisation }: LetterWorld,
  version: RequestLetterVersion,
): readonly LetterParagraph[] {
  const contact = contactOf(organisation)
  return version === 'standard'
    ? [
        point`complain to us: ${contact}. We will acknowledge your complaint within 30 days, look into it, and tell you the outcome;`,
      ]
    : [
        say`You can complain to us.`,
        say`${contact}`,
        say`We will tell you within 30 days that we have your complaint.`,
        say`We look into it. Then we tell you what we found.`,
      ]
}

/** The right to complain to the regulator, under the name it bears that day. @source DPA 2018 s.165 */
export function complainToRegulator(
  world: LetterWorld,
  version: RequestLetterVersion,
): readonly LetterParagraph[] {
  return version === 'standard'
    ? [point`complain to the regulator, the ${regulatorPieces(world)};`]
    : [say`You can also complain to the regulator.`, say`It is the ${regulatorPieces(world)}`]
}

/** The right to go to court. @source DPA 2018 s.167 */
export function goToCourt(version: RequestLetterVersion): readonly LetterParagraph[] {
  return version === 'standard' ? [point`ask a court to decide.`] : [say`You can also ask a court to decide.`]
}

/** All three, the organisation first. @source DPA 2018 ss.164A, 165, 167 */
export function waysToComplain(
  world: LetterWorld,
  version: RequestLetterVersion,
): readonly LetterParagraph[] {
  return [...complainToUs(world, version), ...complainToRegulator(world, version), ...goToCourt(version)]
}
