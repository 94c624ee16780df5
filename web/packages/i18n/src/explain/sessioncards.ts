import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'sessioncards.refund': '应退 {refund}',
    'sessioncards.ground-without-reason': '付款之日起 {days} 日内无理由退款（第十四条）',
    'sessioncards.ground-merchant': '商家原因：已使用的次数按卡价计算（第十八条）',
    'sessioncards.ground-consumer': '会员原因：已使用的次数按规则计价（第十九条）',
    'sessioncards.ground-merchant-days': '商家原因：不限次卡按剩余期限的比例退还（第二十二条）',
    'sessioncards.ground-consumer-days': '会员原因：不限次卡同样按剩余期限的比例退还（第二十二条）',
    'sessioncards.days-used':
      '{price} × 已过 {used} 天 ÷ 共 {days} 天 ＝ {counted}；自起始日算到退款日 {day}（当日计入），不足一分的归会员',
    'sessioncards.days-used-before':
      '{price} × 已过 {used} 天 ÷ 共 {days} 天 ＝ {counted}；自起始日算到退款日 {day} 的前一天，不足一分的归会员',
    'sessioncards.days-unused': '共 {days} 天，会员一次也没有用过：全额退还本金',
    'sessioncards.law': '依据：{source}',
    'sessioncards.had-before-allowed': '会员此前已获得过相同服务，本店制度仍允许',
    'sessioncards.used-listed': '{name}：已用 {used} 次 × 单次原价 {listed} ＝ {counted}',
    'sessioncards.used-at-card-price': '{name}：{price} × 已用 {used} ÷ 共 {sessions} 次 ＝ {counted}',
    'sessioncards.never-more-than-paid': '已使用 {used}，最多按实付 {paid} 计算（第二十条）',
    'sessioncards.paid-less-used': '实付 {paid} − 已使用 {counted} ＝ 应退 {refund}',
    'sessioncards.owed': '计次卡负债 {owed}',
    'sessioncards.owed-split': '价款按次精确分摊，未使用的次数按其分摊额计；预约占用的、卡已到期而未延期或退款的仍计入',
    'sessioncards.owed-days': '不限次卡的价款按期限的天数分摊，未到的天数按其分摊额计；还没开始的按全部天数计',
    'sessioncards.owed-line-days': '{name}：{cards} 张余 {days} 天，实付 {paid} − 已过 {used} ＝ {owed}',
    'sessioncards.owed-line': '{name}：{cards} 张余 {sessions} 次，实付 {paid} − 已使用 {used} ＝ {owed}',
  },
  'zh-TW': {
    'sessioncards.refund': '應退 {refund}',
    'sessioncards.ground-without-reason': '付款之日起 {days} 日內無理由退款（第十四條）',
    'sessioncards.ground-merchant': '商家原因：已使用的次數按卡價計算（第十八條）',
    'sessioncards.ground-consumer': '會員原因：已使用的次數按規則計價（第十九條）',
    'sessioncards.ground-merchant-days': '商家原因：不限次卡按剩餘期限的比例退還（第二十二條）',
    'sessioncards.ground-consumer-days': '會員原因：不限次卡同樣按剩餘期限的比例退還（第二十二條）',
    'sessioncards.days-used':
      '{price} × 已過 {used} 天 ÷ 共 {days} 天 ＝ {counted}；自起始日算到退款日 {day}（當日計入），不足一分的歸會員',
    'sessioncards.days-used-before':
      '{price} × 已過 {used} 天 ÷ 共 {days} 天 ＝ {counted}；自起始日算到退款日 {day} 的前一天，不足一分的歸會員',
    'sessioncards.days-unused': '共 {days} 天，會員一次也沒有用過：全額退還本金',
    'sessioncards.law': '依據：{source}',
    'sessioncards.had-before-allowed': '會員此前已獲得過相同服務，本店制度仍允許',
    'sessioncards.used-listed': '{name}：已用 {used} 次 × 單次原價 {listed} ＝ {counted}',
    'sessioncards.used-at-card-price': '{name}：{price} × 已用 {used} ÷ 共 {sessions} 次 ＝ {counted}',
    'sessioncards.never-more-than-paid': '已使用 {used}，最多按實付 {paid} 計算（第二十條）',
    'sessioncards.paid-less-used': '實付 {paid} − 已使用 {counted} ＝ 應退 {refund}',
    'sessioncards.owed': '計次卡負債 {owed}',
    'sessioncards.owed-split': '價款按次精確分攤，未使用的次數按其分攤額計；預約占用的、卡已到期而未延期或退款的仍計入',
    'sessioncards.owed-days': '不限次卡的價款按期限的天數分攤，未到的天數按其分攤額計；還沒開始的按全部天數計',
    'sessioncards.owed-line-days': '{name}：{cards} 張餘 {days} 天，實付 {paid} − 已過 {used} ＝ {owed}',
    'sessioncards.owed-line': '{name}：{cards} 張餘 {sessions} 次，實付 {paid} − 已使用 {used} ＝ {owed}',
  },
  en: {
    'sessioncards.refund': 'Refund {refund}',
    'sessioncards.ground-without-reason': 'Within {days} days of paying, without a reason (art. 14)',
    'sessioncards.ground-merchant': 'The house is the cause: used sessions count at the card’s price (art. 18)',
    'sessioncards.ground-consumer': 'The member is the cause: used sessions count as the rules say (art. 19)',
    'sessioncards.ground-merchant-days':
      'The house is the cause: a card of unlimited use goes back for the days left of those bought (art. 22)',
    'sessioncards.ground-consumer-days':
      'The member is the cause: a card of unlimited use goes back for the days left all the same (art. 22)',
    'sessioncards.days-used':
      '{price} × {used} days gone ÷ {days} days = {counted}; counted from the first day through {day}, the day of the refund; the odd fen is the member’s',
    'sessioncards.days-used-before':
      '{price} × {used} days gone ÷ {days} days = {counted}; counted from the first day to the day before {day}, the day of the refund; the odd fen is the member’s',
    'sessioncards.days-unused': 'Of the {days} days the member came on none: the whole principal goes back',
    'sessioncards.law': 'Source: {source}',
    'sessioncards.had-before-allowed':
      'The member had the same services before; the rules of the house allow it all the same',
    'sessioncards.used-listed': '{name}: {used} used × {listed} without a card = {counted}',
    'sessioncards.used-at-card-price': '{name}: {price} × {used} used ÷ {sessions} sessions = {counted}',
    'sessioncards.never-more-than-paid': 'Used {used}; never more than the {paid} paid counts (art. 20)',
    'sessioncards.paid-less-used': 'Paid {paid} − used {counted} = refund {refund}',
    'sessioncards.owed': 'Liability for session cards {owed}',
    'sessioncards.owed-split':
      'The price is split over the sessions to the fen; those not used count with their part, also when kept for a booking or when the card is over and was neither extended nor refunded',
    'sessioncards.owed-days':
      'The price of a card of unlimited use is spread over its days; those to come count with their part, all of them until it begins',
    'sessioncards.owed-line-days': '{name}: {cards} cards with {days} days left, paid {paid} − gone {used} = {owed}',
    'sessioncards.owed-line': '{name}: {cards} cards with {sessions} sessions left, paid {paid} − used {used} = {owed}',
  },
} satisfies CodeTexts
