/** Most texts are plain, and this is found out faster. */
const PLAIN = /^[ -%'-;=?-~]*$/
/** What stands otherwise in XML, or cannot stand there at all. */
const SPECIAL = /[&<>\r\uFFFE\uFFFF\p{Cs}]|(?![\t\n\u007F-\u009F])\p{Cc}/u
/** What XML 1.0 cannot carry in any form. @source XML 1.0 production 2 */
const NOT_XML = /[\uFFFE\uFFFF\p{Cs}]|(?![\t\n\r\u007F-\u009F])\p{Cc}/gu
const MARKUP = /[&<>\r]/gu
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** What a text of XML is, and whether it had to be escaped beyond what XML itself has for it. */
export type XmlText = { readonly text: string; readonly isEscaped: boolean }

/** A text as the content of an element; half a surrogate pair and control characters as `\uXXXX`, and then `\` as `\\`. */
export function xmlText(given: string): XmlText {
  if (PLAIN.test(given) || !SPECIAL.test(given)) return { text: given, isEscaped: false }
  const isEscaped = given.search(NOT_XML) >= 0
  const carried = isEscaped
    ? given.replaceAll('\\', '\\\\').replaceAll(NOT_XML, (letter) => `\\u${hex(letter)}`)
    : given
  return { text: carried.replaceAll(MARKUP, (letter) => REFERENCES[letter]!), isEscaped }
}

/** The text that an escaped content stands for; null where it is none. */
export function unescapedText(content: string): string | null {
  if (!/^(?:[^\\]|\\\\|\\u[0-9A-F]{4})*$/u.test(content)) return null
  return content.replaceAll(/\\(?:\\|u([0-9A-F]{4}))/gu, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** What is said of escaped contents in each schema. */
export const ESCAPE_SAYS =
  'Where escaped="true" stands, the text holds characters that XML 1.0 cannot carry: \\uXXXX is the UTF-16 code unit of that number, and \\\\ is one backslash. Everywhere else a backslash is a backslash.'

/** A text for a description or an attribute: what XML cannot carry is replaced. */
export function xmlWords(given: string): string {
  return given
    .toWellFormed()
    .replaceAll(NOT_XML, '\uFFFD')
    .replaceAll(MARKUP, (letter) => REFERENCES[letter]!)
    .replaceAll('"', '&quot;')
}

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
