/**
 * Trove over HTTP: {@code /api}, the door in front of everything, and problem details for whatever goes wrong.
 *
 * <p>Promises: an answer is JSON in UTF-8, or RFC 9457 problem details with a stable type; a kept event is handed out
 * as the bytes that are kept; every request has an id, in its answer and in the log; nobody enters but through
 * {@link io.trove.api.Gate}; a ledger that the caller may not know answers as one that does not exist.
 *
 * <p>Also: an event goes in and out in every dialect that {@link io.trove.dialect.Dialects} knows, told by media type or
 * {@code ?dialect=}; in another than Trove's own it goes out as a view, with a weak tag, and says so; a body is read no
 * further than the bounds, except an import's, of which no more than a chunk is held, and a file's, of which no more than a
 * buffer is; a file goes out so that a browser keeps it and does nothing else with it.
 *
 * <p>Operations: one resource a component, each described with an example in {@code META-INF/openapi.yaml}.
 *
 * <p>Out of scope: deciding anything. A resource parses, calls one facade and renders.
 *
 * <p><em>Why is JSON written by hand here? The way of an append and of a read is hot, and an event's bytes must not
 * change on the way; what surrounds them is small.</em>
 */
package io.trove.api;
