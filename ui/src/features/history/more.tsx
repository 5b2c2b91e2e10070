/** The end of a list that goes on: it fetches more when it is scrolled to, or pressed. */
import { useEffect, useRef } from 'react';
import { Button } from '@/kit/index.ts';

export interface MoreProps {
  label: string;
  onMore: () => void;
}

export function More({ label, onMore }: MoreProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) {
      return undefined;
    }
    // A little before it is seen, so that nobody waits.
    const eye = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          onMore();
        }
      },
      { rootMargin: '400px' },
    );
    eye.observe(element);
    return () => eye.disconnect();
  }, [onMore]);
  return (
    <div ref={end} className="h-more">
      <Button look="quiet" onPress={onMore}>
        {label}
      </Button>
    </div>
  );
}
