import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import type { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'
import classes from './strip.module.css'
import type { PageMarking } from './useMarking.ts'
import { reasonInWords } from './useReasons.ts'

/** The reasons of the keys 1 to 9. */
export function QuickReasons({ marking, page }: { readonly marking: PageMarking; readonly page: number }) {
  const { reasons, place, say, store, actions } = marking
  return (
    <div className={classes.strip}>
      <ol className={classes.reasons} aria-label="Quick reasons">
        {reasons.map(
          (reason, index) =>
            !isEmpty(reason) && (
              // oxlint-disable-next-line react/no-array-index-key -- a reason is known by the key that puts it
              <li key={index}>
                <button
                  type="button"
                  disabled={!actions.canEdit || !place}
                  title={`${inFull(reason)} (${index + 1})`}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => place && say(place, reason)}
                >
                  <kbd>{index + 1}</kbd> {reason.label || reasonInWords(reason)}
                </button>
              </li>
            ),
        )}
        {reasons.every(isEmpty) && <li className={classes.none}>No reasons are kept under 1 to 9 yet.</li>}
      </ol>
      <Tooltip label="Edit the reasons of the keys 1 to 9">
        <ActionIcon
          aria-label="Edit the quick reasons"
          disabled={!actions.canEdit}
          onClick={() => store.change(page, { dialog: 'reasons' })}
        >
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

const isEmpty = ({ exemption, reason, label }: QuickReason) => `${exemption}${reason}${label}` === ''

const inFull = ({ exemption, reason, label }: QuickReason) =>
  [exemption && exemptionLabel(exemption), reason, label].filter(Boolean).join('\n')
