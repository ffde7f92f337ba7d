/**
 * Reading a ledger: one event, pages and streams of what a filter means, and the ledger in numbers.
 *
 * <p>Promises: a reader sees what its {@link io.trove.access.Sight} allows and nothing else; whoever reads to position n
 * has seen everything before it; the kept bytes are handed out as they are; a page looks at a bounded number of positions and says
 * where to go on; a filtered page is what filtering the whole ledger would give.
 *
 * <p>Operations: {@link io.trove.query.Query} finds an event by id, version or position, reads pages and streams, and tells
 * a ledger's {@link io.trove.query.Statistics}; {@link io.trove.query.Pulse} tells what was recorded when.
 *
 * <p>Out of scope: writing; what an event means.
 *
 * <p><em>Why a component of its own? Writes and reads share the tables, not the code.</em>
 */
package io.trove.query;
