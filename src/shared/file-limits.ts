/** The largest file that is kept, 25 MB, in bytes. */
export const fileMost = 26_214_400
