/** When drawing the window fails: what happened, that nothing is lost, and the way back. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Say } from '@/lib/words.ts';

interface BoundaryProps {
  say: Say;
  children: ReactNode;
}

interface BoundaryState {
  error: Error | undefined;
  where: string;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, where: '' };

  static getDerivedStateFromError(error: Error): Partial<BoundaryState> {
    return { error };
  }

  override componentDidCatch(_error: Error, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    const { say, children } = this.props;
    if (!error) {
      return children;
    }
    return (
      <main className="a-failed" data-testid="failed">
        <h1>{say('failed-title')}</h1>
        <p>{say('failed-text')}</p>
        <p>
          <button
            type="button"
            className="k-button"
            data-look="primary"
            onClick={() => window.location.reload()}
          >
            {say('failed-again')}
          </button>
        </p>
        <details>
          <summary>{say('failed-details')}</summary>
          <pre>{`${error.name}: ${error.message}\n${where}`}</pre>
        </details>
      </main>
    );
  }
}
