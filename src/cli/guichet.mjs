#!/usr/bin/env node
import '../../tools/check-node.mjs';
import '../../tools/compile-cache.mjs';

await import('./main.ts');
