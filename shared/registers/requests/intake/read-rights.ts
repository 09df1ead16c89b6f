import { REQUEST_CLOCKS, type RequestKindCode } from '#shared/law/request-clocks.ts'
import type { MessageReading, Proposal } from './message-reading.ts'
import { type PhraseHit, phrasesIn, sentenceAround } from './phrase.ts'
import { FOI_WORDS, OWN_DATA, RIGHT_PHRASES } from './right-phrases.ts'

/** The rights that a message uses: the first one the request is recorded under, the others beside it. */
export function readRights(body: string): {
  readonly proposals: readonly Proposal[]
  readonly notes: MessageReading['notes']
} {
  const foi = FOI_WORDS.exec(body)
  const hits = [...bestOfEach(phrasesIn(body, RIGHT_PHRASES))]
  if (foi && OWN_DATA.test(body) && !hits.some(({ value }) => value === 'R-ACCESS')) hits.push(ownData(foi))
  const ordered = hits.toSorted(
    (one, other) => Number(other.isSure) - Number(one.isSure) || one.at - other.at,
  )
  return {
    proposals: ordered.map(({ value, at, quote, why, isSure }, index) => ({
      field: index === 0 ? 'right' : 'alsoAsks',
      value,
      quote: sentenceAround(body, at, quote.length),
      why,
      isSure,
    })),
    notes: foi ? [foiNote(foi[0], OWN_DATA.test(body))] : [],
  }
}

/** Whether any right is used in a text. */
export function usesARight(body: string): boolean {
  return readRights(body).proposals.length > 0
}

type Hit = PhraseHit<RequestKindCode>

/** For each right its surest words, or the earliest of those as sure. */
function bestOfEach(hits: readonly Hit[]): readonly Hit[] {
  const codes = Object.keys(REQUEST_CLOCKS) as RequestKindCode[]
  return codes.flatMap((code) => {
    const ofCode = hits.filter(({ value }) => value === code)
    const best = ofCode.toSorted(
      (one, other) => Number(other.isSure) - Number(one.isSure) || one.at - other.at,
    )[0]
    return best ? [best] : []
  })
}

function ownData(foi: RegExpExecArray): Hit {
  return {
    value: 'R-ACCESS',
    quote: foi[0],
    at: foi.index,
    why: 'It speaks of freedom of information, but asks for personal data: what is wanted decides, not the name.',
    isSure: false,
  }
}

function foiNote(quote: string, isOwn: boolean): MessageReading['notes'][number] {
  return {
    quote,
    text: isOwn
      ? 'It is called a freedom of information request. So far as it asks for the person’s own data it is an access request, whatever it is called; anything else in it has a clock of its own, which this program does not keep.'
      : 'It may be a freedom of information request. That has a clock of its own, which this program does not keep: check whether it asks for personal data at all.',
  }
}
