package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.VerifyingKey;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {

    private static final byte[] MESSAGE = "what happened".getBytes(UTF_8);

    @TempDir
    Path home;

    @Test
    void a_first_start_makes_a_key_and_later_ones_find_it() {
        VerifyingKey recorded = signer(Optional.empty()).settle();
        Signer later = signer(Optional.empty());
        later.settle(recorded);
        assertEquals(recorded, later.verifyingKey());
        assertTrue(recorded.verifies(MESSAGE, later.sign(MESSAGE)));
    }

    @Test
    void a_key_that_is_given_is_used_and_not_written() throws IOException {
        SigningKey given = SigningKey.generate();
        assertEquals(given.verifyingKey(), signer(Optional.of(given.pem())).settle());
        try (var files = Files.list(home)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void a_server_with_another_key_cannot_start() {
        VerifyingKey recorded = SigningKey.generate().verifyingKey();
        Signer other = signer(Optional.of(SigningKey.generate().pem()));
        CannotStart refusal = assertThrows(CannotStart.class, () -> other.settle(recorded));
        assertTrue(refusal.getMessage().contains(recorded.text()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("TROVE_SIGNING_KEY"), refusal.getMessage());
    }

    @Test
    void a_server_without_the_recorded_key_cannot_start_and_makes_none() throws IOException {
        VerifyingKey recorded = SigningKey.generate().verifyingKey();
        assertThrows(CannotStart.class, () -> signer(Optional.empty()).settle(recorded));
        try (var files = Files.list(home)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void what_is_not_a_key_ends_the_start_without_being_printed() {
        CannotStart refusal = assertThrows(
                CannotStart.class, () -> signer(Optional.of("hunter2")).settle());
        assertTrue(refusal.getMessage().startsWith("TROVE_SIGNING_KEY holds no Ed25519 private key"));
        assertTrue(!refusal.getMessage().contains("hunter2"));
    }

    @Test
    void nothing_is_signed_before_the_key_is_settled() {
        assertThrows(IllegalStateException.class, () -> signer(Optional.empty()).sign(MESSAGE));
    }

    private Signer signer(Optional<String> given) {
        Signer signer = new Signer();
        signer.home = home.toString();
        signer.given = given;
        return signer;
    }
}
