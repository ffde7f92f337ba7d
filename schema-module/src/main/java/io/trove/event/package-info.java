/**
 * The event and its parts: what a caller may send, what is kept of it, and what the ledger's tree commits to.
 *
 * <p>Promises: whatever {@link io.trove.event.Json} accepts has exactly one canonical form (RFC 8785), and that form is
 * accepted again and gives itself. A {@link io.trove.event.Draft} has the shape of an event, with every member it had
 * when it was sent. What {@link io.trove.event.Pending#keep} gives is canonical, and its digest is the digest that
 * {@link io.trove.event.Records} computes from those bytes and the seed, on any machine, for good.
 *
 * <p>Operations: {@code Json.parse} &rarr; {@code Draft.of} &rarr; {@code Draft.complete} &rarr; {@code Pending.keep}
 * on the way in, before it {@link io.trove.event.JsonLines}
 * for many and {@link io.trove.event.Targets} for events of one entity about another; {@code Records} on the way back; {@link io.trove.event.Flakes} for ids and
 * {@link io.trove.event.Times} for times.
 *
 * <p>Out of scope: whether the caller may, whether the payload conforms to its schema, whether a link's target exists,
 * positions, versions and the time of recording, all of which are given.
 *
 * <p><em>Why the rules of the record live here alone: an auditor must be able to recompute a digest with this jar and
 * nothing else.</em>
 */
package io.trove.event;
