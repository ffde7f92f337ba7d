/**
 * The graph of a ledger: which events are linked to which, and what led to what.
 *
 * <p>Promises: a link that an event says leads to an event that is there and that its sender may see, or the event is
 * refused; where a ledger lets links wait, and for the edges that Trove makes itself, an edge holds from the moment on that
 * both its ends are there. A node is an event in one of its versions; a link that names no version is bound at the commit
 * to the newest. An edge is its type and its two ends: said twice it is one edge. It holds until an {@code event.unlinked}
 * takes it away, and as of an earlier position it is there. Traversal goes breadth first, reaches each node once at its least
 * distance, whatever circles there are, ends at bounds that it names, and neither passes nor counts what the caller may not
 * see: an event, or an edge said by such an event.
 *
 * <p>Operations: {@link io.trove.links.Links} tells the links of an event, makes one later and takes one away; {@link
 * io.trove.links.Graph} walks.
 *
 * <p>Out of scope: what a type of link means, except that {@code child} is {@code parent} seen from the other end.
 *
 * <p><em>Why is an edge two positions? Because they are found at the commit, never change, and are small: a walk reads an
 * index and nothing else, and a million of them fit into memory.</em>
 */
package io.trove.links;
