package io.trove.evidence;

import java.util.Optional;

/** A key that a verifier's caller trusts: to sign for one origin, or for whichever it is used for. */
public record TrustedKey(Optional<NoteKey> named, VerifyingKey key) {

    private static final java.util.regex.Pattern NAMED = java.util.regex.Pattern.compile("[^+]+\\+[0-9a-fA-F]{8}\\+.+");

    /** Reads a verifier key ({@code origin+id+base64}), or the base64 of a public key's 32 bytes. */
    public static TrustedKey parse(String text) {
        if (NAMED.matcher(text).matches()) {
            NoteKey key = NoteKey.parse(text);
            if (key.kind() != NoteKey.Kind.ED25519) {
                throw new EvidenceInvalid("The key " + text + " is a witness's; a ledger's was wanted");
            }
            return new TrustedKey(Optional.of(key), key.key());
        }
        try {
            return new TrustedKey(Optional.empty(), VerifyingKey.parse(text));
        } catch (IllegalArgumentException notAKey) {
            throw new EvidenceInvalid(
                    "A key is name+id+base64, or the base64 of 32 bytes; \"" + text + "\" is neither");
        }
    }

    /** The key that a checkpoint of this origin must be signed by. */
    NoteKey of(String origin) {
        return named.orElseGet(() -> Checkpoint.keyOf(origin, key));
    }

    @Override
    public String toString() {
        return key.text();
    }
}
