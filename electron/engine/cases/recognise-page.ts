import type { PageWords, Word } from '#shared/cases/page.ts'
import type { Paper, Papers, RecognisedWords } from './papers.ts'

/** The words of a page in points of the page as shown, and how it had to be turned to be read, in quarters clockwise. */
export type Seen = PageWords & { readonly turn: number }

/** The page that is meant, and its size in points. */
type Wanted = { readonly number: number; readonly width: number; readonly height: number }

type Turning = {
  /** What is tried first where the page does not read as it stands. */
  readonly turn: number
  /** Whether it is tried turned at all; photographs are not. */
  readonly mayBeTurned: boolean
}

/** Pixels an inch at which words are recognised, and at which it is found out how a page is turned. */
const DPI = 180
const TRIAL_DPI = 100
/** A long side in pixels at most, for large sheets and photographs. */
const LONGEST = 3500
/** Below this certainty, or with fewer words, the page may lie on its side. */
const POOR = 65
const FEW = 5

/** Recognises the words of a page as it stands, or turned where it hardly reads; throws `rule`. */
export async function recognisePage(
  papers: Papers,
  paper: Paper,
  { number, width, height }: Wanted,
  { turn, mayBeTurned }: Turning,
): Promise<Seen> {
  const see = async (dpi: number, turned: number) => {
    const scale = Math.min(dpi / 72, LONGEST / Math.max(width, height))
    const drawn = await paper.draw(number, Math.max(1, width * scale), { turn: turned, isUrgent: false })
    const found = await papers.recognise(drawn.png)
    return { ...found, drawn }
  }
  const upright = await see(DPI, 0)
  const best = { turn: 0, score: scoreOf(upright) }
  if (mayBeTurned && (upright.confidence < POOR || upright.words.length < FEW)) {
    for (const turned of new Set([turn || 1, 1, 3, 2])) {
      const trial = await see(TRIAL_DPI, turned)
      const score = scoreOf(trial)
      if (trial.confidence >= POOR && trial.words.length >= FEW && score > 1.5 * best.score) {
        best.turn = turned
        best.score = score
        if (trial.confidence > 80) break
      }
    }
  }
  const { drawn, text, words } = best.turn === 0 ? upright : await see(DPI, best.turn)
  const across = (best.turn % 2 === 0 ? width : height) / drawn.width
  const down = (best.turn % 2 === 0 ? height : width) / drawn.height
  return {
    text,
    words: words.map((word) => turnedBack(word, { width, height }, best.turn, across, down)),
    turn: best.turn,
  }
}

/** Sure words count; what is read out of a page on its side is short and unsure. */
function scoreOf({ text, words, confidence }: RecognisedWords): number {
  const long = words.filter(({ start, end }) => /^\p{L}{3,}/u.test(text.slice(start, end)))
  return long.length * confidence
}

/** A word of a drawn page that was turned, in points of the page as it is shown. */
function turnedBack(
  word: Word,
  { width, height }: { readonly width: number; readonly height: number },
  turn: number,
  across: number,
  down: number,
): Word {
  const { start, end } = word
  const [left, right] = [word.left * across, word.right * across]
  const [top, bottom] = [word.top * down, word.bottom * down]
  if (turn === 1) return { start, end, left: top, right: bottom, top: height - right, bottom: height - left }
  if (turn === 2)
    return {
      start,
      end,
      left: width - right,
      right: width - left,
      top: height - bottom,
      bottom: height - top,
    }
  if (turn === 3) return { start, end, left: width - bottom, right: width - top, top: left, bottom: right }
  return { start, end, left, right, top, bottom }
}
