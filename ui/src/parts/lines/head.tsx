/** The head of what one line says in full: what it is about, its title, and the way to its row. */
import type { ReactNode } from 'react';
import { showSigns } from '@/kit/index.ts';

export interface HeadProps {
  /** Names what it is the head of. */
  id: string;
  about: readonly string[];
  title: string;
  children: ReactNode;
}

export function Head({ id, about, title, children }: HeadProps) {
  return (
    <header className="l-head">
      <div className="l-name">
        <p className="l-about">
          {about.map((part, at) => (
            <span key={part}>
              {at > 0 ? ' · ' : null}
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
        <h2 id={id}>
          <bdi>{showSigns(title)}</bdi>
        </h2>
      </div>
      {children}
    </header>
  );
}
