declare module 'jsonld' {
  type Options = Readonly<Record<string, unknown>>
  const jsonld: {
    readonly expand: (document: unknown, options?: Options) => Promise<unknown[]>
    readonly flatten: (document: unknown, context?: unknown, options?: Options) => Promise<unknown>
    readonly compact: (document: unknown, context: unknown, options?: Options) => Promise<unknown>
    readonly toRDF: (document: unknown, options?: Options) => Promise<string>
    readonly fromRDF: (quads: string, options?: Options) => Promise<unknown>
  }
  export default jsonld
}

declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types'

  export class Parser {
    constructor(options?: { readonly format?: string })
    parse(text: string): Quad[]
  }
  export class Store implements DatasetCore {
    constructor(quads?: Iterable<Quad>)
    readonly size: number
    add(quad: Quad): this
    delete(quad: Quad): this
    has(quad: Quad): boolean
    match(subject?: unknown, predicate?: unknown, object?: unknown, graph?: unknown): DatasetCore
    [Symbol.iterator](): Iterator<Quad>
  }
}
