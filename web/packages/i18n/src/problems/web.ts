import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'web.unreachable': '连不上服务器，请检查网络后重试。',
    'web.unauthenticated': '登录已失效，请重新登录。',
    'web.forbidden': '您的岗位没有这项权限，请联系管理员。',
    'web.not-found': '找不到这条记录，它可能已被合并或删除。',
    'web.too-large': '内容超过大小上限，请拆分后再提交。',
    'web.too-many-requests': '操作过于频繁，请稍后再试。',
    'web.failure': '服务器出错了，请重试；若再次出现，请把请求编号发给管理员。',
    'web.refused': '请求未被接受，请检查填写的内容。',
  },
  'zh-TW': {
    'web.unreachable': '連不上伺服器，請檢查網路後重試。',
    'web.unauthenticated': '登入已失效，請重新登入。',
    'web.forbidden': '您的崗位沒有這項權限，請聯絡管理員。',
    'web.not-found': '找不到這筆紀錄，它可能已被合併或刪除。',
    'web.too-large': '內容超過大小上限，請拆分後再送出。',
    'web.too-many-requests': '操作過於頻繁，請稍後再試。',
    'web.failure': '伺服器出錯了，請重試；若再次出現，請把請求編號發給管理員。',
    'web.refused': '請求未被接受，請檢查填寫的內容。',
  },
  en: {
    'web.unreachable': 'The server cannot be reached. Check the network and try again.',
    'web.unauthenticated': 'Your session has ended. Log in again.',
    'web.forbidden': 'Your posts do not carry this right. Ask an administrator.',
    'web.not-found': 'This record cannot be found; it may have been merged or deleted.',
    'web.too-large': 'This is larger than allowed. Split it and send the parts.',
    'web.too-many-requests': 'Too many requests. Try again in a moment.',
    'web.failure': 'The server failed. Try again; if it happens again, give the request id to an administrator.',
    'web.refused': 'The request was not accepted. Check what you entered.',
  },
} satisfies CodeTexts
