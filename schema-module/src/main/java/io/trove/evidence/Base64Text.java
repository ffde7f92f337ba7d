package io.trove.evidence;

import java.util.Base64;

/** Bytes as text in the standard base64 alphabet, with padding, in the one way there is to write them. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes; {@link EvidenceInvalid} naming {@code what} for any other text. */
    static byte[] decode(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (of(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new EvidenceInvalid(what + " is not base64: " + notBase64.getMessage());
        }
        throw new EvidenceInvalid(what + " is not base64 with padding");
    }
}
