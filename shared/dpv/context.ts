import { NAMESPACES, REGISTER_PREFIX, registerNamespace } from './names.ts'
import { PROPERTIES, type Property } from './properties.ts'

const DATATYPES = {
  day: 'xsd:date',
  moment: 'xsd:dateTime',
  number: 'xsd:integer',
  yesNo: 'xsd:boolean',
} as const

/** The context of every export: what each key of a document stands for. It needs nothing from the network. */
export function dpvContext(): Readonly<Record<string, unknown>> {
  const terms = Object.entries<Property>(PROPERTIES).map(([key, { name, is }]) => [
    key,
    is === 'text' ? { '@id': name } : { '@id': name, '@type': is === 'iri' ? '@id' : DATATYPES[is] },
  ])
  return { '@version': 1.1, ...NAMESPACES, ...Object.fromEntries(terms) }
}

/** The same with the short name for the things of one register. */
export function contextOf(registerId: string): Readonly<Record<string, unknown>> {
  return { ...dpvContext(), [REGISTER_PREFIX]: registerNamespace(registerId) }
}
