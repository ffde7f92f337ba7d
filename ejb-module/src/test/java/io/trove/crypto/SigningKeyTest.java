package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.VerifyingKey;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {

    private static final byte[] MESSAGE = "what happened".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(textBlock = """
            9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            """)
    void signs_as_rfc_8032_shows(String seed, String publicKey, String message, String signature) {
        SigningKey key = SigningKey.parse(pkcs8(seed));
        byte[] signed = HexFormat.of().parseHex(message);
        assertEquals(publicKey, HexFormat.of().formatHex(key.verifyingKey().bytes()));
        assertEquals(signature, HexFormat.of().formatHex(key.sign(signed)));
        assertTrue(key.verifyingKey().verifies(signed, key.sign(signed)));
    }

    @Test
    void a_generated_key_is_read_back_from_its_pem() {
        SigningKey key = SigningKey.generate();
        SigningKey again = SigningKey.parse(key.pem());
        assertEquals(key.verifyingKey(), again.verifyingKey());
        assertArrayEquals(key.sign(MESSAGE), again.sign(MESSAGE));
    }

    @Test
    void the_base64_alone_is_read_too() {
        SigningKey key = SigningKey.generate();
        String base64 = key.pem().lines().toList().get(1);
        assertEquals(key.verifyingKey(), SigningKey.parse(base64).verifyingKey());
    }

    @Test
    void a_public_key_is_read_back_from_its_text() {
        VerifyingKey key = SigningKey.generate().verifyingKey();
        assertEquals(key, VerifyingKey.parse(key.text()));
    }

    @Test
    void another_message_or_another_signature_does_not_verify() {
        SigningKey key = SigningKey.generate();
        byte[] signature = key.sign(MESSAGE);
        assertFalse(key.verifyingKey().verifies("what did not".getBytes(UTF_8), signature));
        signature[0] ^= 1;
        assertFalse(key.verifyingKey().verifies(MESSAGE, signature));
        assertFalse(key.verifyingKey().verifies(MESSAGE, new byte[3]));
        assertFalse(SigningKey.generate().verifyingKey().verifies(MESSAGE, key.sign(MESSAGE)));
    }

    @Test
    void what_is_not_a_key_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> SigningKey.parse("not base64!"));
        assertThrows(IllegalArgumentException.class, () -> SigningKey.parse("AAAA"));
        assertThrows(IllegalArgumentException.class, () -> VerifyingKey.parse("AAAA"));
    }

    @Test
    void a_private_key_does_not_print_itself() {
        SigningKey key = SigningKey.generate();
        assertEquals("SigningKey[" + key.verifyingKey().text() + "]", key.toString());
    }

    private static String pkcs8(String seed) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex("302e020100300506032b657004220420" + seed));
    }
}
