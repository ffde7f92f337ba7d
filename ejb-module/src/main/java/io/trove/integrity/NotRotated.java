package io.trove.integrity;

import io.trove.refusal.Refusal;

/** A ledger goes on with the key that it has. */
public final class NotRotated extends Refusal {

    private static final long serialVersionUID = 1L;

    private NotRotated(String detail) {
        super(detail);
    }

    static NotRotated noOther() {
        return new NotRotated(
                "The servers of this installation share TROVE_SIGNING_KEY, and its last key is one that the"
                        + " ledger had: add another behind it, with a comma between them, start every server again, and then"
                        + " rotate");
    }

    static NotRotated tooMany(int max) {
        return new NotRotated("The ledger has had %d keys, and no more are recorded".formatted(max));
    }

    @Override
    public String slug() {
        return "key-not-rotated";
    }

    @Override
    public String title() {
        return "There is no other key to sign with";
    }

    @Override
    public int status() {
        return 409;
    }
}
