import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default {
  title: '今日',
  greeting: '您好，{name}',
  emptyTitle: '工作台還是空的',
  emptyText: '您的崗位還沒有任何權限，請聯絡管理員。',
} satisfies MessagesLike<typeof source>
