package io.trove.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The note and the key that the Go checksum database's own package has in its documentation. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SampleLedger ledger = SampleLedger.with(5);

    @Test
    void a_note_that_another_implementation_signed_is_read_checked_and_written_again() {
        SignedNote note = SignedNote.parse(NOTE);
        NoteKey key = NoteKey.parse(PETER);
        assertTrue(note.isSignedBy(key));
        assertEquals(PETER, key.text());
        assertEquals(NOTE, note.print());
        assertFalse(new SignedNote(note.text().replace("answer", "cure"), note.signatures()).isSignedBy(key));
    }

    @Test
    void a_checkpoint_is_signed_read_and_cosigned() {
        SignedNote note = ledger.cosigned(ledger.checkpoint(5));
        SignedNote read = SignedNote.parse(note.print().getBytes(StandardCharsets.UTF_8));
        assertTrue(read.isSignedBy(ledger.key()));
        assertEquals(OptionalLong.of(1_700_000_000L), read.cosignedAt(ledger.witness()));
        assertEquals(5, Checkpoint.of(read).size());
        assertEquals(SampleLedger.ORIGIN, Checkpoint.of(read).origin());
        assertEquals(note.print(), read.print());
    }

    @Test
    void a_witness_signs_a_time_and_no_ledger_signs_for_it() {
        SignedNote note = ledger.checkpoint(5);
        assertEquals(OptionalLong.empty(), note.cosignedAt(ledger.witness()));
        assertFalse(ledger.cosigned(note)
                .isSignedBy(new NoteKey(
                        "other", NoteKey.Kind.COSIGNATURE, ledger.key().key())));
    }

    @Test
    void unknown_signatures_are_passed_over_and_a_wrong_one_of_a_known_key_is_not() {
        SignedNote note = ledger.checkpoint(5);
        SignedNote stranger = SampleLedger.with(5).checkpoint(5);
        assertTrue(note.with(stranger.signatures()).isSignedBy(ledger.key()));
        var own = note.signatures().get(0);
        byte[] wrong = own.signature().clone();
        wrong[3] ^= 1;
        var alsoWrong = note.with(List.of(new SignedNote.Line(own.name(), own.keyId(), wrong)));
        assertFalse(alsoWrong.isSignedBy(ledger.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "a\n\n",
                "a\n\n\u2014 name\n",
                "a\n\n\u2014 name AAAA\n",
                "a\n\n\u2014 name AAAAAAA\n",
                "a\n\n- name AAAAAAA=\n",
                "a\r\n\n\u2014 name AAAAAAA=\n",
                "\n\n\u2014 name AAAAAAA=\n",
                "a\n\n\u2014 name AAAAAAA="
            })
    void what_is_no_note_is_refused(String text) {
        assertThrows(EvidenceInvalid.class, () -> SignedNote.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx\n",
                "origin\n1\n\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThrows(EvidenceInvalid.class, () -> Checkpoint.of(new SignedNote(text, List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc"
            })
    void what_is_no_key_is_refused(String text) {
        assertThrows(EvidenceInvalid.class, () -> NoteKey.parse(text));
    }
}
