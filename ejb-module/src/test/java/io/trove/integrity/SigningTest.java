package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class SigningTest {

    private static final long NOON = 1_700_049_600_000_000L;
    private static final long MINUTE = 60_000_000L;

    private final Random random = new Random(7);

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_size_is_signed_once_and_the_next_continues_it(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random)) {
            Signed first = ledger.sign(NOON);
            assertTrue(first.note().isSignedBy(ledger.signers().newest()));
            assertEquals(first.note().print(), ledger.sign(NOON + MINUTE).note().print());
            ledger.to(700, random);
            assertEquals(700, ledger.sign(NOON + 2 * MINUTE).checkpoint().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void of_two_servers_that_sign_one_size_one_is_kept(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random)) {
            Signed first = ledger.sign(NOON);
            assertTrue(!ledger.with(
                    tables -> new SignedCheckpoints(tables).keep(new Signed(first.note(), NOON + MINUTE), 0)));
            assertEquals(
                    NOON,
                    ledger.with(tables -> new SignedCheckpoints(tables).ofSize(300))
                            .orElseThrow()
                            .signedAtMicros());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoever_still_signs_in_an_earlier_term_is_told_of_what_a_later_one_signed(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random)) {
            ledger.sign(NOON, 2);
            ledger.to(400, random);
            assertEquals(300, ledger.sign(NOON + MINUTE, 1).checkpoint().size());
            assertEquals(400, ledger.sign(NOON + MINUTE, 2).checkpoint().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_old_key_signs_the_tree_that_ends_with_the_rotation_and_the_new_one_all_larger_ones(Database kind)
            throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random)) {
            ledger.sign(NOON);
            LedgerKey old = ledger.rotate().signers().last().orElseThrow();
            ledger.to(310, random);
            Signed next = ledger.sign(NOON + MINUTE);
            Signed handedOver = kept(ledger, 301).orElseThrow();
            assertTrue(handedOver.note().isSignedBy(old.key()));
            assertFalse(handedOver.note().isSignedBy(ledger.signers().newest()));
            assertTrue(next.note().isSignedBy(ledger.signers().newest()));
            ledger.with(tables -> {
                new SignedCheckpoints(tables).thin(NOON + 1_000 * MINUTE);
                return true;
            });
            assertEquals(
                    handedOver.note().print(),
                    kept(ledger, 301).orElseThrow().note().print());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_rotation_that_was_interrupted_is_handed_over_by_the_next_who_signs(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random).rotate()) {
            assertEquals(301, ledger.sign(NOON).checkpoint().size());
            assertTrue(kept(ledger, 301)
                    .orElseThrow()
                    .note()
                    .isSignedBy(ledger.signers().last().orElseThrow().key()));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_key_that_is_lost_hands_over_to_nobody_and_its_successor_signs_on(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random).rotate().to(400, random)) {
            ledger.keys().lose(ledger.signers().last().orElseThrow().key().key());
            assertTrue(ledger.sign(NOON).note().isSignedBy(ledger.signers().newest()));
            assertEquals(Optional.empty(), kept(ledger, 301));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void old_checkpoints_are_thinned_to_the_first_of_each_hour(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind)) {
            for (int i = 0; i < 5; i++) {
                ledger.to(10 * (i + 1), random);
                ledger.sign(NOON + i * 25L * MINUTE);
            }
            ledger.with(tables -> {
                new SignedCheckpoints(tables).thin(NOON + 1_000 * MINUTE);
                return true;
            });
            assertTrue(kept(ledger, 10).isPresent());
            assertEquals(Optional.empty(), kept(ledger, 20));
            assertEquals(Optional.empty(), kept(ledger, 30).map(Signed::signedAtMicros));
            assertTrue(kept(ledger, 40).isPresent());
            assertTrue(kept(ledger, 50).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_ledger_that_does_not_continue_what_was_signed_is_not_signed(Database kind) throws Exception {
        try (GrownLedger ledger = GrownLedger.on(kind).to(300, random)) {
            ledger.sign(NOON);
            ledger.to(400, random);
            ledger.tamper("UPDATE tile_hash SET hash = (SELECT digest FROM event WHERE position = 3)");
            assertThrows(NotSigned.class, () -> ledger.sign(NOON + MINUTE));
        }
    }

    private static Optional<Signed> kept(GrownLedger ledger, long size) throws Exception {
        return ledger.with(tables -> new SignedCheckpoints(tables).ofSize(size));
    }
}
