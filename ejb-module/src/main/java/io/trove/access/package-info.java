/**
 * Organizations, principals, roles, and what each caller may do and see.
 *
 * <p>Promises: nobody acts or sees without a role; a ledger that a caller may not know of answers as one that does not
 * exist; nobody but Trove appends to a {@code system} environment or appends an event that Trove's own tables follow;
 * an event names another actor, or a cause of its own, only by permission. A password is kept as its hash, is never
 * logged, and costs the same to check whether the name exists or not. What access knows is a projection of events in the
 * installation's ledger, {@code trove/system}.
 *
 * <p>Operations: {@link io.trove.access.Access} says who a caller is and gives the {@link io.trove.access.Sight} that
 * every reading facade demands; {@link io.trove.access.Organizations} makes and lists organizations; {@link
 * io.trove.access.SigningKeys} tells which public keys a ledger's events named, and records another; {@link
 * io.trove.access.FirstStart} makes an installation that can be used, and tells the administrator's password once.
 *
 * <p>Out of scope: how a request carries a name and a password (io.trove.api).
 *
 * <p><em>Why is a hash not an event? An event is for good and for every auditor; what only a guesser can use is kept
 * beside it, under the event's id, and can be dropped.</em>
 */
package io.trove.access;
