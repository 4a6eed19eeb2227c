import { everydayCharacters, lightenFont } from './font.ts'

/** Files the browser's typesetter loads from below `assetsUrl`, each with the package file that it is made from. */
export const assets = {
  'typst.wasm': '@myriaddreamin/typst-ts-web-compiler/wasm',
  'fonts/NotoSerifSC-Regular.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'fonts/NotoSerifSC-Bold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'fonts/NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const

/** Files it loads only for a report with a character that the others do not have. */
export const rareAssets = {
  'whole/NotoSerifSC-Regular.ttf': assets['fonts/NotoSerifSC-Regular.ttf'],
} as const

type AssetName = keyof typeof assets

/** The fonts among `assets`. */
export const fontFiles = (Object.keys(assets) as AssetName[]).filter((name) => name.startsWith('fonts/'))

/**
 * What a server gives out under a name of `assets` or `rareAssets`, made from the bytes of its package file: fonts of everyday
 * characters, a quarter of the size; everything else as it is. Takes about a tenth of a second a font: keep the result.
 */
export function assetBytes(name: string, packaged: Uint8Array): Uint8Array {
  return name.startsWith('fonts/') ? lightenFont(packaged, everydayCharacters()) : packaged
}
