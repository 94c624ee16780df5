package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class EdgeTest {

    private final TestHttp http;

    EdgeTest(@Autowired TestHttp http) {
        this.http = http;
    }

    @Test
    void answersWithTheCallersRequestIdAndRefusesAForgedOne() {
        var given = http.asNobody().send("GET", "/api/session", null, Map.of("X-Request-Id", "till-7.2026-03-02"));
        assertThat(given.raw().headers().firstValue("X-Request-Id")).contains("till-7.2026-03-02");
        assertThat(given.json().path("requestId").asString("")).isEqualTo("till-7.2026-03-02");

        var forged = http.asNobody().send("GET", "/api/session", null, Map.of("X-Request-Id", "<script>"));
        assertThat(forged.raw().headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = http.asNobody().post("/api/session", "x".repeat((16 << 20) + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("platform.body-too-large");
        assertThat(answer.json().path("facts").path("limitBytes").asLong()).isEqualTo(16 << 20);
    }

    @Test
    void takesLargeAndMultipartBodiesOnlyWhereFilesAreImported() {
        var client = http.asNobody();
        client.get("/api/session");
        var form = Map.of("Content-Type", "multipart/form-data; boundary=x");
        var large = client.send("POST", "/api/session", "x".repeat((16 << 20) + 1), form);
        assertThat(large.status()).isEqualTo(413);
        assertThat(client.send("POST", "/api/imports", "x", form).status()).isEqualTo(401);

        var broken = client.send("POST", "/api/session", "x", Map.of("Content-Type", "multipart/form-data"));
        assertThat(broken.status()).as(broken.text()).isEqualTo(400);
        assertThat(broken.json().path("fields").get(0).path("rule").asString()).isEqualTo("multipart");
    }

    @Test
    void namesTheFieldTheValueAndTheRuleOfBadInput() {
        var client = http.asNobody();
        client.get("/api/session");
        var unknown = client.post("/api/session", Map.of("username", "a", "password", "b", "admin", true));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("fields").get(0).path("field").asString())
                .isEqualTo("admin");
        assertThat(unknown.json().path("fields").get(0).path("rule").asString()).isEqualTo("unknown-field");

        var number = client.post("/api/session", Map.of("username", 12, "password", "b"));
        assertThat(number.json().path("fields").get(0).path("field").asString()).isEqualTo("username");
        assertThat(number.json().path("fields").get(0).path("value").asString()).isEqualTo("12");
        assertThat(number.json().path("fields").get(0).path("rule").asString()).isEqualTo("text");

        var broken = client.post("/api/session", "{\"username\": ");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().path("fields").get(0).path("rule").asString()).isEqualTo("json");

        var form =
                client.send("POST", "/api/session", "a=b", Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("platform.unsupported-media-type");
        assertThat(form.raw().headers().firstValue("Accept").orElse("")).contains("application/json");
        assertThat(form.json().path("fields").get(0).path("rule").asString()).isEqualTo("media-type");
    }

    @Test
    void answersAnAddressThatCannotBeAsBadInput() {
        var answer = http.asNobody().get("/api/members//balances");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("kernel.invalid-input");
        assertThat(answer.json().path("fields").get(0).path("value").asString()).isEqualTo("/api/members//balances");
        assertThat(answer.json().path("requestId").asString("")).isNotBlank();
    }

    @Test
    void carriesTheStrictContentSecurityPolicy() {
        var answer = http.asNobody().get("/");
        assertThat(answer.raw().headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self' data:")
                .doesNotContain("unsafe");
    }
}
