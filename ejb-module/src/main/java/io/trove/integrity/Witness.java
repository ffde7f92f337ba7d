package io.trove.integrity;

import io.trove.evidence.AddCheckpoint;
import io.trove.evidence.EvidenceInvalid;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A witness that this installation asks: its key, and the address before {@code /add-checkpoint}. */
record Witness(NoteKey key, URI prefix) {

    private static final Pattern ENTRY = Pattern.compile("(\\S+?)=(https?://\\S+)");
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n?");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int ANSWER_LENGTH_MAX = 16 * 1024;
    private static final int CONFLICT = 409;
    private static final int DONE = 200;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    /** The witnesses of a setting: {@code name+id+key=https://…}, with white space between them. */
    static List<Witness> of(String setting) {
        return Arrays.stream(setting.split("\\s+"))
                .filter(text -> !text.isEmpty())
                .map(Witness::parse)
                .toList();
    }

    private static Witness parse(String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new CannotStart("TROVE_WITNESSES holds name+id+key=https://… for each witness, not " + entry);
        }
        try {
            return new Witness(NoteKey.parse(parts.group(1)), URI.create(parts.group(2)));
        } catch (IllegalArgumentException unreadable) {
            throw new CannotStart("TROVE_WITNESSES is not understood: " + unreadable.getMessage());
        }
    }

    /**
     * The witness's line on this checkpoint, if it gives one; {@code proofs} makes the proof of growth from the size that
     * the witness says it has.
     */
    Optional<SignedNote.Line> ask(SignedNote note, long seenSize, LongFunction<List<byte[]>> proofs)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(new AddCheckpoint(seenSize, proofs.apply(seenSize), note));
        Matcher size = SIZE.matcher(answer.body());
        if (answer.statusCode() == CONFLICT && size.matches()) {
            long has = Long.parseLong(size.group(1));
            answer = send(new AddCheckpoint(has, proofs.apply(has), note));
        }
        if (answer.statusCode() != DONE || answer.body().length() > ANSWER_LENGTH_MAX) {
            throw new IOException("it answers with status " + answer.statusCode());
        }
        try {
            return SignedNote.lines(answer.body()).stream()
                    .filter(line -> note.with(List.of(line)).cosignedAt(key).isPresent())
                    .findFirst();
        } catch (EvidenceInvalid noLines) {
            throw new IOException(noLines.getMessage(), noLines);
        }
    }

    private HttpResponse<String> send(AddCheckpoint request) throws IOException, InterruptedException {
        URI address = URI.create(prefix.toString().replaceAll("/+$", "") + "/add-checkpoint");
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER_MAX)
                        .POST(BodyPublishers.ofString(request.print()))
                        .build(),
                BodyHandlers.ofString());
    }
}
