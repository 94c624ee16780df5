import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'finance.already-asked':
      '{requestedBy} 已在 {requestedAt} 就这个月（首日 {month}）提出过申请（理由：{reason}），正等待审批；您这次没有提交。请等审批结果，或请其撤回后再提。',
  },
  'zh-TW': {
    'finance.already-asked':
      '{requestedBy} 已在 {requestedAt} 就這個月（首日 {month}）提出過申請（理由：{reason}），正等待審批；您這次沒有提交。請等審批結果，或請其撤回後再提。',
  },
  en: {
    'finance.already-asked':
      '{requestedBy} asked for this at {requestedAt}, for the month that begins on {month} (reason: {reason}), which waits for a decision; this time nothing was asked. Wait for the decision, or have the request withdrawn first.',
  },
} satisfies CodeTexts
