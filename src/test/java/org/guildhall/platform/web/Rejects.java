package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guildhall.testing.TestHttp;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends what must be refused and sees that it is: with its code, naming field and rule, with words for both in every language,
 * and with nothing stored in any table.
 */
final class Rejects {

    private static final String TEXTS = texts();

    private final DSLContext sql;
    private final List<String> tables;
    private final List<String> wrong = new ArrayList<>();

    Rejects(DSLContext sql) {
        this.sql = sql;
        // Left out is what goes on by itself: sealing of the audit log, and when somebody was last seen.
        tables = sql.fetch("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in
                            ('access', 'approvals', 'intake', 'ledger', 'loyalty', 'mall', 'members', 'platform',
                             'policies')
                          and table_type = 'BASE TABLE'
                          and table_name not in ('audit', 'audit_queue', 'audit_seal', 'session', 'flyway_schema_history')
                        order by 1""").getValues(0, String.class);
    }

    /** What a refusal must say: status, code, and for bad input the field and the rule it breaks. */
    record Expected(
            int status,
            String code,
            @Nullable String field,
            @Nullable String rule) {

        static Expected input(String field, String rule) {
            return new Expected(400, "kernel.invalid-input", field, rule);
        }

        static Expected refusal(int status, String code) {
            return new Expected(status, code, null, null);
        }
    }

    /** POST with a fresh idempotency key. */
    void post(TestHttp.Client client, String path, Object body, Expected expected) {
        send(client, "POST", path, body, expected);
    }

    /** Any method, with a fresh idempotency key. */
    void send(TestHttp.Client client, String method, String path, @Nullable Object body, Expected expected) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        refused(method + " " + path + " " + shown(body), expected, () -> client.send(method, path, body, headers));
    }

    /** Any request. */
    void refused(String what, Expected expected, java.util.function.Supplier<TestHttp.Answer> request) {
        var before = rows();
        var answer = request.get();
        var after = rows();
        try {
            judge(answer, expected);
            assertThat(after).as("rows stored").isEqualTo(before);
        } catch (AssertionError e) {
            wrong.add(what + "\n  -> " + answer.status() + " " + answer.text() + "\n  " + e.getMessage());
        }
    }

    private static void judge(TestHttp.Answer answer, Expected expected) {
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.status() + " " + answer.code()).isEqualTo(expected.status() + " " + expected.code());
        assertThat(answer.json().path("requestId").asString("")).isNotBlank();
        worded(expected.code());
        if (expected.field() != null) {
            JsonNode named = null;
            for (var field : answer.json().path("fields")) {
                if (field.path("field").asString("").equals(expected.field())) {
                    named = field;
                }
            }
            assertThat(named).as("field " + expected.field()).isNotNull();
            assertThat(Objects.requireNonNull(named).path("rule").asString()).isEqualTo(expected.rule());
        }
        for (var field : answer.json().path("fields")) {
            worded("rule." + field.path("rule").asString(""));
        }
    }

    /** Words in zh-CN, zh-TW and en; what they leave to be filled in must be among the facts is the screens' own check. */
    private static void worded(String code) {
        var found = Pattern.compile("['\"]" + Pattern.quote(code) + "['\"]\\s*:")
                .matcher(TEXTS)
                .results()
                .count();
        assertThat(found).as("words for " + code + " in three languages").isGreaterThanOrEqualTo(3);
    }

    /** Fails with all that was wrong. */
    void allFine() {
        assertThat(wrong).as(String.join("\n\n", wrong)).isEmpty();
    }

    private Map<String, Long> rows() {
        var union = new ArrayList<String>();
        tables.forEach(table -> union.add("select '" + table + "', count(*) from " + table));
        var counts = new TreeMap<String, Long>();
        sql.fetch(String.join(" union all ", union))
                .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Long.class)));
        return counts;
    }

    private static String shown(@Nullable Object body) {
        var text = String.valueOf(body);
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    private static String texts() {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("web/packages/i18n/src"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".ts")).toList()) {
                all.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
