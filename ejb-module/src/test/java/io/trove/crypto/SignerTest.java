package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.VerifyingKey;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertTrue(recorded.verifies(MESSAGE, later.sign(recorded, MESSAGE)));
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
    void what_another_server_has_to_sign_is_not_signed() {
        VerifyingKey elsewhere = SigningKey.generate().verifyingKey();
        assertThrows(KeyNotHeld.class, () -> signer(Optional.empty()).sign(elsewhere, MESSAGE));
    }

    @Test
    void the_next_key_is_made_beside_the_first_and_both_sign_after_a_start() {
        Signer signer = signer(Optional.empty());
        VerifyingKey first = signer.settle();
        VerifyingKey next = signer.next(List.of(first)).orElseThrow();
        assertNotEquals(first, next);
        Signer later = signer(Optional.empty());
        for (VerifyingKey key : List.of(first, next)) {
            later.settle(key);
            assertTrue(key.verifies(MESSAGE, later.sign(key, MESSAGE)));
        }
    }

    @Test
    void a_key_that_no_ledger_took_is_taken_by_the_next_that_asks() {
        Signer signer = signer(Optional.empty());
        VerifyingKey first = signer.settle();
        VerifyingKey next = signer.next(List.of(first)).orElseThrow();
        assertEquals(next, signer(Optional.empty()).next(List.of(first)).orElseThrow());
    }

    @Test
    void of_keys_that_are_given_the_last_is_the_next_and_none_is_made() {
        SigningKey first = SigningKey.generate();
        SigningKey next = SigningKey.generate();
        for (String between : List.of(",", "", "\\n")) {
            Signer signer = signer(Optional.of(first.pem().strip() + between + next.pem()));
            signer.settle(first.verifyingKey());
            assertEquals(Optional.of(next.verifyingKey()), signer.next(List.of(first.verifyingKey())));
            assertEquals(Optional.empty(), signer.next(List.of(first.verifyingKey(), next.verifyingKey())));
        }
    }

    @Test
    void a_key_that_came_to_the_data_directory_since_the_start_is_found() throws IOException {
        Signer signer = signer(Optional.empty());
        signer.settle();
        SigningKey copied = SigningKey.generate();
        assertFalse(signer.holds(copied.verifyingKey()));
        Files.writeString(home.resolve("keys/signing-1700049600000-0a1b2c3d.pem"), copied.pem());
        assertTrue(signer.holds(copied.verifyingKey()));
    }

    private Signer signer(Optional<String> given) {
        Signer signer = new Signer();
        signer.home = home.toString();
        signer.given = given;
        signer.open();
        return signer;
    }
}
