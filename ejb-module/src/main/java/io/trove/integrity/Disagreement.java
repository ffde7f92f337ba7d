package io.trove.integrity;

import io.trove.ledger.Follows;
import java.util.OptionalLong;

/**
 * Something that does not agree: with what it was derived from, or with what was signed.
 *
 * @param position the event that it is about, if it is about one
 * @param subject what disagrees: an event, a tile, the head, a checkpoint, or what follows from an event
 * @param field which part of it
 */
public record Disagreement(OptionalLong position, String subject, String field, String sentence) {

    private static final int LENGTH_MAX = 500;

    public Disagreement {
        sentence = sentence.length() > LENGTH_MAX ? sentence.substring(0, LENGTH_MAX) + "…" : sentence;
    }

    static Disagreement at(long position, String subject, String field, String sentence) {
        return new Disagreement(OptionalLong.of(position), subject, field, sentence);
    }

    /** Whether it says that an event's document is not the one that was kept. */
    boolean isOfDocument() {
        return subject.equals(EventCheck.EVENT) && field.equals(EventCheck.DOCUMENT);
    }

    static Disagreement of(Follows.Difference difference) {
        return at(difference.position(), difference.subject(), difference.field(), difference.sentence());
    }

    static Disagreement recordedTooEarly(long position) {
        return at(position, "event", "recorded_at", "The event was recorded before the one in front of it");
    }

    static Disagreement of(String subject, String field, String sentence) {
        return new Disagreement(OptionalLong.empty(), subject, field, sentence);
    }
}
