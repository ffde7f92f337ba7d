/**
 * The files of events: bytes that Trove keeps, and references to bytes that lie elsewhere.
 *
 * <p>Promises: bytes that an event holds are there, whole, before the event is; what arrives by half leaves nothing; bytes
 * are kept under their SHA-256, by ledger, and never change; nobody gets at bytes by naming their hash alone; an event
 * keeps everything of its files but the bytes. What an append does not mention costs it nothing.
 *
 * <p>Operations: {@link io.trove.files.Blobs} takes bytes in; {@link io.trove.files.Attachments} finds the file of an event
 * and reads it, whole or in part. Appends come by {@link io.trove.ledger.Attaches}.
 *
 * <p>Out of scope: who may (access, asked by the faces); what the bytes mean.
 *
 * <p><em>Why are bytes kept before the event and not with it? No transaction spans a database and a disk or a bucket: bytes
 * without an event are swept after a day, an event without its bytes would be a broken promise.</em>
 */
package io.trove.files;
