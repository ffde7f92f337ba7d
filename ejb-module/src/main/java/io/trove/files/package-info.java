/**
 * The files of events: bytes that Trove keeps, and references to bytes that lie elsewhere.
 *
 * <p>Promises: bytes that an event holds are there, whole, before the event is; what arrives by half leaves nothing; bytes
 * are kept under their SHA-256, by ledger, and never change; nobody gets at bytes by naming their hash alone; an event
 * keeps everything of its files but the bytes; a reference is followed into what the ledger was granted and nowhere else.
 *
 * <p>Operations: {@link io.trove.files.Blobs} takes bytes in; {@link io.trove.files.Attachments} finds the file of an event
 * and reads it, whole or in part; {@link io.trove.files.Roots} grants what references lead into; {@link
 * io.trove.files.Verifying} reads files again and has events tell of drift. Appends come by {@link io.trove.ledger.Attaches}.
 *
 * <p>The way of a file that is appended: {@code Attaching} → {@code Intake} → {@code Resolving} or {@code Shelf} → {@code
 * BlobStore}; then its event, and its row with it ({@code FileRows}). {@code Tending} sweeps and verifies.
 *
 * <p>Out of scope: who may (access, asked by the faces); what the bytes mean.
 *
 * <p><em>Why are bytes kept before the event and not with it? No transaction spans a database and a disk or a bucket: bytes
 * without an event are swept after a day, an event without its bytes would be a broken promise.</em>
 */
package io.trove.files;
