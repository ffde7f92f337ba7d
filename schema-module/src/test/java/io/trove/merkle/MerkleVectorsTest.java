package io.trove.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.event.Vectors;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleVectorsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @TestFactory
    List<DynamicTest> inclusion() throws IOException {
        return vectors(
                "inclusion",
                98,
                vector -> Proofs.inclusion(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        bytes(vector, "leafHash"),
                        proof(vector),
                        bytes(vector, "root")));
    }

    @TestFactory
    List<DynamicTest> consistency() throws IOException {
        return vectors(
                "consistency",
                98,
                vector -> Proofs.consistency(
                        number(vector, "size1"),
                        number(vector, "size2"),
                        proof(vector),
                        bytes(vector, "root1"),
                        bytes(vector, "root2")));
    }

    /** A leaf of a subtree is a leaf of the tree that the subtree is by itself. */
    @TestFactory
    List<DynamicTest> inclusion_in_a_subtree() throws IOException {
        return vectors("subtreeinclusion", 204, vector -> {
            var subtree = new Subtree(number(vector, "start"), number(vector, "end"));
            Proofs.inclusion(
                    number(vector, "leafIdx") - subtree.start(),
                    subtree.size(),
                    bytes(vector, "leafHash"),
                    proof(vector),
                    bytes(vector, "root"));
        });
    }

    /** Subtrees without a leaf are in the vectors, but nobody here asks about them: {@link Subtree} refuses them. */
    @TestFactory
    List<DynamicTest> consistency_of_a_subtree() throws IOException {
        return vectors("subtreeconsistency", 118, vector -> {
            if (number(vector, "start") == number(vector, "end")) {
                Proofs.requireLength(proof(vector), 0);
                assertSameHash(Rfc6962.emptyRoot(), bytes(vector, "root1"));
                return;
            }
            Proofs.subtree(
                    new Subtree(number(vector, "start"), number(vector, "end")),
                    bytes(vector, "root1"),
                    number(vector, "size"),
                    bytes(vector, "root2"),
                    proof(vector));
        });
    }

    private interface Check {
        void run(JsonNode vector);
    }

    private static List<DynamicTest> vectors(String name, int count, Check check) throws IOException {
        Path directory = Vectors.directory("merkle/" + name);
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertEquals(count, all.size());
            return all.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(directory.relativize(file).toString(), verdict(file, check)))
                    .toList();
        }
    }

    private static Executable verdict(Path file, Check check) {
        JsonNode vector = MAPPER.readTree(Vectors.bytes(file));
        boolean refused = vector.path("wantErr").booleanValue();
        return refused ? () -> assertThrows(ProofInvalid.class, () -> check.run(vector)) : () -> check.run(vector);
    }

    private static void assertSameHash(byte[] wanted, byte[] found) {
        Proofs.requireEqual(found, wanted, "The root");
        assertArrayEquals(wanted, found);
    }

    /** An unsigned number of 64 bits; half of them are beyond any ledger, and so no index and no size here. */
    private static long number(JsonNode vector, String member) {
        BigInteger number = vector.path(member).bigIntegerValue();
        return number.bitLength() < Long.SIZE ? number.longValue() : -1;
    }

    private static byte[] bytes(JsonNode vector, String member) {
        return Base64.getDecoder().decode(vector.path(member).stringValue());
    }

    private static List<byte[]> proof(JsonNode vector) {
        return vector.path("proof")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.stringValue()))
                .toList();
    }
}
