/** How far something is, as a small bar beside the words that say it. What is not known has no bar. */

export interface ProgressBarProps {
  /** Percent; below nothing and above all the bar is empty or full, the words say how much. */
  percent: number;
  words: string;
}

export function ProgressBar({ percent, words }: ProgressBarProps) {
  const share = Math.max(0, Math.min(100, percent));
  return (
    <span className="k-progress">
      <svg className="k-progress-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="k-progress-track" width="100" height="8" />
        <rect className="k-progress-share" width={share} height="8" />
      </svg>
      <span>{words}</span>
    </span>
  );
}
