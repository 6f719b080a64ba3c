export { Tour } from './Tour.tsx';
export { TourLink } from './TourLink.tsx';
export { TourOffer } from './TourOffer.tsx';
