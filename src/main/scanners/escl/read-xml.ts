// Other rooms compile this file with a configuration of theirs, which does not hold our declarations.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="../sax.d.ts" />
import sax from 'sax';
import { GuichetError } from '#shared/errors.ts';

/** An element without its prefix and its attributes: eSCL says everything in elements. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const MOST_ELEMENTS = 5_000;
const DEEPEST = 32;

/** XML from the network: no document type, so no entities of its own, and no more elements than a scanner needs. Throws `scanner-nonsense`. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  let count = 0;
  const parser = sax.parser(true);
  const refuse = (cause: unknown): never => {
    throw new GuichetError('scanner-nonsense', { detail: { cause: 'XML' }, cause });
  };
  parser.onerror = refuse;
  parser.ondoctype = () => refuse(new Error('a document type'));
  parser.onopentag = ({ name }) => {
    if ((count += 1) > MOST_ELEMENTS || open.length > DEEPEST) refuse(new Error('too many elements'));
    const element = { name: name.replace(/^.*:/, ''), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = parser.oncdata = (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.write(text).close();
  return root;
}

/** Every element of this name, however deep, in order. */
export function elementsNamed(within: XmlElement, name: string): XmlElement[] {
  return within.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}

/** The text of the first element of this name, trimmed. */
export function textNamed(within: XmlElement, name: string): string | undefined {
  return elementsNamed(within, name)[0]?.text.trim();
}
