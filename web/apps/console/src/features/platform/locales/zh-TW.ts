import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default {
  jobs: {
    title: '背景工作',
    lead: '匯入、匯出和批次處理的進度與結果。服務重啟後會從斷點繼續。',
    kind: '工作',
    state: '狀態',
    progress: '進度',
    by: '發起人',
    created: '發起時間',
    finished: '完成時間',
    all: '全部工作',
    emptyTitle: '還沒有背景工作',
    emptyText: '匯入、匯出和批次處理會在這裡顯示進度。',
  },
} satisfies MessagesLike<typeof source>
