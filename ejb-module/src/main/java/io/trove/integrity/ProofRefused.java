package io.trove.integrity;

import io.trove.refusal.Refusal;

/** There is no such proof: a position or a size that the tree does not have. */
public final class ProofRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    ProofRefused(String detail) {
        super(detail);
    }

    @Override
    public String slug() {
        return "proof-refused";
    }

    @Override
    public String title() {
        return "There is no such proof";
    }

    @Override
    public int status() {
        return 400;
    }
}
