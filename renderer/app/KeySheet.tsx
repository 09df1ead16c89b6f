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
      ['R', 'Say why'],
      ['.', 'The last decision again'],
      ['S', 'A document begins here'],
      ['M', 'Join the document to the one before it'],
      ['T D', 'Type or date of the document'],
      ['G', 'Go to a page'],
      ['/', 'Find in the case'],
      ['N P', 'Next or previous page found'],
      ['I', 'Show or veil a picture'],
      ['V', 'Text or picture'],
      ['Z', 'Undo in the case; with Shift redo'],
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
