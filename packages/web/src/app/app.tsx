import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { guardUnsent } from './commands.ts';
import { isPassing } from './problem.ts';
import { router } from './router.tsx';

const client = new QueryClient({
  defaultOptions: {
    // The feed tells when a view is old. `always`: the browser's own opinion of being on line is often wrong in hospital networks.
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (tries, error) => tries < 4 && isPassing(error),
      retryDelay: (tries) => 300 * 2 ** tries,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

guardUnsent();

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
