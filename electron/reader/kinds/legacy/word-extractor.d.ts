declare module 'word-extractor' {
  type Parts = Record<
    'getBody' | 'getHeaders' | 'getFootnotes' | 'getEndnotes' | 'getTextboxes' | 'getAnnotations',
    () => string
  >
  export default class WordExtractor {
    extract(bytes: Buffer): Promise<Parts>
  }
}
