import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'checkout.difference-needs-reason': '应有 {expected}，实点 {counted}；请写明差异原因。',
    'checkout.unknown-checkout': '找不到这张收银单，或不在您的范围内。',
    'checkout.store-out-of-reach': '这家门店不在您的范围内，请选自己的门店。',
    'checkout.checkout-differs': '这个幂等键已用于另一张收银单，请换一个键。',
    'checkout.quote-outdated':
      '报价已变，应收从 {dueThen} 变为 {dueNow}：会员的积分、储值、券或价目刚有变动。什么都没有入账，请重新核对。',
    'checkout.payments-differ': '应收 {due}，收款合计 {paid}；请改到相等。',
    'checkout.return-too-large': '第 {line} 行还可退 {left} 件，不能退 {wanted} 件。',
    'checkout.nothing-left': '这张收银单已全部退完。',
    'checkout.return-names-nothing':
      '没有说明退什么，因此什么都没有退。请列出要退的行与数量；要把剩下的全部退掉，请明确给出 everything: true。',
    'checkout.return-names-both': '既列了 {lines} 行，又要求全部退，不清楚要退哪些，因此什么都没有退。二者只留其一。',
    'checkout.above-sale-limit':
      '这笔原价合计 {total}，超过单笔上限 {most}。什么都没有入账；请由有“大额收银”权限的人员办理，或核对单价与数量。（条款 {clause}）',
    'checkout.above-sale-limit-today':
      '您今天已收这位会员 {today}，加上这笔原价合计 {total}，超过单笔上限 {most}，拆开也一样。这笔没有入账；请由有“大额收银”权限的人员办理。（条款 {clause}）',
    'rule.above-sale-limit': '原价合计不能超过单笔上限 {most}。',
    'rule.sum-equals-due': '收款合计须等于应收。',
    'rule.line-of-checkout': '收银单里没有这一行。',
    'rule.lines-or-everything': '列出要退的行，或给出 everything: true，二者必居其一。',
  },
  'zh-TW': {
    'checkout.difference-needs-reason': '應有 {expected}，實點 {counted}；請寫明差異原因。',
    'checkout.unknown-checkout': '找不到這張收銀單，或不在您的範圍內。',
    'checkout.store-out-of-reach': '這家門市不在您的範圍內，請選自己的門市。',
    'checkout.checkout-differs': '這個冪等鍵已用於另一張收銀單，請換一個鍵。',
    'checkout.quote-outdated':
      '報價已變，應收從 {dueThen} 變為 {dueNow}：會員的積分、儲值、券或價目剛有變動。什麼都沒有入帳，請重新核對。',
    'checkout.payments-differ': '應收 {due}，收款合計 {paid}；請改到相等。',
    'checkout.return-too-large': '第 {line} 行還可退 {left} 件，不能退 {wanted} 件。',
    'checkout.nothing-left': '這張收銀單已全部退完。',
    'checkout.return-names-nothing':
      '沒有說明退什麼，因此什麼都沒有退。請列出要退的行與數量；要把剩下的全部退掉，請明確給出 everything: true。',
    'checkout.return-names-both': '既列了 {lines} 行，又要求全部退，不清楚要退哪些，因此什麼都沒有退。二者只留其一。',
    'checkout.above-sale-limit':
      '這筆原價合計 {total}，超過單筆上限 {most}。什麼都沒有入帳；請由有「大額收銀」權限的人員辦理，或核對單價與數量。（條款 {clause}）',
    'checkout.above-sale-limit-today':
      '您今天已收這位會員 {today}，加上這筆原價合計 {total}，超過單筆上限 {most}，拆開也一樣。這筆沒有入帳；請由有「大額收銀」權限的人員辦理。（條款 {clause}）',
    'rule.above-sale-limit': '原價合計不能超過單筆上限 {most}。',
    'rule.sum-equals-due': '收款合計須等於應收。',
    'rule.line-of-checkout': '收銀單裡沒有這一行。',
    'rule.lines-or-everything': '列出要退的行，或給出 everything: true，二者必居其一。',
  },
  en: {
    'checkout.difference-needs-reason': '{expected} was expected and {counted} counted; say why.',
    'checkout.unknown-checkout': 'There is no such checkout, or it is out of your reach.',
    'checkout.store-out-of-reach': 'This store is out of your reach; choose your own.',
    'checkout.checkout-differs': 'This key was used for another checkout; use a new one.',
    'checkout.quote-outdated':
      'The price changed: due was {dueThen} and is {dueNow}, since points, stored value, coupons or rules of the member moved just now. Nothing was booked; check it again.',
    'checkout.payments-differ': 'Due is {due}, the payments make {paid}; let them agree.',
    'checkout.return-too-large': 'Of line {line} only {left} are left to take back, not {wanted}.',
    'checkout.nothing-left': 'All of this checkout came back already.',
    'checkout.return-names-nothing':
      'It was not said what comes back, so nothing did. Name the lines and quantities; to take back everything that is left, say so with everything: true.',
    'checkout.return-names-both':
      '{lines} lines were named and everything was asked for as well, so nothing was taken back. Keep one of the two.',
    'checkout.above-sale-limit':
      'This comes to {total} before deductions, above the {most} a sale may come to. Nothing was booked. Check prices and quantities, or ask somebody with the permission for large sales. (Clause {clause})',
    'checkout.above-sale-limit-today':
      'You sold this member {today} today; with this sale it comes to {total}, above the {most} of one sale, in pieces as well. This sale was not made: ask somebody with the permission for large sales. (clause {clause})',
    'rule.above-sale-limit': 'Before deductions a sale may come to {most} at most.',
    'rule.sum-equals-due': 'The payments must make what is due.',
    'rule.line-of-checkout': 'The checkout has no such line.',
    'rule.lines-or-everything': 'Either name lines or give everything: true.',
  },
} satisfies CodeTexts
