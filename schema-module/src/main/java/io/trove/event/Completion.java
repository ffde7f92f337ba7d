package io.trove.event;

/** Where drafts are completed, one after the other, in the same buffers; not for several threads at once. */
public final class Completion {
    private static final int BUFFER_BYTES = 2_048;

    private final Members members = new Members();
    private final Commitments commitments = new Commitments();
    private final Jcs buffer = new Jcs(BUFFER_BYTES);

    /** These members, to which others can be added until the next ones are asked for. */
    Members membersOf(Members sent) {
        sent.copyTo(members);
        return members;
    }

    Template document(Members of, boolean versioned) {
        buffer.clear();
        return Template.document(of, versioned, buffer).apart();
    }

    Template record(Members of, boolean versioned, byte[] seed) {
        buffer.clear();
        return Template.record(of, versioned, seed, commitments, buffer).apart();
    }
}
