import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'sessioncards.refund': '应退 {refund}',
    'sessioncards.ground-without-reason': '付款之日起 {days} 日内无理由退款（第十四条）',
    'sessioncards.ground-merchant': '商家原因：已使用的次数按卡价计算（第十八条）',
    'sessioncards.ground-consumer': '会员原因：已使用的次数按规则计价（第十九条）',
    'sessioncards.law': '依据：{source}',
    'sessioncards.had-before-allowed': '会员此前已获得过相同服务，本店制度仍允许',
    'sessioncards.used-listed': '{name}：已用 {used} 次 × 单次原价 {listed} ＝ {counted}',
    'sessioncards.used-at-card-price': '{name}：{price} × 已用 {used} ÷ 共 {sessions} 次 ＝ {counted}',
    'sessioncards.never-more-than-paid': '已使用 {used}，最多按实付 {paid} 计算（第二十条）',
    'sessioncards.paid-less-used': '实付 {paid} − 已使用 {counted} ＝ 应退 {refund}',
  },
  'zh-TW': {
    'sessioncards.refund': '應退 {refund}',
    'sessioncards.ground-without-reason': '付款之日起 {days} 日內無理由退款（第十四條）',
    'sessioncards.ground-merchant': '商家原因：已使用的次數按卡價計算（第十八條）',
    'sessioncards.ground-consumer': '會員原因：已使用的次數按規則計價（第十九條）',
    'sessioncards.law': '依據：{source}',
    'sessioncards.had-before-allowed': '會員此前已獲得過相同服務，本店制度仍允許',
    'sessioncards.used-listed': '{name}：已用 {used} 次 × 單次原價 {listed} ＝ {counted}',
    'sessioncards.used-at-card-price': '{name}：{price} × 已用 {used} ÷ 共 {sessions} 次 ＝ {counted}',
    'sessioncards.never-more-than-paid': '已使用 {used}，最多按實付 {paid} 計算（第二十條）',
    'sessioncards.paid-less-used': '實付 {paid} − 已使用 {counted} ＝ 應退 {refund}',
  },
  en: {
    'sessioncards.refund': 'Refund {refund}',
    'sessioncards.ground-without-reason': 'Within {days} days of paying, without a reason (art. 14)',
    'sessioncards.ground-merchant': 'The house is the cause: used sessions count at the card’s price (art. 18)',
    'sessioncards.ground-consumer': 'The member is the cause: used sessions count as the rules say (art. 19)',
    'sessioncards.law': 'Source: {source}',
    'sessioncards.had-before-allowed':
      'The member had the same services before; the rules of the house allow it all the same',
    'sessioncards.used-listed': '{name}: {used} used × {listed} without a card = {counted}',
    'sessioncards.used-at-card-price': '{name}: {price} × {used} used ÷ {sessions} sessions = {counted}',
    'sessioncards.never-more-than-paid': 'Used {used}; never more than the {paid} paid counts (art. 20)',
    'sessioncards.paid-less-used': 'Paid {paid} − used {counted} = refund {refund}',
  },
} satisfies CodeTexts
