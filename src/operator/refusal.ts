/** Whether the auth library refused what it was given; anything else it throws is a fault. */
export function isRefusal(error: unknown): error is Error & { body?: { code?: string } } {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  return name === 'APIError' && typeof statusCode === 'number' && statusCode < 500;
}
