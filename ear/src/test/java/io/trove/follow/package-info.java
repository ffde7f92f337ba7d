/**
 * Following a ledger live, as clients do: over sockets, by the thousand, some of them not reading.
 *
 * <p>Promises: no event is missed and none comes twice at the seam between what was there and what comes; a thousand
 * follow at once; those who stop reading disturb nobody and are let go.
 *
 * <p>Out of scope: what a filter means; its own tests say that.
 *
 * <p><em>Why sockets? A client library reads ahead, and so never stops reading.</em>
 */
package io.trove.follow;
