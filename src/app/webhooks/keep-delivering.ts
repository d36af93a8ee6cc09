/** What goes on until it is stopped. */
export interface Running {
  /** Fulfilled when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

/** How often receivers are seen to, in milliseconds. */
const EVERY = 5_000;

/** Does rounds of delivering one after another, with a pause between them; a fault ends its round alone. */
export function keepDelivering(
  round: () => Promise<unknown>,
  { failed, every = EVERY }: { readonly failed: (fault: unknown) => void; readonly every?: number },
): Running {
  let isStopped = false;
  let wake = (): void => undefined;
  const run = async (): Promise<void> => {
    while (!isStopped) {
      try {
        await round();
      } catch (fault) {
        failed(fault);
      }
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopped = true;
      wake();
      await running;
    },
  };
}
