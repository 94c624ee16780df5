import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'lottery.draw': '{lottery}：{points} 积分，发放“{prize}”',
    'lottery.price': '公布的价格：每次 {points} 积分',
    'lottery.free-draw': '每位会员前 {draws} 次免费',
    'lottery.ticket': '参与号 {participant} 的第 {number} 次，由种子算出签号 {ticket}',
    'lottery.tickets-of-prize': '“{prize}”占签号 {from} 至 {to}',
    'lottery.hit': '第 {hit} 次命中“{prize}”，共 {stock} 份',
    'lottery.run-out': '第 {hit} 次命中“{prize}”，{stock} 份已发完，按公布改发“{consolation}”',
    'lottery.draw-cancelled': '已撤销，{points} 积分如数退回',
  },
  'zh-TW': {
    'lottery.draw': '{lottery}：{points} 積分，發放「{prize}」',
    'lottery.price': '公布的價格：每次 {points} 積分',
    'lottery.free-draw': '每位會員前 {draws} 次免費',
    'lottery.ticket': '參與號 {participant} 的第 {number} 次，由種子算出籤號 {ticket}',
    'lottery.tickets-of-prize': '「{prize}」占籤號 {from} 至 {to}',
    'lottery.hit': '第 {hit} 次命中「{prize}」，共 {stock} 份',
    'lottery.run-out': '第 {hit} 次命中「{prize}」，{stock} 份已發完，按公布改發「{consolation}」',
    'lottery.draw-cancelled': '已撤銷，{points} 積分如數退回',
  },
  en: {
    'lottery.draw': '{lottery}: “{prize}” for {points} points',
    'lottery.price': 'The published price: {points} points',
    'lottery.free-draw': 'A member’s first {draws} draws are free',
    'lottery.ticket': 'Draw {number} of participant {participant}: the seed gives ticket {ticket}',
    'lottery.tickets-of-prize': '“{prize}” stands for tickets {from} to {to}',
    'lottery.hit': 'Hit {hit} of “{prize}”, of which there are {stock}',
    'lottery.run-out': 'Hit {hit} of “{prize}”, whose {stock} are gone: “{consolation}” as stated beforehand',
    'lottery.draw-cancelled': 'Cancelled: {points} points came back',
  },
} satisfies CodeTexts
