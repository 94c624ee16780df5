package org.guildhall.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.testing.TestHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Works with imports over HTTP as the import wizard does. */
final class ImportDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");

    private final TestHttp.Client client;

    ImportDesk(TestHttp.Client client) {
        this.client = client;
    }

    /** Uploads a file and gives the import with its profile. */
    JsonNode upload(String name, byte[] content) {
        return ok(client.upload("/api/imports", name, content), 201);
    }

    /** Confirms the suggested mapping and settings, with changes of settings by name. */
    JsonNode prepare(JsonNode upload, Map<String, String> settings) {
        return prepare(upload, settings, List.of());
    }

    /** Confirms the suggested mapping with further fields, each instead of what was suggested for its columns. */
    JsonNode prepare(JsonNode upload, Map<String, String> settings, List<Map<String, Object>> fields) {
        var profile = upload.get("profile");
        var changed = (ObjectNode) profile.get("settings").deepCopy();
        settings.forEach(changed::put);
        var mapped = new ArrayList<Object>();
        var taken = fields.stream().map(field -> field.get("columns")).toList();
        for (var suggested : profile.get("mapping").get("fields")) {
            var columns = suggested
                    .get("columns")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            if (!taken.contains(columns)) {
                mapped.add(suggested);
            }
        }
        mapped.addAll(fields);
        return ok(
                client.put(
                        path(upload) + "/mapping",
                        Map.of("kind", profile.get("kind"), "mapping", Map.of("fields", mapped), "settings", changed)),
                200);
    }

    /** Makes the dry run and gives its report. */
    JsonNode check(JsonNode upload) {
        ok(client.post(path(upload) + "/dry-run", Map.of()), 200);
        return finished(upload).get("checked");
    }

    /** Imports and gives the report. */
    JsonNode run(JsonNode upload) {
        ok(client.post(path(upload) + "/start", Map.of()), 200);
        return finished(upload).get("report");
    }

    /** Undoes the import. */
    JsonNode undo(JsonNode upload) {
        ok(client.post(path(upload) + "/undo", Map.of("reason", "wrong file")), 200);
        return finished(upload);
    }

    /** Waits until the job of the import has ended well. */
    JsonNode finished(JsonNode upload) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var view = ok(client.get(path(upload)), 200);
            var state = view.path("job").path("state").asString("");
            if (state.equals("DONE")) {
                return view;
            }
            if (ENDED.contains(state)) {
                var job =
                        client.get("/api/jobs/" + view.get("jobId").asString()).text();
                throw new AssertionError("the job ended badly: " + view.get("job") + " " + job);
            }
            pause();
        }
        throw new AssertionError("the job did not end in time");
    }

    /** All rejected rows of the last run. */
    List<JsonNode> errors(JsonNode upload) {
        var errors = new ArrayList<JsonNode>();
        String cursor = "";
        while (true) {
            var page = ok(client.get(path(upload) + "/errors?limit=200&cursor=" + cursor), 200);
            page.get("items").forEach(errors::add);
            if (!page.has("next")) {
                return errors;
            }
            cursor = page.get("next").asString();
        }
    }

    /** The numbers of the rows that the last run rejected. */
    Set<Long> rejectedRows(JsonNode upload) {
        return errors(upload).stream().map(error -> error.get("row").asLong()).collect(Collectors.toSet());
    }

    String path(JsonNode upload) {
        return "/api/imports/" + upload.get("id").asString();
    }

    private static JsonNode ok(TestHttp.Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
