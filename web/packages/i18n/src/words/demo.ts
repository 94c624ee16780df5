import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'job.demo.load': '载入演示公司',
  },
  'zh-TW': {
    'job.demo.load': '載入示範公司',
  },
  en: {
    'job.demo.load': 'Load the demo company',
  },
} satisfies CodeTexts
