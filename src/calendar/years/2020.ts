import type { RestNotice } from '../notice.ts'

export const notices2020: readonly RestNotice[] = [
  {
    year: 2020,
    title: '国务院办公厅关于2020年部分节假日安排的通知',
    number: '国办发明电〔2019〕16号',
    issuedOn: '2019-11-21',
    source: 'https://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm',
    off: [
      '2020-01-01',
      '2020-01-24/2020-01-30',
      '2020-04-04/2020-04-06',
      '2020-05-01/2020-05-05',
      '2020-06-25/2020-06-27',
      '2020-10-01/2020-10-08',
    ],
    madeUp: ['2020-01-19', '2020-02-01', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
  },
  {
    year: 2020,
    title: '国务院办公厅关于延长2020年春节假期的通知',
    number: '国办发明电〔2020〕1号',
    issuedOn: '2020-01-26',
    source: 'https://www.gov.cn/zhengce/',
    off: ['2020-01-31/2020-02-02'],
    madeUp: [],
    isChange: true,
  },
]
