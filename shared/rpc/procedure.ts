import type { z } from 'zod'

type Shape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O }

/** A read: changes nothing, so it may be cached, repeated, and asked "as at" a past day. */
export function query<I extends z.ZodType, O extends z.ZodType>(def: Shape<I, O>) {
  return { kind: 'query', ...def } as const
}

/** A write: one transaction, one command in the revisions, undone in one step. */
export function command<I extends z.ZodType, O extends z.ZodType>(def: Shape<I, O>) {
  return { kind: 'command', ...def } as const
}

/** Long work: reads, writes files, tells its progress and can be cancelled; holds no transaction meanwhile. */
export function task<I extends z.ZodType, O extends z.ZodType>(def: Shape<I, O>) {
  return { kind: 'task', ...def } as const
}

/** Acts on the register file itself (create, open, lock, back up); needs no open register. */
export function fileAction<I extends z.ZodType, O extends z.ZodType>(def: Shape<I, O>) {
  return { kind: 'file', ...def } as const
}

export type Procedure = { readonly kind: 'query' | 'command' | 'task' | 'file' } & Shape<z.ZodType, z.ZodType>
export type Procedures = Readonly<Record<string, Procedure>>
export type InputOf<P extends Procedure> = z.input<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
