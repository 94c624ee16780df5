import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'adjustments.nobody-to-grant': '所给的 {numbers} 个号码都不是会员号。',
    'adjustments.unknown-grant': '没有这次批量发放（{grant}）。',
    'adjustments.grant-not-done': '这次发放尚未执行完，暂不能撤销。',
    'adjustments.grant-undone': '这次发放已撤销或正在撤销。',
    'adjustments.nothing-in-lot': '{expiresOn} 到期的这一批已没有可延期或恢复的数额。',
    'adjustments.not-by-hand': '这笔不是手工记的，不能手工撤销；请办理退货、撤单等相应手续。',
    'adjustments.act-differs': '这个幂等键已用于另一项申请（{request}），请换一个键。',
    'adjustments.amount-changed': '申请时为 {asked}，现在为 {now}，超出所批；请重新申请。',
  },
  'zh-TW': {
    'adjustments.nobody-to-grant': '所給的 {numbers} 個號碼都不是會員號。',
    'adjustments.unknown-grant': '沒有這次批量發放（{grant}）。',
    'adjustments.grant-not-done': '這次發放尚未執行完，暫不能撤銷。',
    'adjustments.grant-undone': '這次發放已撤銷或正在撤銷。',
    'adjustments.nothing-in-lot': '{expiresOn} 到期的這一批已沒有可展延或恢復的數額。',
    'adjustments.not-by-hand': '這筆不是手動記的，不能手動撤銷；請辦理退貨、撤單等相應手續。',
    'adjustments.act-differs': '這個冪等鍵已用於另一項申請（{request}），請換一個鍵。',
    'adjustments.amount-changed': '申請時為 {asked}，現在為 {now}，超出所批；請重新申請。',
  },
  en: {
    'adjustments.nobody-to-grant': 'None of the {numbers} numbers is a member’s.',
    'adjustments.unknown-grant': 'There is no such grant ({grant}).',
    'adjustments.grant-not-done': 'This grant is not carried out yet, so it cannot be undone.',
    'adjustments.grant-undone': 'This grant was undone, or is being undone.',
    'adjustments.nothing-in-lot': 'The lot that expires on {expiresOn} has nothing left to extend or restore.',
    'adjustments.not-by-hand':
      'This was not booked by hand, so it is not undone by hand; record the return or cancellation it belongs to.',
    'adjustments.act-differs': 'This idempotency key was used for another request ({request}); choose a new one.',
    'adjustments.amount-changed': 'Asked for {asked}, but it is {now} now, more than is approved; ask again.',
  },
} satisfies CodeTexts
