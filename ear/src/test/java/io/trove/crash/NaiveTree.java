package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.SignedNote;
import io.trove.merkle.EntryBundle;
import io.trove.merkle.Tile;
import io.trove.server.Server;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The tree that the text of RFC 6962 gives for a ledger's entries, held against what the server signs and serves. */
final class NaiveTree {

    private static final String LEDGER = "/api/demo/development/";

    private NaiveTree() {}

    static void check(Server server, long size) {
        server.get(LEDGER + "proof/inclusion?position=" + (size - 1));
        Checkpoint checkpoint =
                Checkpoint.of(SignedNote.parse(server.get(LEDGER + "checkpoint").body()));
        assertEquals(size, checkpoint.size());
        var leaves = new ArrayList<byte[]>();
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            String path = new Tile(0, index, Tile.width(0, index, size)).path();
            var tile = new ByteArrayOutputStream();
            for (byte[] entry : EntryBundle.read(bytes(server, "tile/entries/" + path))) {
                byte[] leaf = sha256(new byte[] {0}, entry);
                leaves.add(leaf);
                tile.writeBytes(leaf);
            }
            assertArrayEquals(tile.toByteArray(), bytes(server, "tile/0/" + path), "tile " + path);
        }
        assertArrayEquals(root(leaves), checkpoint.root());
    }

    private static byte[] bytes(Server server, String path) {
        var answer = server.bytes(LEDGER + path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
