import { expect, test } from 'vitest'
import { mask, maskText } from './mask.ts'

/** Numbers that nobody has: the region codes or the check characters do not exist. */
test.each([
  ['身份证 330182199003072316，请核', '身份证 33*************316，请核'],
  ['末位 33018219900307231X。', '末位 33*************31X。'],
  ['全角３３０１８２１９９００３０７２３１６', '全角33*************316'],
  ['老证 330182900307231', '老证 33**********231'],
  ['分段 330182 19900307 2316，', '分段 33*************316，'],
  ['四位一段 3301 8219 9003 0723 1X', '四位一段 33*************31X'],
  ['带横线 330182-19900307-2316', '带横线 33*************316'],
  ['老证 330182 900307 231', '老证 33**********231'],
  ['张三@example.cn、zhang@例子.中国', '张***@example.cn、z***@例子.中国'],
  ['请写信到zhang.san@example.cn吧', '请写信到z***@example.cn吧'],
  ['2026-01-20 2026-01-21 2026-01-22', '2026-01-20 2026-01-21 2026-01-22'],
  ['电话13800000000或+86 138-0000-0001', '电话138****0000或138****0001'],
  ['卡号 6222 0000 0000 0000 123', '卡号 ***************0123'],
  ['写信到 zhang.san@example.cn 吧', '写信到 z***@example.cn 吧'],
  ['总机 0571-00000000', '总机 0571-00000000'],
  ['国办公开办函〔2021〕30号，第 12345 件', '国办公开办函〔2021〕30号，第 12345 件'],
  ['2026-01-20 10:00:00', '2026-01-20 10:00:00'],
  ['01990000-1111-7222-8333-444455556666', '01990000-1111-7222-8333-444455556666'],
  ['1'.repeat(64), '1'.repeat(64)],
  ['A330182199003072316', 'A330182199003072316'],
])('%s', (text, masked) => expect(maskText(text)).toBe(masked))

test('what stands under a telling key is masked whatever it looks like, before and after a change too', () => {
  expect(
    mask({
      phone: { before: '0571-12345678', after: '13800000000' },
      手机: 13800000000,
      email: 'a@b',
      idNumber: 'K123456',
      bankAccount: '1234567890',
      password: 'very secret',
      totpSecret: 'ABC',
      contacts: [{ name: '陈一', phone: '', mobile: '123' }],
      note: ['打 13800000000'],
    }),
  ).toEqual({
    phone: { before: '0571-1234****', after: '138****0000' },
    手机: '138****0000',
    email: 'a***@b',
    idNumber: 'K1**456',
    bankAccount: '******7890',
    password: '***',
    totpSecret: '***',
    contacts: [{ name: '陈一', phone: '', mobile: '****' }],
    note: ['打 138****0000'],
  })
})

test('codes of organisations, hashes, counts and days stay as they are', () => {
  const plain = {
    uscc: '113301820000000000',
    contentHash: 'ab',
    personId: '6222000000000000',
    count: 12,
    day: '2026-01-20',
    locked: true,
    none: null,
    region: '330182',
  }
  expect(mask(plain)).toEqual(plain)
})
