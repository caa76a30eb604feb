import { rightToLeft, showParts } from '/hosts/parts-page.js'

const { dir, theme } = Object.fromEntries(new URLSearchParams(location.search))
showParts(document.querySelector('.stage'), { theme, ...(dir === 'rtl' ? { locale: rightToLeft } : {}) })
