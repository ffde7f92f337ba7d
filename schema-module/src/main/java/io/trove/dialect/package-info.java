/**
 * Other systems' shapes of an event, read and written without loss.
 *
 * <p>Promises: whatever a dialect reads, it writes again with the same members and values. Whatever it writes of a kept
 * event, it reads as that same event: what has no place among the dialect's own members is written in one member beside
 * them ({@code _trove}; in CloudEvents the extension {@code trove}, as text) and laid over the rest when it is read. So
 * {@code _trove} also lets a caller say in any dialect what only Trove's event can say.
 *
 * <p>Operations: {@link io.trove.dialect.Dialects} finds a dialect by name or media type, {@link
 * io.trove.dialect.Dialect#read} on the way in, {@link io.trove.dialect.Dialect#write} on the way out. Dialects are found
 * by {@link java.util.ServiceLoader}: a jar in the application may bring its own.
 *
 * <p>Out of scope: whether what was read is an event ({@link io.trove.event.Draft} says that), HTTP, and which caller may
 * claim a cause.
 *
 * <p><em>Why one table a dialect: reading, writing and the documentation then cannot disagree about what goes
 * where.</em>
 */
package io.trove.dialect;
