import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

/** Nothing is ever fetched: whatever asks for a document fails the test. */
const documentLoader = (url: string): Promise<never> =>
  Promise.reject(new Error(`${url} would have been fetched.`))
const OFFLINE = { documentLoader, base: null } as const

/** A document as another program leaves it: expanded, put together anew, and compacted with a context. */
export async function throughJsonLd(document: unknown, context: unknown): Promise<unknown> {
  const flat = await jsonld.flatten(await jsonld.expand(document, OFFLINE), null, OFFLINE)
  return jsonld.compact(flat, context, { ...OFFLINE, graph: true })
}

/** The statements of a document as N-Quads. */
export function quadsOf(document: unknown): Promise<string> {
  return jsonld.toRDF(document, { ...OFFLINE, format: 'application/n-quads' })
}

/** A document made from N-Quads alone. */
export async function fromQuads(quads: string, context: unknown): Promise<unknown> {
  const expanded = await jsonld.fromRDF(quads, { ...OFFLINE, format: 'application/n-quads' })
  return jsonld.compact(expanded, context, { ...OFFLINE, graph: true })
}

/** The statements of a text in Turtle or N-Quads. */
export function parseRdf(text: string): Store {
  return new Store(new Parser().parse(text))
}

/** What SHACL shapes find wrong with a document: the messages, each once. */
export function shaclCheck(shapes: string): (document: unknown) => Promise<readonly string[]> {
  const validator = new SHACLValidator(parseRdf(shapes))
  return async (document) => {
    const report = await validator.validate(parseRdf(await quadsOf(document)))
    const messages = report.results.flatMap((result) => result.message.map(({ value }) => value))
    if (!report.conforms && messages.length === 0) return ['It does not conform, and no message says why.']
    return [...new Set(messages)].toSorted()
  }
}
