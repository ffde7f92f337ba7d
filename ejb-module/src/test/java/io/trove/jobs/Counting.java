package io.trove.jobs;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Work that counts the positions of a ledger one by one, in as many tasks as are wanted, and then once more in one. */
final class Counting implements Work {

    private final int tasks;
    private final Set<Long> impossible;
    private final List<Long> counted = new ArrayList<>();

    Counting(int tasks, Set<Long> impossible) {
        this.tasks = tasks;
        this.impossible = impossible;
    }

    /** What was counted, each time that it was. */
    List<Long> counted() {
        return counted;
    }

    @Override
    public String kind() {
        return "counting";
    }

    @Override
    public Json checked(Caller caller, Sight sight, Wish wish) {
        return Json.object(Map.of());
    }

    @Override
    public List<String> phases() {
        return List.of("counting", "again");
    }

    @Override
    public List<Task.Planned> plan(Job job, int phase) {
        return Export.stretches(job.ceiling(), 1, phase == 0 ? tasks : 1);
    }

    @Override
    public Stride stride(Job job, Task task, Sight sight) {
        long at = task.mark().number("at");
        if (impossible.contains(at)) {
            throw new JobNotSo("There is no " + at);
        }
        counted.add(at);
        Mark next = task.mark().with("at", at + 1).plus("sum", at);
        return Stride.to(next, task.done() + 1, at + 1 == task.mark().number("to"));
    }

    @Override
    public Map<String, Object> outcome(Job job, List<Task> all) {
        return Map.of(
                "sum", all.stream().mapToLong(task -> task.mark().count("sum")).sum());
    }
}
