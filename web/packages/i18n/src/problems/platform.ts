import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'platform.run-under-way': '同类运行（{run} {subject}）正在进行，或这次运行正在被撤销，请稍后再试。',
    'kernel.invalid-input': '有内容不符合要求，请按提示修改。',
    'platform.no-such-job': '找不到这个任务，或它属于别人。',
    'platform.no-such-download': '找不到这个文件，它可能已过期或属于别人。',
    'platform.idempotency-key-required': '这次写入缺少幂等键，请刷新页面后重试。',
    'platform.body-too-large': '内容超过 {limitBytes} 字节的上限，请拆分后再提交。',
    'platform.no-such-endpoint': '没有这个接口：{method} {path}',
    'platform.method-not-allowed': '{path} 不接受 {method}；可用的方法：{allowed}。',
    'platform.unsupported-media-type': '这里不读 {given} 类型的内容；请改用：{supported}。',
    'platform.not-acceptable': '给不出 {asked} 类型的答复；可以要：{offered}。',
    'platform.fault': '服务器出错了，请重试；若再次出现，请把请求编号发给管理员。',
  },
  'zh-TW': {
    'platform.run-under-way': '同類執行（{run} {subject}）正在進行，或這次執行正在被撤銷，請稍後再試。',
    'kernel.invalid-input': '有內容不符合要求，請依提示修改。',
    'platform.no-such-job': '找不到這個工作，或它屬於別人。',
    'platform.no-such-download': '找不到這個檔案，它可能已過期或屬於別人。',
    'platform.idempotency-key-required': '這次寫入缺少冪等鍵，請重新整理頁面後重試。',
    'platform.body-too-large': '內容超過 {limitBytes} 位元組的上限，請拆分後再送出。',
    'platform.no-such-endpoint': '沒有這個介面：{method} {path}',
    'platform.method-not-allowed': '{path} 不接受 {method}；可用的方法：{allowed}。',
    'platform.unsupported-media-type': '這裡不讀 {given} 類型的內容；請改用：{supported}。',
    'platform.not-acceptable': '給不出 {asked} 類型的答覆；可以要：{offered}。',
    'platform.fault': '伺服器出錯了，請重試；若再次出現，請把請求編號發給管理員。',
  },
  en: {
    'platform.run-under-way':
      'A run of this kind ({run} {subject}) is at work, or what it would undo is being undone. Try again later.',
    'kernel.invalid-input': 'Something entered is not allowed. Follow the notes at the fields.',
    'platform.no-such-job': 'There is no such job, or it is somebody else’s.',
    'platform.no-such-download': 'There is no such file; it may have expired or be somebody else’s.',
    'platform.idempotency-key-required': 'This write came without its idempotency key. Reload the page and try again.',
    'platform.body-too-large': 'This is larger than the {limitBytes} bytes allowed. Split it and send the parts.',
    'platform.no-such-endpoint': 'There is no such endpoint: {method} {path}',
    'platform.method-not-allowed': '{path} does not take {method}. It takes: {allowed}.',
    'platform.unsupported-media-type': 'Content of type {given} is not read here. Use: {supported}.',
    'platform.not-acceptable': 'There is no answer of type {asked} here. Ask for: {offered}.',
    'platform.fault': 'The server failed. Try again; if it happens again, give the request id to an administrator.',
  },
} satisfies CodeTexts
