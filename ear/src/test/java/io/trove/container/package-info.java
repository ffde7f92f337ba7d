/**
 * Tests inside the container: the real EAR on the real Liberty, with a test beside its faces.
 *
 * <p>Promises: what the container alone can do, injection, transactions, events, is tested where it happens, once on
 * Derby and once on PostgreSQL.
 *
 * <p>Operations: a test extends {@link io.trove.container.InContainer}; the build runs all of them for each database
 * ({@code trove.test.database}).
 *
 * <p>Out of scope: what shows from outside; {@code io.trove.server} starts servers for that.
 *
 * <p><em>Why a module of its own in the EAR? The faces stay as they are, and nothing guards the test's own door.</em>
 */
package io.trove.container;
