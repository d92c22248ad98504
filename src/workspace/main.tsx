import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Band } from '../ui/marks/band.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element #app')
createRoot(place).render(
  <StrictMode>
    <Band />
  </StrictMode>,
)
