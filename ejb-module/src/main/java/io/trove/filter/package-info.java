/**
 * The filter: which events are meant, said once for pages, streams, sight, append conditions and triggers.
 *
 * <p>Promises: a filter is one immutable value, from an address's parameters or from JSON with members of the same names;
 * its terms hold together, the values of a term each for itself; both evaluators, over a kept document in memory and over
 * a ledger's tables, give the same answer, which is that of looking at every event.
 *
 * <p>Operations: {@link io.trove.filter.Filter} is made and asked; {@link io.trove.filter.Candidates} walks the positions
 * that the tables know to match; {@link io.trove.filter.Conditions} says in SQL what has a column.
 *
 * <p>Out of scope: pages, cursors, documents' rows (query); who may see what (access).
 *
 * <p><em>Why walk positions instead of writing one big WHERE? A plan chosen by luck is fast until it is not: here each
 * index is read in its own order, from a position on, and never further than a budget.</em>
 */
package io.trove.filter;
