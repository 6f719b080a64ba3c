export { createPrintFollower, type PrintFollower } from './print-follower.ts';
export {
  dismissPrint,
  forgetOldPrints,
  getPrint,
  giveUpSending,
  recentPrints,
  setPrintState,
  type StoredPrint,
} from './print-store.ts';
export { sendPrint } from './send-print.ts';
