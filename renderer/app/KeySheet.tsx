import { Modal } from '@mantine/core'
import { useStore } from '#renderer/api/store.ts'
import { keySheetStore } from './key-sheet.ts'
import classes from './KeySheet.module.css'

const KEYS: readonly (readonly [group: string, keys: readonly (readonly [key: string, does: string])[]])[] = [
  [
    'Everywhere',
    [
      ['Ctrl K', 'Find a record, a page or a command'],
      ['Ctrl Shift F', 'Search every register'],
      ['Ctrl Shift B', 'Log a breach or near miss'],
      ['Ctrl Z', 'Undo the last change'],
      ['Ctrl Shift Z', 'Redo'],
      ['Ctrl L', 'Lock the register'],
      ['Alt 0', 'Go to what is due'],
      ['Alt 1 … Alt 8', 'Go to a section'],
      ['F6', 'Next part of the window'],
      ['?', 'Show this sheet'],
    ],
  ],
  [
    'Today',
    [
      ['↑ ↓', 'Move between dates'],
      ['Enter', 'Open the record'],
      ['→ ←', 'Show and hide how the date comes about'],
      ['Z', 'Put the reminder off; the date stays'],
      ['Page Up, Page Down', 'In the calendar: a month back or on'],
    ],
  ],
  [
    'Review',
    [
      ['J K', 'Next or previous page; with Shift the next or previous document'],
      ['A', 'Release the page; with Shift all of the document not decided yet'],
      ['W', 'Withhold'],
      ['O', 'Out of scope'],
      ['U', 'Duplicate'],
      ['Q', 'Query'],
      ['R', 'Say why the page is decided so'],
      ['.', 'The last decision again'],
      ['S', 'A document begins here'],
      ['M', 'Join the document to the one before it'],
      ['T D', 'Type or date of the document'],
      ['G', 'Go to a page'],
      ['/', 'Find in the case'],
      ['N P', 'Next or previous suggestion; while something is looked for, page found'],
      ['I', 'Show or veil a picture'],
      ['V', 'As the requester sees it, as the regulator does, back to work'],
      ['Shift V', 'Text or picture'],
      ['Z', 'Undo in the case; with Shift redo'],
    ],
  ],
  [
    'Marks in review',
    [
      ['↑ ↓ ← →', 'Move from word to word; with Shift select words'],
      ['Enter', 'Mark what is selected'],
      ['B', 'Box: drag, or arrows move it and with Shift size it; Enter keeps it'],
      ['F', 'The whole page, a cell, row or column, a line of a mail’s head'],
      ['Tab', 'Next mark of the page; with Shift the one before'],
      ['1 … 9', 'Put a quick reason on the mark, or mark the selection with it'],
      ['R', 'On a mark: the reason used last'],
      ['0', 'Another reason'],
      ['Y X', 'Accept, or reject and say why it stays'],
      ['E', 'Extend by a word'],
      ['L', 'Propose all places like this'],
      ['C', 'Copy the marks to pages with the same text'],
      ['H', 'Decide about the person at the cursor; with Shift the people of the case'],
      ['Delete', 'Take the mark away'],
      ['Escape', 'Leave the box, the selection, the mark'],
    ],
  ],
  [
    'People of a case',
    [
      ['J K', 'Next or previous person'],
      ['W', 'Remove in every place'],
      ['D', 'Let stay'],
      ['C', 'Not decided again'],
      ['E', 'Who this is'],
      ['R', 'The exemption, and why'],
      ['F', 'Add another form of the name'],
      ['P', 'To the places; there Enter opens the page and X lets stay'],
      ['A +', 'Add a person'],
      ['Space', 'Select; with M merge those selected'],
      ['Delete', 'Take off the list'],
      ['1 … 4', 'All, not decided, removed, stays'],
      ['/', 'Filter by name'],
      ['T', 'To the terms and back'],
      ['Z', 'Undo in the case; with Shift redo'],
    ],
  ],
  [
    'Terms of a case',
    [
      ['J K', 'Next or previous term'],
      ['A', 'A new term'],
      ['E', 'Change the term'],
      ['L', 'Look for the term; with Shift for all'],
      ['I', 'Paste many'],
      ['Delete', 'Remove the term'],
    ],
  ],
  [
    'Second check',
    [
      ['J K', 'Next or previous page of the check'],
      ['N', 'Next page that is to be checked'],
      ['Y', 'Agree with the page'],
      ['X', 'Return the page, with a note'],
      ['.', 'The last verdict again'],
      ['V', 'As the requester, the regulator or the reviewer sees it; with Shift the text'],
      ['I', 'Show or veil a picture'],
      ['Z', 'Undo in the case; with Shift redo'],
    ],
  ],
  [
    'Portability: columns of a file',
    [
      ['J K', 'Next or previous column; arrows too, with Shift several'],
      ['1 … 4', 'Whose: the person’s, the person’s and others’, others’, nobody’s'],
      ['5 … 8', 'How it came about: provided, observed, inferred, created'],
      ['A … F', 'Lawful basis, Article 6(1)(a) to (f); G is 6(1)(ea), X explicit consent'],
      ['9 0', 'By computer, on paper'],
      ['Y', 'Accept what is proposed; with Shift for every column'],
      ['.', 'The last answer again'],
      ['M', 'The column says whose row it is, or not'],
      ['Enter', 'What the export calls it, and what it holds'],
      ['N', 'Next column to decide'],
      ['Space', 'Select; with Ctrl A all'],
      ['Delete', 'Not decided again'],
      ['/', 'Find a column'],
      ['S', 'Keep for this system'],
      ['Z', 'Take back, while it is not kept'],
      ['[ ]', 'The step before, the next step'],
    ],
  ],
  [
    'Column heads',
    [
      ['Enter', 'Sort by the column'],
      ['Shift Enter', 'Add the column to the sort'],
      ['Alt ← →', 'Narrower or wider'],
    ],
  ],
  [
    'The list',
    [
      ['/', 'Type a filter'],
      ['↑ ↓ ← →', 'Move between cells'],
      ['Home End', 'First or last column; with Ctrl the first or last row'],
      ['Page Up, Page Down', 'A screen up or down'],
      ['N', 'New record, in the registers beside the activities'],
      ['Enter', 'Open the record'],
      ['F2', 'Edit the cell'],
      ['Space', 'Select the row'],
      ['Shift ↑ ↓', 'Select a range'],
      ['Ctrl A', 'Select all in the filter'],
      ['Ctrl C', 'Copy as a table'],
      ['Escape', 'Clear the selection'],
    ],
  ],
]

/** Every key the program knows. */
export function KeySheet() {
  const isShown = useStore(keySheetStore)
  return (
    <Modal opened={isShown} onClose={() => keySheetStore.set(false)} title="Keys" size="lg">
      <div className={classes.sheet}>
        {KEYS.map(([group, keys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
