/// <reference types="vite/client" />

/** Which sources the window was built from and what it is made of, put in by the build (tools/shipped-components.mjs). */
declare module 'virtual:shipped-components' {
  export interface ShippedComponent {
    name: string;
    version: string;
    licence: string;
    /** Places in `texts`. */
    texts: readonly number[];
  }
  const shipped: {
    commit?: { id: string; date: string };
    components: readonly ShippedComponent[];
    texts: readonly string[];
  };
  export default shipped;
}
