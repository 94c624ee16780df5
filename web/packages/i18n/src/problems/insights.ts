import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'insights.unknown-measure': '没有名为“{measure}”的指标。',
  },
  'zh-TW': {
    'insights.unknown-measure': '沒有名為「{measure}」的指標。',
  },
  en: {
    'insights.unknown-measure': 'There is no measure called “{measure}”.',
  },
} satisfies CodeTexts
