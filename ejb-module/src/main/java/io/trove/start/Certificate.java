package io.trove.start;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The file with the certificate for HTTPS; Liberty makes one where none is. */
final class Certificate {

    private Certificate() {}

    static void opens(Path file, String password) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            KeyStore.getInstance(file.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException shut) {
            throw new CannotStart(
                    "The certificate " + file + " does not open (" + shut.getMessage()
                            + "); set TROVE_TLS_KEYSTORE to a PKCS#12 file and TROVE_TLS_PASSWORD to its password.",
                    shut);
        }
    }
}
