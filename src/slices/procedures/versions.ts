import { foreign2018 } from './foreign-2018.ts'
import type { Procedure, ProcedureId } from './model.ts'

/** Every version of a procedure that a process may have begun under; none is ever taken out (product principle 4). */
export const procedures: Record<ProcedureId, Procedure> = { 'foreign-2018': foreign2018 }
