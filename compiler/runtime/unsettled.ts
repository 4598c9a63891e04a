/** What `RowIndex.row` answers where a fact that it comes to is not known. */
export const UNSETTLED = -1
