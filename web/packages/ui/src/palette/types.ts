import type { Component } from 'vue'

/** Something the palette can open or do. */
export interface Command {
  id: string
  title: string
  kind: 'page' | 'action' | 'object'
  /** Where it belongs, in small print. */
  hint?: string
  icon?: Component
  /** Further words it answers to. */
  words?: string
  run: () => void
}

/** Looks objects up at the server, such as members by name or number. */
export interface ObjectSearch {
  id: string
  title: string
  find: (text: string, signal: AbortSignal) => Promise<Command[]>
}
