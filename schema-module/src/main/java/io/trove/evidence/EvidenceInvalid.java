package io.trove.evidence;

/** A note, a key, a checkpoint or a file of evidence is not of the form that it should have; the message is a sentence. */
public final class EvidenceInvalid extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public EvidenceInvalid(String sentence) {
        super(sentence);
    }
}
