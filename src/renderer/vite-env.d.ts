/// <reference types="vite/client" />

/** What the program is made of, put in by the build (vite.config.ts) from the bill of materials. */
declare const SHIPPED_COMPONENTS: readonly { name: string; version: string; licence: string }[];
