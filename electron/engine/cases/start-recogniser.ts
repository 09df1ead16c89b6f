import { AppError } from '#shared/errors.ts'
import { FromRecogniser, type ToRecogniser } from '../../reader/recogniser/messages.ts'
import { askChild, Ended } from '../reading/ask-child.ts'
import { closedError } from './closed-error.ts'
import type { RecognisedWords } from './papers.ts'

/** How the process is started, how long one page may take in milliseconds, and after how long it ends when idle. */
export type RecogniserOptions = {
  readonly entry: string
  readonly memory: number
  readonly time: number
  readonly idle?: number
}

const IDLE = 60_000

/** Starts it with the first picture, and ends it when none came for a minute. */
export function startRecogniser({ entry, memory, time, idle = IDLE }: RecogniserOptions) {
  const child = askChild<FromRecogniser>({
    entry,
    mode: 'recogniser',
    memory,
    idle,
    answer: FromRecogniser,
  })

  async function ask(message: ToRecogniser): Promise<FromRecogniser> {
    return child.ask({ messages: () => [message], time }).catch((error: unknown) => {
      if (!(error instanceof Ended)) throw error
      if (error.because === 'closed') throw closedError()
      const tooLong = `It took longer than ${Math.round(time / 1000)} seconds to recognise the words of the page.`
      throw new AppError(
        'rule',
        error.because === 'time' ? tooLong : 'The page made the recognition of words break down.',
      )
    })
  }

  return {
    /** The words of a picture, boxes in pixels; throws `rule`. */
    async recognise(picture: Uint8Array): Promise<RecognisedWords> {
      const answer = await ask({ say: 'recognise', picture })
      if (answer.say !== 'recognised')
        throw new AppError('rule', 'The page cannot be looked at for its words.')
      const { text, words, confidence } = answer
      return { text, words, confidence }
    },
    /** A picture that only the recogniser can open, as PNG; throws `rule`. */
    async convert(picture: Uint8Array): Promise<Uint8Array> {
      const answer = await ask({ say: 'convert', picture })
      if (answer.say !== 'converted')
        throw new AppError(
          'rule',
          'The picture is damaged. Ask whoever sent it for the file again, as JPEG or PDF.',
        )
      return answer.png
    },
    close: () => child.close(),
  }
}
