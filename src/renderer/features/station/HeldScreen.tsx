import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * What a clerk has before her. Locked, it is taken out of the page whole, with what she had half typed: nobody finds a word of it there,
 * and she finds it again where she left it, the focus included.
 */
export function HeldScreen({ isLocked, children }: { isLocked: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  const [content] = useState(() => {
    const element = document.createElement('div');
    element.className = 'session';
    return element;
  });
  useLayoutEffect(() => {
    if (isLocked) return;
    place.current?.append(content);
    return () => {
      focused.current = content.contains(document.activeElement) ? document.activeElement : null;
      content.remove();
    };
  }, [content, isLocked]);
  useEffect(() => {
    if (isLocked) return;
    // Once the lock screen no longer holds the focus.
    const timer = setTimeout(() => {
      if (focused.current instanceof HTMLElement) focused.current.focus();
    });
    return () => clearTimeout(timer);
  }, [isLocked]);
  return (
    <>
      <div ref={place} className="session" />
      {createPortal(children, content)}
    </>
  );
}
