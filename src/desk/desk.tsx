/** Puts the desk into the page: language, theme, queries, routes. */
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { antdTheme, antdThemeContrast } from '#look'
import 'virtual:tokens.css'
import './desk.css'
import { onSignedOut } from './api.ts'
import { SpeakingDesk, useSpoken } from './language.tsx'
import { Problem } from './problem.ts'
import { router } from './routes.tsx'
import { takeSession } from './session.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused stays refused; only a server out of reach is asked again.
      retry: (failures, failure) => failures < 2 && failure instanceof Problem && (failure.status === 0 || failure.status === 503),
    },
  },
})

/** Starts the desk in `place`. */
export function openDesk(place: HTMLElement): void {
  onSignedOut(() => takeSession(client, null))
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <SpeakingDesk>
          <Themed>
            <RouterProvider router={router} />
          </Themed>
        </SpeakingDesk>
      </QueryClientProvider>
    </StrictMode>,
  )
}

/** The policy of the page lets in only styles that carry its nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/**
 * antd in our colours. Its rules go out without `:where()` and without logical properties, which Chromium 86 does not know.
 */
function Themed({ children }: { readonly children: ReactNode }) {
  const { language } = useSpoken()
  const contrast = window.matchMedia('(prefers-contrast: more)').matches
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const { token, ...theme } = contrast ? antdThemeContrast : antdTheme
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        locale={language === 'en' ? enUS : zhCN}
        theme={{ ...theme, token: { ...token, motion: !still }, hashed: false }}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  )
}
