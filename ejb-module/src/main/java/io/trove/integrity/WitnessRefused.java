package io.trove.integrity;

import io.trove.refusal.Refusal;

/** A checkpoint is not cosigned; the status is the one that C2SP {@code tlog-witness} gives the reason. */
public final class WitnessRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int status;

    private WitnessRefused(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static WitnessRefused malformed(String detail) {
        return new WitnessRefused(400, detail);
    }

    static WitnessRefused unsigned(String origin) {
        return new WitnessRefused(403, "No key that is known for " + origin + " signed the checkpoint");
    }

    static WitnessRefused unknown(String origin) {
        return new WitnessRefused(404, "The log " + origin + " is not one that is witnessed here");
    }

    static WitnessRefused inconsistent(String detail) {
        return new WitnessRefused(422, "The checkpoint does not continue the one before: " + detail);
    }

    @Override
    public String slug() {
        return "not-cosigned";
    }

    @Override
    public String title() {
        return "The checkpoint is not cosigned";
    }

    @Override
    public int status() {
        return status;
    }
}
