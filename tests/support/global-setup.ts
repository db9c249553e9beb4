import { stopTestServer } from './test-server'

/** Names the run its databases belong to. The server itself starts with the first test that asks for one. */
export function setup(): void {
  process.env.HOLDFAST_TEST_RUN = String(process.pid)
}

export async function teardown(): Promise<void> {
  await stopTestServer()
}
