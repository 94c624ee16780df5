import type { CodeTexts } from '../types'

export default {
  'zh-CN': { 'web.as-of': '截至 {at} 的情况' },
  'zh-TW': { 'web.as-of': '截至 {at} 的情況' },
  en: { 'web.as-of': 'As known at {at}' },
} satisfies CodeTexts
