package io.trove.merkle;

/** A proof, a tile or a root does not hold; the message is a sentence that says what was got and what was wanted. */
public final class ProofInvalid extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ProofInvalid(String sentence) {
        super(sentence);
    }
}
