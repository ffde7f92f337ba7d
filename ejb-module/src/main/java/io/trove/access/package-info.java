/**
 * Organizations, principals, roles, and what each caller may do and see.
 *
 * <p>Promises: nobody acts or sees without a role, and a denial overrides every permission; a ledger that a caller may not
 * know of answers as one that does not exist; what a role shows is narrowed by rules and masks, on every way of reading; nobody
 * but Trove appends to a {@code system} environment or appends an event that Trove's own tables follow; an event names
 * another actor, or a cause of its own, only by permission. A password and a key's secret are kept as hashes, are never logged,
 * and cost the same to check whether the name exists or not; who guesses is slowed, and nobody locked out for good. What access
 * knows is a projection of events in the {@code system} ledger of each organization; a change holds at once on the server that
 * made it and within one second on every other.
 *
 * <p>Operations: {@link io.trove.access.Access} says who a caller is and gives the {@link io.trove.access.Sight} that
 * every reading facade demands; {@link io.trove.access.Organizations} makes and lists organizations, {@link io.trove.access.Deletion} deletes a ledger; {@link
 * io.trove.access.SigningKeys} tells which public keys a ledger's events named, and records another; {@link
 * io.trove.access.Principals}, {@link io.trove.access.Keys} and {@link io.trove.access.Roles} administer them; {@link
 * io.trove.access.FirstStart} makes an installation that can be used, and tells the administrator's password once; {@link
 * io.trove.access.Seeing} shows an administrator what another sees; {@link io.trove.access.Demo} gives newcomers something
 * to look at.
 *
 * <p>Out of scope: how a request carries a name and a password (io.trove.api).
 *
 * <p><em>Why is a hash not an event? An event is for good and for every auditor; what only a guesser can use is kept
 * beside it, under the event's id, and can be dropped.</em>
 */
package io.trove.access;
