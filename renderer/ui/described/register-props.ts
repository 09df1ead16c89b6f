import type { ComponentType, ReactNode } from 'react'
import type { ViewBarProps } from '#renderer/ui/list/view-bar-props.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'

/** What the routes give every page of a described register. */
export type RoutedRegisterProps = {
  readonly register: DescribedName
  /** The bar of saved views; they are a register of their own. */
  readonly ViewBar: ComponentType<ViewBarProps>
}

/** A part of a record, given the record as it stands on the screen; `useDescribedRecord` changes it. */
export type RecordPart = ComponentType<{ readonly record: AnyRecord }>

/** A page of a record beside its form: `#/requests/<id>/clock`. */
export type RecordPage = {
  readonly page: string
  readonly label: string
  readonly Page: RecordPart
  /** It has the whole width: the list of records stands aside while it is open. */
  readonly isWide?: boolean
  /** Whether a record has this page; absent where every one has it. */
  readonly appliesTo?: (record: AnyRecord) => boolean
}

/** What a register may add to its page. */
export type RegisterAdditions = {
  /** Parts of the record before and after its form. */
  readonly sections?: {
    readonly before?: readonly RecordPart[]
    readonly after?: readonly RecordPart[]
    /** By the key of a field: what stands in its place in the form. */
    readonly instead?: Readonly<Record<string, RecordPart>>
  }
  readonly pages?: readonly RecordPage[]
  /** Stands above the list, for example a map. */
  readonly views?: ReactNode
  /** Buttons in the header of the list. */
  readonly actions?: ReactNode
  /** Stands below the worked example while the register is empty. */
  readonly emptyExtra?: ReactNode
}

export type RegisterPageProps = RoutedRegisterProps & RegisterAdditions
