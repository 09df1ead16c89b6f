import type { Page, PageWords, TextState } from '#shared/cases/page.ts'
import { markWords } from '#shared/registers/search/words.ts'
import classes from './review.module.css'

const WITHOUT: Readonly<Record<TextState, string>> = {
  text: 'This page has no words.',
  none: 'This page has no words.',
  waiting: 'The words of this page are still to be recognised. Recognise them in Documents.',
  recognised: 'No words were recognised on this page.',
  failed: 'The words of this page could not be recognised. Read its picture.',
}

type PageTextProps = {
  readonly page: Page
  readonly words: PageWords | undefined
  /** Whether it stands in the place of the picture; else it is there for those who listen. */
  readonly isShown: boolean
  readonly looked: string
}

/** The text of a page, the words looked for marked in it. */
export function PageText({ page, words, isShown, looked }: PageTextProps) {
  if (!words) return null
  const recognised = page.textState === 'recognised' && words.text !== ''
  return (
    <div className={isShown ? classes.text : 'visually-hidden'} data-text-of={page.id}>
      <h3 className={isShown ? classes.textHead : undefined}>
        Text of the page{recognised && ' (recognised from the picture, so it may be wrong)'}
      </h3>
      {words.text === '' ? (
        <p>{WITHOUT[page.textState]}</p>
      ) : (
        <p className={classes.prose}>
          {isShown && looked !== ''
            ? markWords(words.text, looked).map(({ text, hit }, index) =>
                // oxlint-disable-next-line react/no-array-index-key -- the pieces of a text have no other name
                hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )
            : words.text}
        </p>
      )}
    </div>
  )
}
