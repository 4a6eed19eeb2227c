import type { RestNotice } from '../notice.ts'

export const notices2019: readonly RestNotice[] = [
  {
    year: 2019,
    title: '国务院办公厅关于2019年部分节假日安排的通知',
    number: '国办发明电〔2018〕15号',
    issuedOn: '2018-12-04',
    source: 'https://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
    off: [
      '2018-12-30/2019-01-01',
      '2019-02-04/2019-02-10',
      '2019-04-05/2019-04-07',
      '2019-05-01',
      '2019-06-07/2019-06-09',
      '2019-09-13/2019-09-15',
      '2019-10-01/2019-10-07',
    ],
    madeUp: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12'],
  },
  {
    year: 2019,
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    number: '国办发明电〔2019〕3号',
    issuedOn: '2019-03-22',
    source: 'https://www.gov.cn/zhengce/',
    off: ['2019-05-01/2019-05-04'],
    madeUp: ['2019-04-28', '2019-05-05'],
    isChange: true,
  },
]
