/** A part of the guide. */
export type GuideBlock =
  | { readonly kind: 'heading' | 'text' | 'point'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly label: string
      readonly columns: readonly { readonly heading: string; readonly share: number }[]
      readonly rows: readonly (readonly (readonly string[])[])[]
    }

/** What somebody reads who receives an export. */
export type Guide = {
  readonly title: string
  readonly subtitle: string
  readonly footer: string
  readonly blocks: readonly GuideBlock[]
}

/** A heading of the guide. */
export const heading = (text: string): GuideBlock => ({ kind: 'heading', text })

/** A paragraph of the guide. */
export const text = (words: string): GuideBlock => ({ kind: 'text', text: words })

/** A point of a list of the guide. */
export const point = (words: string): GuideBlock => ({ kind: 'point', text: words })

/** "1 row", "1,204 rows". */
export const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** "Art 20(1), Art 20(4)": the guide says once of which law. */
export const articleOf = (citation: string) => citation.replaceAll('UK GDPR ', '')
