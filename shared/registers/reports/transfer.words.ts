import { mechanismLabel } from '#shared/law/transfer-mechanisms.ts'
import type { Activity, Destination } from '#shared/registers/activities/activity.schema.ts'
import { answerLines, type Lines, notAsked, OPEN } from './answer.words.ts'
import type { Directory } from './directory.ts'

const NO_TRANSFER = 'None: no personal data leaves the United Kingdom'

/** Countries and international organisations that data goes to. @source UK GDPR Art 30(1)(e), 30(2)(c) */
export function destinationLines(activity: Activity, directory: Directory): Lines {
  return answerLines(activity.destinations, (places) =>
    places.length === 0 ? [NO_TRANSFER] : places.map((place) => placeLine(place, directory)),
  )
}

/** "Ireland (Name of recipient)". */
export function placeLine({ place, recipientId }: Destination, directory: Directory): string {
  const to = recipientId ? ` (${directory.termName(recipientId)})` : ''
  return `${place.trim() || 'Place to be determined'}${to}`
}

/** The mechanism and the document for each destination. @source UK GDPR Art 30(1)(e), 30(2)(c) */
export function safeguardLines(activity: Activity, directory: Directory): Lines {
  return answerLines(activity.destinations, (places) =>
    places.length === 0
      ? notAsked('no personal data leaves the United Kingdom')
      : places.map((place) => `${placeLine(place, directory)}: ${safeguardsOf(place).join('; ')}`),
  )
}

/** The mechanism, then the document that holds the safeguards. */
export function safeguardsOf({ mechanism, safeguards }: Destination): Lines {
  return [
    ...answerLines(mechanism, (code) => [mechanismLabel(code)]).map((line) =>
      line === OPEN ? 'mechanism to be determined' : line,
    ),
    ...answerLines(safeguards, (text) => [text]).map((line) =>
      line === OPEN ? 'safeguards to be determined' : line,
    ),
  ]
}
