import { expect, test } from 'vitest'
import { levelOf } from './level.ts'

test.each([
  ['柳溪镇人民政府', 'town'],
  ['云山县柳溪镇', 'town'],
  ['柳溪乡人民政府', 'town'],
  ['云山区河东街道办事处', 'town'],
  ['河东街道党政综合办公室', 'town'],
  ['云山县人民政府', 'county'],
  ['临江市东湖区人民政府', 'county'],
  ['北原左旗人民政府', 'county'],
  ['东江省人民政府', 'province'],
  ['北京市人民政府', 'province'],
  ['南岭自治州人民政府', 'city'],
  ['云山县林业局', 'department'],
  ['东江省财政厅', 'department'],
  ['云山县卫生健康委员会', 'department'],
  ['云山县国有资产监督管理委员会', 'department'],
  ['国家税务总局云山县税务局', 'department'],
  ['云山县政务服务中心', 'department'],
  ['临江经济开发区综合治理中心', 'department'],
  ['国家数据局', 'state'],
  ['海关总署', 'state'],
  ['临江经济技术开发区管理委员会', 'zone'],
  ['临江经济技术开发区管理办公室', 'zone'],
  ['临江高新区管委会', 'zone'],
  ['临江经济开发区', 'zone'],
  // The name leaves these open.
  ['临江市人民政府', null],
  ['临江市', null],
  ['云山县人民政府办公室', null],
  ['东湖区', null],
  ['柳溪水务公司', null],
  ['', null],
] as const)('%s is %s', (body, level) => {
  expect(levelOf(body)).toBe(level)
})

test('a body without a name has no level', () => expect(levelOf(null)).toBeNull())
