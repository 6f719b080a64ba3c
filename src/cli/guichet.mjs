#!/usr/bin/env node
import '../../tools/check-node.mjs';

await import('./main.ts');
