/**
 * What is left when the process is killed: every event that was acknowledged, and nothing half written.
 *
 * <p>Promises: {@code CrashIT} kills the real server with SIGKILL under load, five rounds in the suite and as many as
 * {@code -Dcrash.rounds} says on demand, on Derby, on PostgreSQL and with two servers on one PostgreSQL.
 *
 * <p>Out of scope: a machine that loses its power; what is on disk then is the database's promise.
 *
 * <p><em>Why a random moment? The moments that one would choose are those that one has thought of.</em>
 */
package io.trove.crash;
