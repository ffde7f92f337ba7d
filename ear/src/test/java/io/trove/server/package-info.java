/**
 * The packaged server as tests use it: the real one, as a process of its own.
 *
 * <p>Promises: a {@link io.trove.server.Site} has its own data directory, database and free loopback ports; a
 * {@link io.trove.server.Server} is a process that ends with the test, or with the tests' virtual machine at the latest.
 *
 * <p>Operations: {@code Site.onDerby()} or {@code Site.onPostgres()}, {@code site.start()} as often as wanted,
 * {@code server.kill()} and {@code server.stop()}; {@code site.tryToStart()} for a start that must fail.
 *
 * <p>Out of scope: tests inside the container.
 *
 * <p><em>Why a process? A crash, a signal, an exit code and a terminal are part of what is promised.</em>
 */
package io.trove.server;
