/** Words of signing in and of the audit log. */

type Says = Readonly<Record<string, string>>

/** Why a new password is not taken, and what to do. */
export const passwordRules: Readonly<Record<'zh-CN' | 'en', Says>> = {
  'zh-CN': {
    short: '密码太短，至少要 10 个字符。请加长',
    long: '密码太长，最多 128 个字符。请改短',
    control: '密码里有看不见的控制字符。请重新输入，不要从别处粘贴',
    'one-class': '密码只用了一类字符。请至少用大写字母、小写字母、数字、汉字、符号中的两类',
    username: '密码里有你的用户名。请换一个',
    common: '这是很多人都会想到的密码。请换一个',
    used: '这个密码最近用过。请换一个，不能与最近 5 个相同',
  },
  en: {
    short: 'The password is too short: at least 10 characters. Make it longer',
    long: 'The password is too long: at most 128 characters. Make it shorter',
    control: 'The password holds invisible control characters. Type it instead of pasting it',
    'one-class':
      'The password uses one kind of character. Use at least two of capitals, small letters, figures, Chinese characters and signs',
    username: 'The password contains your username. Choose another',
    common: 'Many people would think of this password. Choose another',
    used: 'You used this password lately. Choose one that differs from the last 5',
  },
}
