package io.trove.api;

import io.trove.refusal.Refusal;

/** A body that is said to be multipart/form-data and is not. */
final class NotMultipart extends Refusal {
    private static final long serialVersionUID = 1L;

    NotMultipart(String wanted) {
        super("The body is not multipart/form-data (RFC 7578): wanted is " + wanted);
    }

    @Override
    public String slug() {
        return "malformed";
    }

    @Override
    public String title() {
        return "This is not multipart/form-data";
    }

    @Override
    public int status() {
        return 400;
    }
}
