package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Bytes that have arrived and are not kept yet: on disk under a temporary name, which goes with this. */
public final class Arrival implements AutoCloseable {

    private static final String SHA_256 = "SHA-256";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final long size;
    private final Map<String, byte[]> digests;

    private Arrival(Path file, long size, Map<String, byte[]> digests) {
        this.file = file;
        this.size = size;
        this.digests = digests;
    }

    /** Writes a stream down to its end, in constant memory; these digests of it are taken on the way, and SHA-256. */
    static Arrival of(InputStream in, Path directory, long bytesMax, Set<String> algorithms) throws IOException {
        Path file = temporary(directory);
        try {
            Map<String, MessageDigest> running = running(algorithms);
            long size = write(in, file, bytesMax, running);
            Map<String, byte[]> digests = new LinkedHashMap<>();
            running.forEach((name, digest) -> digests.put(name, digest.digest()));
            return new Arrival(file, size, digests);
        } catch (IOException | RuntimeException | Error failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static Path temporary(Path directory) {
        try {
            return Files.createTempFile(Files.createDirectories(directory), "", ".arriving");
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    private static long write(InputStream in, Path file, long bytesMax, Map<String, MessageDigest> digests)
            throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > bytesMax) {
                    throw new FileTooLarge(bytesMax);
                }
                for (MessageDigest digest : digests.values()) {
                    digest.update(buffer, 0, count);
                }
                append(out, ByteBuffer.wrap(buffer, 0, count));
            }
            force(out);
        }
        return size;
    }

    private static void append(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException full) {
            throw new BlobStoreUnavailable(full);
        }
    }

    private static void force(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    private static Map<String, MessageDigest> running(Set<String> algorithms) {
        Map<String, MessageDigest> running = new LinkedHashMap<>();
        try {
            running.put(SHA_256, MessageDigest.getInstance(SHA_256));
            for (String each : algorithms) {
                running.put(each, MessageDigest.getInstance(each));
            }
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
        return running;
    }

    /** Their SHA-256, in hex. */
    public String hash() {
        return HexFormat.of().formatHex(digests.get(SHA_256));
    }

    public long size() {
        return size;
    }

    /** A digest that was taken on the way. */
    public byte[] digest(String algorithm) {
        return digests.get(algorithm).clone();
    }

    Path file() {
        return file;
    }

    /** Forgets the bytes, unless they were kept. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new BlobStoreUnavailable(undeletable);
        }
    }
}
