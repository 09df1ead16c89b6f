/**
 * Where the terms of the vocabularies live. `dpouk` is ours: an address nobody has to own, because nothing is
 * published there; the vocabulary travels with each export.
 */
export const NAMESPACES = {
  dct: 'http://purl.org/dc/terms/',
  dpouk: 'urn:uuid:3b7c1f0e-5a52-4c1d-9d0c-6a1f4f6f2e71#',
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  pd: 'https://w3id.org/dpv/pd#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** What an IRI of this register begins with in a document. */
export const REGISTER_PREFIX = 'register'

/** The version of the Data Privacy Vocabulary that an export keeps to. */
export const DPV_VERSION = 'https://w3id.org/dpv/2.0'

/** The namespace of one register's own things: its identity is a UUID, so nobody else's can be the same. */
export function registerNamespace(registerId: string): string {
  return `urn:uuid:${encodeURIComponent(registerId)}#`
}

/** The name of a thing of the register: "register:activities/…"; whatever the ids hold, it is a valid IRI. */
export function thing(kind: string, ...ids: readonly string[]): string {
  return `${REGISTER_PREFIX}:${[kind, ...ids.map(encoded)].join('/')}`
}

/** The full IRI of a short name; a name with an unknown prefix is an IRI already. */
export function iriOf(name: string, registerId: string): string {
  const [, prefix = '', local = ''] = /^([a-z-]+):(.*)$/su.exec(name) ?? []
  if (prefix === REGISTER_PREFIX) return registerNamespace(registerId) + local
  return Object.hasOwn(NAMESPACES, prefix) ? NAMESPACES[prefix as keyof typeof NAMESPACES] + local : name
}

/** The short name of an IRI, or the IRI itself when no namespace fits; short names are left as they are. */
export function nameOf(iri: string, registerId: string): string {
  const own = registerNamespace(registerId)
  if (iri.startsWith(own)) return `${REGISTER_PREFIX}:${iri.slice(own.length)}`
  const found = Object.entries(NAMESPACES)
    .filter(([, namespace]) => iri.startsWith(namespace))
    .toSorted(([, a], [, b]) => b.length - a.length)[0]
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri
}

const encoded = (id: string) =>
  encodeURIComponent(id.toWellFormed()).replaceAll(
    /[!'()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
