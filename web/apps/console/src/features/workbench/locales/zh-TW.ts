import type { MessagesLike } from '@guildhall/i18n'
import type source from './zh-CN'

export default { greeting: '你好，{name}' } satisfies MessagesLike<typeof source>
