package io.trove.entities;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which commands, questions and states are told apart. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
