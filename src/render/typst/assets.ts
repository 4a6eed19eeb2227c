/** Files the browser's typesetter loads from below `assetsUrl`, each with the package file that a server gives out for it. */
export const assets = {
  'typst.wasm': '@myriaddreamin/typst-ts-web-compiler/wasm',
  'fonts/NotoSerifSC-Regular.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'fonts/NotoSerifSC-Bold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'fonts/NotoSansSC-Bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const

/** The fonts among them. */
export const fontFiles = (Object.keys(assets) as (keyof typeof assets)[]).filter((name) => name.startsWith('fonts/'))
