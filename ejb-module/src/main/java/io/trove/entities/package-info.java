/**
 * What things are, and were: states folded from events, at any moment; and the commands that change them.
 *
 * <p>Promises: an entity's state follows from its events and from nothing else, in the order of their positions; it includes
 * every event that was acknowledged before it is asked for; snapshots make it fast and are never needed for it; it is
 * folded from what the caller may see. A fold that fails stops its own entity and no other. A command's events are
 * appended only to the state that it was decided by.
 *
 * <p>Operations: {@link io.trove.entities.Entities} tells states and differences, {@link
 * io.trove.entities.Chronicle} what happened, {@link io.trove.entities.Searching} lists entities by their states; {@link
 * io.trove.entities.Changing} creates, changes, deletes and relates them by events; {@link io.trove.entities.Commanding}
 * keeps handlers of commands and runs commands. Java code in the EAR takes part through {@link io.trove.entities.Folds} and
 * {@link io.trove.entities.Handles}.
 *
 * <p>The way through the package: {@code Past} reads → {@code Folding} (pure) folds → {@code Replay} goes on from a
 * snapshot. {@code Following} keeps the states of all entities beside that, for lists.
 *
 * <p>Out of scope: what an event must be like (registry), links between events (links), replays of whole ledgers (jobs).
 *
 * <p><em>Why is a fold a part of a schema's version, and not beside it? Because one event then always folds the same, and no
 * snapshot is ever wrong.</em>
 */
package io.trove.entities;
