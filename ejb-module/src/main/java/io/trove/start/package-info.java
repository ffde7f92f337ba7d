/**
 * The start: what is checked before Trove runs, the refusal to run, and the banner.
 *
 * <p>Promises: a server that cannot run says so in one sentence on the terminal and ends with exit code 1; it is never
 * half running. A data directory serves one server at a time. A server is ready only when every startup bean has
 * finished, migration included, its own port answers, and its database does.
 *
 * <p>Operations: {@link io.trove.start.Inventory} tells how a server is set and what it stands on; the container runs the
 * rest. Any startup bean of any component ends the start by
 * throwing {@link io.trove.refusal.CannotStart}.
 *
 * <p>Out of scope: what the components do at their start.
 *
 * <p><em>Why halt the process? Liberty logs a failed application and goes on listening, which looks like a running
 * server.</em>
 */
package io.trove.start;
