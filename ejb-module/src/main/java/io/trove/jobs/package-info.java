/**
 * Long work on a ledger: replay, export, import, verify, lift; begun, followed, paused, stopped and gone on with.
 *
 * <p>Promises: a job is a row, and its work is task rows, each with a mark that says where it is; any server takes a task
 * for a term and writes only while that term is its own; what a stride wrote and the mark behind it are there together or
 * not at all, or writing it again changes nothing. So a job outlives every server, and ends as if none had died. A job
 * acts as who started it: it sees and may what they see and may at that moment, and fails when that has changed. How many
 * run at once, how many tasks a server works at, and what a report lists are bounded.
 *
 * <p>Operations: {@link io.trove.jobs.Jobs} starts jobs, lists them, tells of one, and pauses, resumes, stops and restarts
 * it; and hands out what an export wrote.
 *
 * <p>The way through the package: {@code Workshop} finds tasks that nobody works at → {@code Turn} works at one for a while,
 * stride by stride → {@code Work}, one a kind of job, says what a stride is → {@code TaskTable} moves the mark.
 *
 * <p>Out of scope: what folds, audits and lifts are (entities, integrity, registry), and where bytes lie (files).
 *
 * <p><em>Why no Jakarta Batch? It restarts a job on the server that it ran on and needs distributed transactions to run on
 * several; a leased row does both in two statements (docs/decisions/jobs-are-leased-rows.md).</em>
 */
package io.trove.jobs;
