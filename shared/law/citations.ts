import { LEGAL_SOURCES, type LegalSource } from './sources.ts'

/** One provision named in a citation, with the source that covers it; null when none is listed. */
export type Cited = { readonly provision: string; readonly source: LegalSource | null }

const INSTRUMENT = /^(?:UK GDPR|DPA 2018|DUAA)\b/

/**
 * The provisions a citation names, each with its source.
 *
 * "UK GDPR Art 30(1)(a), 30(2)(a)" names two. A source covers what lies below
 * it: "UK GDPR Art 13" covers "UK GDPR Art 13(2)(b)". The longest match wins.
 */
export function citedSources(citation: string): readonly Cited[] {
  return provisionsIn(citation).map((provision) => ({ provision, source: covering(provision) }))
}

function covering(provision: string): LegalSource | null {
  const candidates = LEGAL_SOURCES.filter(
    (source) => provision === source.provision || /^[ (]/.test(afterPrefix(provision, source.provision)),
  )
  return candidates.toSorted((a, b) => b.provision.length - a.provision.length)[0] ?? null
}

function afterPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : ''
}

function provisionsIn(citation: string): readonly string[] {
  const [named = ''] = citation.split(':')
  const pieces = named
    .replaceAll(/\bas amended by\b/g, ';')
    .replaceAll(/\bArts\b/g, 'Art')
    .replaceAll(/\brecitals\b/g, 'recital')
    .replaceAll(/\bparas\b/g, 'para')
    .replaceAll(/\bss\./g, 's.')
    .replaceAll(/\bPt \d+ /g, '')
    .split(/;|,| and (?=[\d(]|Art|s\.|Sch|para)| to |(?<=[\d)][A-Z]?)-(?=[\d(])/)
    .map((piece) => piece.trim().replace(/[.]$/, ''))
    .filter((piece) => piece !== '')

  return pieces.reduce<string[]>((found, piece) => [...found, completed(piece, found.at(-1) ?? '')], [])
}

/** Lends a piece such as "30(2)(a)", "para 41" or "(4)" what it leaves unsaid from the provision before it. */
function completed(piece: string, before: string): string {
  if (INSTRUMENT.test(piece) || before === '') return piece
  const instrument = INSTRUMENT.exec(before)?.[0]
  if (!instrument) return piece
  if (/^(?:Art|Annex|recital|Sch|s\.|Chapter)/.test(piece)) return `${instrument} ${piece}`
  if (piece.startsWith('(')) return before.replace(/\(.*$/, '') + piece
  if (piece.startsWith('para')) return before.replace(/ para .*$/, '') + ` ${piece}`
  if (/^\d/.test(piece)) return before.replace(/\d+[A-Z]?(?:\(.*)?$/, '') + piece
  return piece
}
