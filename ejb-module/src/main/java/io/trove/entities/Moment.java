package io.trove.entities;

/** When an entity is looked at. */
public sealed interface Moment {

    /** With every event that was acknowledged before the question. */
    record Now() implements Moment {}

    /** With the event at this position and all before it. */
    record AtPosition(long position) implements Moment {}

    /** Just behind its own event that made this version, whatever names it afterwards. */
    record AtVersion(long version) implements Moment {}

    /** With what was recorded up to this time. */
    record AtTime(long micros) implements Moment {}

    /** With what says that it was created up to this time. */
    record AtCreated(long micros) implements Moment {}

    static Moment now() {
        return new Now();
    }
}
