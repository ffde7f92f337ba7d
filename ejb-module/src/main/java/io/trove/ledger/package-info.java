/**
 * The directory of ledgers, and the append.
 *
 * <p>Promises: an append that was answered is on disk, whole; positions are 0, 1, 2, … in the order of the commits; the
 * same request sent twice has one effect and the same answer; no operation changes what an event's row says; any number
 * of servers may share the database.
 *
 * <p>Operations: {@link io.trove.ledger.Appender} appends, all or nothing or each event for itself; {@link io.trove.ledger.Ledgers} finds and makes ledgers and
 * says where they stand. Other components take part through {@link io.trove.ledger.Admits} (before the lock),
 * {@link io.trove.ledger.Appending} (rows in the same transaction) and {@link io.trove.ledger.Appended} (a hint, after).
 *
 * <p>The way through the package: {@code Appender} → {@code Admission} → {@code Sequencer} → {@code Committer} →
 * {@code Decision} (pure) → {@code Writer}. While one {@code Round} is written, {@code Boarding} has the next one decided.
 *
 * <p>Out of scope: who may append (access), what conforms (registry), reading (query).
 *
 * <p><em>Why not one JTA transaction a request? Because one fsync for many callers is several times as fast, and one
 * statement on PostgreSQL is a transaction already.</em>
 */
package io.trove.ledger;
