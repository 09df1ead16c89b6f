import type { ReactNode } from 'react'
import { FieldGaps } from '../gaps/FieldGaps.tsx'
import { useTargetField } from './useTargetField.ts'
import classes from './record.module.css'

type FieldSlotProps = {
  /** The record's field, as gaps and links name it. */
  readonly field: string
  /** The part of the field it is about, when the field is a list. */
  readonly item?: string | null
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The place of a field: links lead to it, and its gaps stand beneath it. */
export function FieldSlot({ field, item, wide = false, children }: FieldSlotProps) {
  const { ref, isTarget } = useTargetField(field, item)
  return (
    <div
      ref={ref}
      className={wide ? `${classes.slot} ${classes.wide}` : classes.slot}
      data-field={field}
      data-target={isTarget || undefined}
    >
      {children}
      <FieldGaps field={field} item={item} />
    </div>
  )
}
