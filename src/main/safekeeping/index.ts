export { requireLocalFolder } from './local-folder.ts';
export { isBaseDamage, openBase, suspectBase } from './open-base.ts';
export { rekeyBase } from './rekey-base.ts';
export { finishReplacement } from './replace-in-place.ts';
export { restoreBackup } from './restore-backup.ts';
export { createSafekeeper } from './safekeeper.ts';
export { safekeepingHandlers } from './safekeeping-handlers.ts';
