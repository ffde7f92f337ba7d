/**
 * The root of all errors that a caller can do something about.
 *
 * <p>Promises: every refusal has a stable slug, a title, an HTTP status, a message that says what was got, what was
 * wanted and what the caller can do, and its facts as named values. A refusal rolls the transaction back.
 *
 * <p>Operations: {@link io.trove.refusal.Refusal} is thrown by every component;
 * {@link io.trove.refusal.CannotStart} ends a start with one sentence.
 *
 * <p>Out of scope: how a refusal is shown; faces map it.
 *
 * <p><em>Why one root? So that one mapper knows all errors, and a new one cannot be forgotten.</em>
 */
package io.trove.refusal;
