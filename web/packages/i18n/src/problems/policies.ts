import type { CodeTexts } from '../types'

export default {
  'zh-CN': {
    'policies.unknown-kind': '没有这种规则：{policy}。',
    'policies.no-such-version': '规则 {policy} 没有第 {version} 版。',
    'policies.no-such-draft': '草稿已不存在，可能已发布或被删除。',
    'policies.stale-draft':
      '草稿刚被 {editor} 改过（您看到第 {expected} 次保存，现为第 {actual} 次）。请采用对方的版本，或用您的覆盖。',
    'policies.nothing-to-publish': '草稿与届时生效的版本完全相同，无须发布。',
    'policies.already-withdrawn': '规则 {policy} 第 {version} 版已经撤回。',
    'policies.four-eyes': '草稿最后由 {editor} 修改，须由另一位有权的人发布。',
    'policies.effective-in-the-past': '生效日期 {effectiveFrom} 早于今天（{today}），请选今天或以后。',
    'policies.already-in-force': '规则 {policy} 第 {version} 版自 {effectiveFrom} 起已生效，不能撤回；请发布新版本。',
    'policies.invalid-policy': '规则内容有误，请按提示修改。',
    'rule.one-of': '须是以下之一：{options}。',
  },
  'zh-TW': {
    'policies.unknown-kind': '沒有這種規則：{policy}。',
    'policies.no-such-version': '規則 {policy} 沒有第 {version} 版。',
    'policies.no-such-draft': '草稿已不存在，可能已發布或被刪除。',
    'policies.stale-draft':
      '草稿剛被 {editor} 改過（您看到第 {expected} 次儲存，現為第 {actual} 次）。請採用對方的版本，或用您的覆蓋。',
    'policies.nothing-to-publish': '草稿與屆時生效的版本完全相同，無須發布。',
    'policies.already-withdrawn': '規則 {policy} 第 {version} 版已經撤回。',
    'policies.four-eyes': '草稿最後由 {editor} 修改，須由另一位有權的人發布。',
    'policies.effective-in-the-past': '生效日期 {effectiveFrom} 早於今天（{today}），請選今天或以後。',
    'policies.already-in-force': '規則 {policy} 第 {version} 版自 {effectiveFrom} 起已生效，不能撤回；請發布新版本。',
    'policies.invalid-policy': '規則內容有誤，請依提示修改。',
    'rule.one-of': '須是以下之一：{options}。',
  },
  en: {
    'policies.unknown-kind': 'There is no policy called {policy}.',
    'policies.no-such-version': 'The policy {policy} has no version {version}.',
    'policies.no-such-draft': 'The draft is gone: published or discarded.',
    'policies.stale-draft':
      '{editor} saved the draft meanwhile (you saw revision {expected}, it is now {actual}). Take theirs, or replace it with yours.',
    'policies.nothing-to-publish': 'The draft says the same as the version in force on that day.',
    'policies.already-withdrawn': 'Version {version} of {policy} was withdrawn before.',
    'policies.four-eyes': '{editor} edited the draft last, so another person has to publish it.',
    'policies.effective-in-the-past': 'A policy can’t take effect on {effectiveFrom}: choose today ({today}) or later.',
    'policies.already-in-force':
      'Version {version} of {policy} is in force since {effectiveFrom} and can’t be withdrawn. Publish a new one instead.',
    'policies.invalid-policy': 'The policy breaks some rules. Follow the notes at the fields.',
    'rule.one-of': 'Choose one of {options}.',
  },
} satisfies CodeTexts
