/** The looks a text can have. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'part'
  | 'organisation'
  | 'reference'
  | 'activity'
  | 'group'
  | 'label'
  | 'body'
  | 'open'
  | 'muted'
  | 'heading'
  | 'passage'
  | 'running'
  | 'contentsPart'
  | 'contents'
  | 'letter'
  | 'letterBold'
  | 'letterLarge'
  | 'letterLargeHeading'
  | 'letterLargeTitle'

export type Style = {
  readonly font: 'regular' | 'bold' | 'oblique'
  readonly size: number
  readonly leading: number
  readonly colour: string
}

const INK = '#1b2430'
const ACCENT = '#1f4a6e'
const MUTED = '#55616e'
/** Calm, and 6:1 against white. */
const OPEN_INK = '#7a5200'

export const STYLES: Readonly<Record<StyleName, Style>> = {
  title: { font: 'bold', size: 25, leading: 31, colour: INK },
  subtitle: { font: 'regular', size: 14, leading: 19, colour: ACCENT },
  part: { font: 'bold', size: 18, leading: 23, colour: INK },
  organisation: { font: 'bold', size: 14, leading: 18, colour: ACCENT },
  reference: { font: 'bold', size: 8.5, leading: 12, colour: ACCENT },
  activity: { font: 'bold', size: 13, leading: 17, colour: INK },
  group: { font: 'bold', size: 9.5, leading: 13, colour: ACCENT },
  label: { font: 'regular', size: 8.3, leading: 11.6, colour: MUTED },
  body: { font: 'regular', size: 8.6, leading: 11.6, colour: INK },
  open: { font: 'oblique', size: 8.6, leading: 11.6, colour: OPEN_INK },
  muted: { font: 'regular', size: 8, leading: 11, colour: MUTED },
  passage: { font: 'bold', size: 8.8, leading: 12, colour: INK },
  heading: { font: 'bold', size: 7.8, leading: 10.6, colour: MUTED },
  running: { font: 'regular', size: 7.4, leading: 10, colour: MUTED },
  contentsPart: { font: 'bold', size: 9.5, leading: 13, colour: ACCENT },
  contents: { font: 'regular', size: 8.8, leading: 12.4, colour: INK },
  letter: { font: 'regular', size: 10.2, leading: 14, colour: INK },
  letterBold: { font: 'bold', size: 10.6, leading: 15, colour: INK },
  letterLarge: { font: 'regular', size: 14, leading: 20.5, colour: INK },
  letterLargeHeading: { font: 'bold', size: 16.5, leading: 22, colour: INK },
  letterLargeTitle: { font: 'bold', size: 20, leading: 26, colour: INK },
}

export const RULE_COLOUR = '#d5dbe1'
export const ACCENT_COLOUR = ACCENT
export const SHADE_COLOUR = '#eef2f6'

/** A4 in points, and where the text may stand. */
export const SHEET = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 544.28,
  top: 66,
  bottom: 778,
} as const

/** A node of the document's structure, for readers that do not see the page. */
export type Tag = {
  readonly type:
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'H4'
    | 'H5'
    | 'P'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'TOC'
    | 'TOCI'
    | 'Link'
    | 'L'
    | 'LI'
    | 'LBody'
    | 'Figure'
  readonly parent: Tag | null
  readonly scope?: 'Row' | 'Column'
  /** What a figure shows, in words. */
  readonly alternative?: string
}

/** A line of text with the place of its top left corner. */
export type TextMark = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly style: StyleName
  /** What it belongs to; null for what only repeats or decorates. */
  readonly tag: Tag | null
}

export type Bookmark = {
  readonly level: 0 | 1 | 2
  readonly title: string
  readonly name: string
  readonly y: number
}

/** A drawing with its own place in the structure: coloured boxes, lines and short texts. */
export type FigureMarks = {
  readonly tag: Tag
  /** How many of the page's texts are read before it. */
  readonly after: number
  readonly boxes: readonly Page['boxes'][number][]
  readonly lines: readonly {
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
    readonly colour: string
  }[]
  readonly texts: readonly Omit<TextMark, 'tag'>[]
}

/** A page as it will be drawn. */
export type Page = {
  /** What the running head says of this page. */
  running: string
  readonly texts: TextMark[]
  readonly boxes: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly colour: string
  }[]
  readonly rules: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly colour: string
    readonly thickness: number
  }[]
  readonly figures: FigureMarks[]
  readonly bookmarks: Bookmark[]
  readonly links: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly to: string
    readonly title: string
    readonly tag: Tag
  }[]
  /** Nodes that get nothing more after this page. */
  readonly closed: Tag[]
}

/** A page with nothing on it yet; `running` is what its head says. */
export function emptyPage(running: string): Page {
  return { running, texts: [], boxes: [], rules: [], figures: [], bookmarks: [], links: [], closed: [] }
}
