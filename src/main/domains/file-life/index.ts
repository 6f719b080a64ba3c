export { fileLifeHandlers } from './file-life-handlers.ts';
export { refreshStatus } from './file-status.ts';
export { filesWithoutR408 } from './r408-files.ts';
