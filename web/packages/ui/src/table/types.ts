/** One column of a DataTable; its cell is the slot `cell-<key>`, else `text`. */
export interface Column<R> {
  key: string
  title: string
  width?: number
  align?: 'left' | 'right'
  sortable?: boolean
  /** Kept at the left edge while the rest scrolls; needs a width. */
  pinned?: boolean
  /** Not shown until somebody asks for it. */
  hidden?: boolean
  /** Can't be hidden. */
  required?: boolean
  text?: (row: R) => string
}

export interface Sort {
  key: string
  direction: 'asc' | 'desc'
}

/** Picked rows; with `all`, everything the query finds except `ids`. */
export interface Selection {
  all: boolean
  ids: string[]
}

export const nothingSelected: Selection = { all: false, ids: [] }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.ids.includes(id) !== selection.all
}

export function toggled(selection: Selection, id: string): Selection {
  const ids = selection.ids.includes(id) ? selection.ids.filter((other) => other !== id) : [...selection.ids, id]
  return { ...selection, ids }
}

/** How many rows are picked, given how many the query finds. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.length) : selection.ids.length
}
