package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What jobs promise over HTTP. */
abstract class JobsContract {

    abstract Server server();

    @Test
    void an_export_hands_out_what_its_filter_means_and_an_import_takes_it_in_once() throws IOException {
        var ask = ledgerWith(700);
        long plain =
                done(ask, "{\"job\": \"export\", \"filter\": {\"type\": \"counter.*\", \"before\": 602}}", "finished");
        long zipped = done(
                ask,
                "{\"job\": \"export\", \"filter\": {\"type\": \"counter.*\", \"before\": 602}, \"gzip\": true}",
                "finished");
        byte[] lines = server().bytes(jobs(ask) + "/" + plain + "/file").body();
        assertEquals(
                IntStream.rangeClosed(2, 601).boxed().toList(),
                new String(lines, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> (int) position(line))
                        .toList());
        byte[] file = server().bytes(jobs(ask) + "/" + zipped + "/file").body();
        assertEquals(
                new String(lines, StandardCharsets.UTF_8),
                new String(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), StandardCharsets.UTF_8));

        var other = Ask.freshLedger(server());
        register(other);
        String asked = "{\"job\": \"import\", \"from\": {\"ledger\": \"%s/development\", \"job\": %d}}"
                .formatted(ask.organization(), zipped);
        long first = done(other, asked, "finished");
        assertEquals(600, Ask.number(job(other, first), "/outcome/appended"));
        long second = done(other, asked, "finished");
        assertEquals(600, Ask.number(job(other, second), "/outcome/alreadyThere"));
        assertEquals(0, Ask.number(job(other, second), "/outcome/appended"));
    }

    @Test
    void an_import_of_what_was_brought_names_the_lines_that_are_refused() {
        var ask = Ask.freshLedger(server());
        var upload = server().request("/api/" + ask.organization() + "/development/blobs")
                .PUT(BodyPublishers.ofString("{\"type\":\"a.b\"}\n{\"type\":7}\n\nno json\n{\"type\":\"a.c\"}\n"))
                .build();
        String hash = Ask.text(server().send(upload), "/hash");
        long job = done(ask, "{\"job\": \"import\", \"from\": {\"blob\": \"" + hash + "\"}}", "finished");
        assertEquals(2, Ask.number(job(ask, job), "/outcome/appended"));
        assertEquals(
                List.of(2L, 4L),
                Ask.json(job(ask, job)).member("findings").orElseThrow().items().stream()
                        .map(finding ->
                                finding.member("line").orElseThrow().integer().orElseThrow())
                        .toList());
        assertEquals(
                422,
                start(ask, "{\"job\": \"import\", \"from\": {\"url\": \"http://127.0.0.1/api/a/b\"}}")
                        .statusCode());
    }

    @Test
    void a_replay_under_another_fold_serves_when_it_is_switched_to_and_one_under_the_same_is_equal() {
        var ask = ledgerWith(200);
        long equal = done(ask, "{\"job\": \"replay\"}", "ready");
        assertEquals(0, Ask.number(job(ask, equal), "/outcome/differences"));
        assertEquals(Ask.text(job(ask, equal), "/outcome/hash"), Ask.text(job(ask, equal), "/outcome/hashOfLive"));
        assertEquals(202, act(ask, equal, "discard").statusCode());
        awaitState(ask, equal, "finished");

        long twice = done(ask, "{\"job\": \"replay\", \"fold\": \"twice\"}", "ready");
        assertEquals(10, Ask.number(job(ask, twice), "/outcome/differences"));
        assertEquals(20, Ask.number(state(ask), "/state/count"));
        ask.append(hit(3));
        assertEquals(202, act(ask, twice, "switch").statusCode());
        awaitState(ask, twice, "finished");
        assertEquals(42, Ask.number(state(ask), "/state/count"));
        var list = "/api/" + ask.organization() + "/development/entities?type=counter&where.count=42";
        assertEquals("c3", Ask.text(server().get(list), "/items/0/entity/id"));
        ask.append(hit(3));
        assertEquals(44, Ask.number(state(ask), "/state/count"));
        assertEquals(
                "entities.switched", Ask.text(server().get(ask.events() + "?type=entities.switched"), "/items/0/type"));
        assertEquals(409, act(ask, twice, "switch").statusCode());
    }

    @Test
    void a_ledger_is_verified_and_a_lift_is_tried_on_its_history() {
        var ask = ledgerWith(50);
        long audit = done(ask, "{\"job\": \"verify\"}", "finished");
        assertEquals(0, Ask.number(job(ask, audit), "/outcome/disagreements"));
        long lift = done(
                ask,
                "{\"job\": \"lift\", \"schema\": \"counter.hit\", \"candidate\": {\"schema\": {\"properties\": {\"n\": {\"maximum\": 40}}}}}",
                "finished");
        assertEquals(50, Ask.number(job(ask, lift), "/outcome/checked"));
        assertEquals(9, Ask.number(job(ask, lift), "/outcome/failed"));
        long registered = done(ask, "{\"job\": \"lift\", \"schema\": \"counter.hit\"}", "finished");
        assertEquals(0, Ask.number(job(ask, registered), "/outcome/failed"));
    }

    @Test
    void a_job_is_paused_resumed_stopped_and_restarted_and_ends_as_if_nothing_had_been() {
        var ask = ledgerWith(300);
        long job = paused(ask);
        assertEquals("paused", Ask.text(act(ask, job, "pause"), "/state"));
        assertEquals(409, act(ask, job, "restart").statusCode());
        assertEquals("stopped", Ask.text(act(ask, job, "stop"), "/state"));
        assertEquals(409, act(ask, job, "resume").statusCode());
        assertEquals(202, act(ask, job, "restart").statusCode());
        awaitState(ask, job, "ready");
        assertEquals(302, Ask.number(job(ask, job), "/outcome/events"));
        assertEquals(0, Ask.number(job(ask, job), "/outcome/differences"));
    }

    /** One that was paused before it was ready; who is too late tries another. */
    private long paused(Ask ask) {
        for (int tries = 0; tries < 20; tries++) {
            long job = Ask.number(start(ask, "{\"job\": \"replay\"}"), "/id");
            if (act(ask, job, "pause").statusCode() == 202) {
                return job;
            }
            act(ask, job, "discard");
            awaitState(ask, job, "finished");
        }
        throw new AssertionError("No job was paused before it was over");
    }

    @Test
    void one_who_watches_a_job_is_told_until_it_has_ended() {
        var ask = ledgerWith(20);
        long job = Ask.number(start(ask, "{\"job\": \"export\"}"), "/id");
        var told = server().get(jobs(ask) + "/" + job + "/progress");
        assertEquals(200, told.statusCode());
        assertTrue(Ask.header(told, "Content-Type").startsWith("text/event-stream"));
        var states = told.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> Ask.parsed(line.substring(6)).member("state").orElseThrow())
                .toList();
        assertEquals(Json.of("finished"), states.get(states.size() - 1));
        assertEquals(404, server().get(jobs(ask) + "/99/progress").statusCode());
    }

    @Test
    void what_cannot_be_done_is_refused_with_a_reason() {
        var ask = ledgerWith(1);
        assertEquals("/job", Ask.text(start(ask, "{\"job\": \"dance\"}"), "/pointer"));
        assertEquals("/switch", Ask.text(start(ask, "{\"job\": \"replay\", \"switch\": \"now\"}"), "/pointer"));
        assertEquals(404, job(ask, 99).statusCode());
        long export = done(ask, "{\"job\": \"export\"}", "finished");
        assertEquals("urn:trove:problem:job-not-so", Ask.text(act(ask, export, "pause"), "/type"));
        for (String path : List.of("?limit=1", "")) {
            assertEquals(export, Ask.number(server().get(jobs(ask) + path), "/items/0/id"));
        }
    }

    private Ask ledgerWith(int events) {
        var ask = Ask.freshLedger(server());
        register(ask);
        String all = IntStream.range(0, events).mapToObj(JobsContract::hit).collect(Collectors.joining(",", "[", "]"));
        assertEquals(201, ask.append(all).statusCode());
        return ask;
    }

    private void register(Ask ask) {
        var schema = server().request("/api/" + ask.organization() + "/development/schemas/counter.hit/versions/1.0")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                        {"schema": {"type": "object"},
                         "fold": {"default": "{'count': (state == null ? 0 : state.count) + 1}",
                                  "twice": "{'count': (state == null ? 0 : state.count) + 2}"}}"""))
                .build();
        assertEquals(201, server().send(schema).statusCode());
    }

    private static String hit(int n) {
        return "{\"type\":\"counter.hit\",\"entity\":{\"type\":\"counter\",\"id\":\"c%d\"},\"payload\":{\"n\":%d}}"
                .formatted(n % 10, n);
    }

    private HttpResponse<String> state(Ask ask) {
        return server().get("/api/" + ask.organization() + "/development/entities/counter/c3");
    }

    private static String jobs(Ask ask) {
        return "/api/" + ask.organization() + "/development/jobs";
    }

    private HttpResponse<String> start(Ask ask, String json) {
        return server().post(jobs(ask), json);
    }

    private HttpResponse<String> act(Ask ask, long job, String act) {
        return server().post(jobs(ask) + "/" + job + "/" + act, "");
    }

    private HttpResponse<String> job(Ask ask, long job) {
        return server().get(jobs(ask) + "/" + job);
    }

    private long done(Ask ask, String json, String state) {
        var started = start(ask, json);
        assertEquals(202, started.statusCode(), started.body());
        long job = Ask.number(started, "/id");
        awaitState(ask, job, state);
        return job;
    }

    private void awaitState(Ask ask, long job, String state) {
        Await.until(() -> !Ask.text(job(ask, job), "/state").equals("running"));
        assertEquals(state, Ask.text(job(ask, job), "/state"), job(ask, job).body());
        assertTrue(Ask.number(job(ask, job), "/done") <= Ask.number(job(ask, job), "/total"));
    }

    private static long position(String line) {
        return Json.parse(line.getBytes(StandardCharsets.UTF_8))
                .member("position")
                .orElseThrow()
                .integer()
                .orElseThrow();
    }
}
