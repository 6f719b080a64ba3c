/** The part of the package that we use; it is CommonJS, without types. */
declare module '@sealsystems/ipp' {
  type Attributes = Record<string, unknown>;
  interface Answer {
    statusCode?: string;
    'operation-attributes-tag'?: Attributes;
    /** One group, or several. */
    'printer-attributes-tag'?: Attributes | Attributes[];
    'job-attributes-tag'?: Attributes | Attributes[];
  }
  const ipp: {
    serialize(message: { operation: string; id?: number; 'operation-attributes-tag': Attributes }): Buffer;
    parse(answer: Buffer): Answer;
  };
  export default ipp;
}
