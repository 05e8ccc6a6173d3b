import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly onProblem: (error: unknown, componentStack: string | null) => void;
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault of what it holds from taking the window with it. A class, since React offers this to classes alone. */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly failed: { error: unknown } | null }
> {
  override readonly state: { readonly failed: { error: unknown } | null } = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.props.onProblem(error, componentStack ?? null);
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return this.props.fallback(failed.error, () => this.setState({ failed: null }));
  }
}
