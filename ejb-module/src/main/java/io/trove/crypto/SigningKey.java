package io.trove.crypto;

import io.trove.evidence.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 private key; prints nothing of itself but its public half. */
final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.verifyingKey = VerifyingKey.of(pair.getPublic());
    }

    byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java runtime cannot sign with Ed25519", broken);
        }
    }

    VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    static SigningKey generate() {
        return new SigningKey(pair(new SecureRandom()));
    }

    /** Reads PKCS#8, as PEM or as the base64 between its lines; anything else is an IllegalArgumentException. */
    static SigningKey parse(String pkcs8) {
        String base64 =
                pkcs8.replace(BEGIN, "").replace(END, "").replace("\\n", "").replaceAll("\\s", "");
        try {
            PrivateKey given = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            byte[] seed = ((EdECPrivateKey) given).getBytes().orElseThrow();
            KeyPair pair = pair(new Fixed(seed));
            if (!Arrays.equals(
                    seed, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow())) {
                throw new IllegalStateException("This Java runtime does not make an Ed25519 key from its seed");
            }
            return new SigningKey(pair);
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("Not an Ed25519 private key in PKCS#8", notAKey);
        }
    }

    String pem() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(privateKey.getEncoded()) + "\n" + END + "\n";
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifyingKey + "]";
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java runtime has no Ed25519", absent);
        }
    }

    /** The JDK derives a public key only while generating a pair, so the generator is given the seed as its chance. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Fixed(byte[] seed) {
            super();
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
