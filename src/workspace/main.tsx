import './without-eval.ts'
import './plain-address.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import '../ui/controls/controls.css'
import './frame.css'
import { chosenLanguage } from './language.ts'
import { queryClient } from './query-client.ts'
import { router } from './routes.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element #app')
document.documentElement.lang = chosenLanguage() ?? 'id'
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
