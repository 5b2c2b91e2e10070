export { CompareBar } from './compare-bar.tsx';
export { CompareMenu } from './compare-menu.tsx';
export { comparedQuery, stopComparing } from './state.ts';
export { useCompareOffer } from './offer.ts';
