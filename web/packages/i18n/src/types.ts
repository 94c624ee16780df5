export interface MessageTree {
  [key: string]: string | MessageTree
}

/** The same keys as the zh-CN source, any words: what the other languages must satisfy. */
export type MessagesLike<T> = { [K in keyof T]: T[K] extends string ? string : MessagesLike<T[K]> }

/** Texts by code in every language, one file per module. */
export type CodeTexts = Record<'zh-CN' | 'zh-TW' | 'en', Record<string, string>>
