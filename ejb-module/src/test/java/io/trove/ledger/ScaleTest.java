package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final long LONG = Duration.ofMinutes(5).toNanos();

    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (Thread each : threads) {
            each.interrupt();
            each.join();
        }
    }

    @Test
    void who_finds_no_room_waits_until_there_is_some_in_the_order_of_coming() throws Exception {
        var scale = new Scale(100, 10, LONG);
        scale.take(90);
        var came = new CopyOnWriteArrayList<Integer>();
        waiting(scale, 1, () -> {
            scale.take(60);
            came.add(60);
        });
        // it would find room, and waits for the large one that came before it
        waiting(scale, 2, () -> {
            scale.take(5);
            came.add(5);
        });
        assertEquals(List.of(), came);
        scale.layDown(90);
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(Set.of(60, 5), Set.copyOf(came));
        assertEquals(0, scale.waiting());
    }

    @Test
    void what_is_more_than_all_the_room_is_carried_alone() {
        var scale = new Scale(100, 10, 0);
        scale.take(1_000);
        assertThrows(Overloaded.class, () -> scale.take(1));
        scale.layDown(1_000);
        scale.take(1);
        assertThrows(Overloaded.class, () -> scale.take(100));
    }

    @Test
    void who_carries_something_is_not_held_up_and_others_wait_for_it() {
        var scale = new Scale(100, 10, 0);
        scale.take(50);
        scale.add(500);
        assertThrows(Overloaded.class, () -> scale.take(1));
        scale.layDown(550);
        scale.take(100);
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once() throws Exception {
        var scale = new Scale(100, 1, LONG);
        scale.take(100);
        waiting(scale, 1, () -> scale.take(1));
        assertThrows(Overloaded.class, () -> scale.take(1));
        scale.layDown(100);
        threads.get(0).join();
    }

    @Test
    void who_waits_in_vain_is_refused_and_those_behind_go_on() throws Exception {
        var scale = new Scale(100, 10, Duration.ofMillis(200).toNanos());
        scale.take(50);
        assertThrows(Overloaded.class, () -> scale.take(60));
        assertEquals(0, scale.waiting());
        scale.take(50);
    }

    /** Does something that waits, and waits until so many do. */
    private void waiting(Scale scale, int waiting, Runnable work) throws Exception {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Overloaded ended) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        thread.start();
        while (scale.waiting() < waiting) {
            assertTrue(thread.isAlive(), "it did not wait");
            Thread.onSpinWait();
        }
    }
}
