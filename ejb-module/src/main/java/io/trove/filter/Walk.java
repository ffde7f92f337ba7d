package io.trove.filter;

/** Positions that a whole question is about, and how far it is answered. */
interface Walk extends Positions {

    /** Every key up to this one was decided, once {@link #SPENT} was the answer. */
    long decided();
}
