import { NAMESPACES } from './names.ts'

/** The prefixes at the head of a Turtle document, one a line. See W3C RDF 1.1 Turtle, section 2.4. */
export function turtlePrefixes(): string {
  return Object.entries(NAMESPACES)
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('')
}

/** A text as Turtle writes it, in English. */
export function inEnglish(text: string): string {
  return `${quoted(text)}@en`
}

/** A text as Turtle writes it. */
export function quoted(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
  return `"${escaped}"`
}

/** A short name or, where it cannot stand in Turtle as it is, its full IRI. */
export function termOf(name: string): string {
  const [, prefix = '', local = ''] = /^([a-z-]+):(.*)$/su.exec(name) ?? []
  if (!Object.hasOwn(NAMESPACES, prefix)) return `<${name}>`
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/u.test(local)
    ? name
    : `<${NAMESPACES[prefix as keyof typeof NAMESPACES]}${local}>`
}

/** A statement about a subject: each property with its objects, empty ones left out. */
export function statement(subject: string, said: readonly (readonly [string, readonly string[]])[]): string {
  const lines = said
    .filter(([, objects]) => objects.length > 0)
    .map(([property, objects]) => `  ${property} ${objects.join(', ')}`)
  return `${termOf(subject)}\n${lines.join(' ;\n')} .\n`
}
