import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { assetBytes, assets, fontFiles } from './assets.ts'
import { everydayCharacters, glyphsOf, lightenFont } from './font.ts'

const { resolve } = createRequire(import.meta.url)
const packaged = (name: keyof typeof assets) => new Uint8Array(readFileSync(resolve(assets[name])))

test('everyday characters are those of GB/T 2312, with Latin and the signs of official papers', () => {
  const everyday = everydayCharacters()
  const has = (text: string) => [...text].every((character) => everyday.has(character.codePointAt(0)!))
  expect(has('政府信息公开工作年度报告（〔〕《》“”、。％①㎡Ａ）鼙齄啊')).toBe(true)
  expect(has('㙟')).toBe(false)
  expect(everyday.has(0xfffd)).toBe(false)
})

test.each(fontFiles)('%s is a third of its size or less, with every everyday character it had', (name) => {
  const whole = packaged(name)
  const light = assetBytes(name, whole)
  expect(light.length).toBeLessThan(whole.length / 3)
  const everyday = everydayCharacters()
  const expected = [...glyphsOf(whole)].filter(([character]) => everyday.has(character))
  expect(new Map([...glyphsOf(light)].sort((a, b) => a[0] - b[0]))).toEqual(new Map(expected.sort((a, b) => a[0] - b[0])))
})

test('what is no font as it is here is refused in words', () => {
  expect(() => glyphsOf(new TextEncoder().encode('wOF2 and what follows it'))).toThrow('no TrueType font')
  expect(() => lightenFont(new Uint8Array(64), new Set())).toThrow('no TrueType font')
})

test('the typesetter itself is given out as it is', () => {
  const bytes = new Uint8Array([0, 97, 115, 109])
  expect(assetBytes('typst.wasm', bytes)).toBe(bytes)
})
