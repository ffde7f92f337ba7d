package io.trove.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Random bytes from the operating system; a quarter of a microsecond each, which drawing ahead does not shorten. */
@ApplicationScoped
public class Seeds {

    /** The length of a seed, in bytes. */
    public static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();

    /** 32 bytes that nobody else has. */
    public byte[] next() {
        byte[] seed = new byte[LENGTH];
        random.nextBytes(seed);
        return seed;
    }
}
