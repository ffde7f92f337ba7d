package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    private static final String PASSWORD = "a password of the tests";

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void a_key_store() throws IOException, GeneralSecurityException {
        file = directory.resolve("key.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
    }

    @Test
    void one_that_opens_or_is_still_to_be_made_is_fine() {
        assertDoesNotThrow(() -> Certificate.opens(file, PASSWORD));
        assertDoesNotThrow(() -> Certificate.opens(directory.resolve("to-come.p12"), PASSWORD));
    }

    @Test
    void one_that_another_password_opens_is_named() {
        assertRefused("another password");
    }

    @Test
    void what_is_no_certificate_is_named() throws IOException {
        Files.writeString(file, "no certificate");
        assertRefused(PASSWORD);
    }

    private void assertRefused(String password) {
        var refused = assertThrows(CannotStart.class, () -> Certificate.opens(file, password));
        assertTrue(refused.getMessage().startsWith("The certificate " + file + " does not open ("));
        assertTrue(refused.getMessage().endsWith("TROVE_TLS_PASSWORD to its password."), refused.getMessage());
    }
}
