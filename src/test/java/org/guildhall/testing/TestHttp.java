package org.guildhall.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the product as a browser or a program would: over HTTP, logged in through the real log-in. */
public final class TestHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Environment environment;

    TestHttp(Environment environment) {
        this.environment = environment;
    }

    /** An answer: its status, headers and body (JSON when it is JSON, else a missing node). */
    public record Answer(int status, String text, HttpResponse<String> raw) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The problem's code. */
        public String code() {
            return json().path("code").asString("");
        }
    }

    /** The product's address. */
    public String base() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    /** Nobody: no session, no key. */
    public Client asNobody() {
        return new Client(base(), null);
    }

    /** A program with an API key. */
    public Client asKey(String key) {
        return new Client(base(), key);
    }

    /** A person, logged in; fails unless the log-in is accepted. */
    public Client asStaff(String username, String password) {
        var client = asNobody();
        client.get("/api/session");
        var answer = client.post("/api/session", Map.of("username", username, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("log-in of " + username + ": " + answer.status() + " " + answer.text());
        }
        return client;
    }

    /** One person's or program's connection with its cookies. */
    public static final class Client {

        private final String base;
        private final @Nullable String key;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        private Client(String base, @Nullable String key) {
            this.base = base;
            this.key = key;
        }

        /** GET. */
        public Answer get(String path) {
            return send("GET", path, null, Map.of());
        }

        /** POST of a JSON body. */
        public Answer post(String path, Object body) {
            return send("POST", path, body, Map.of());
        }

        /** POST of a JSON body with an idempotency key. */
        public Answer post(String path, Object body, String idempotencyKey) {
            return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
        }

        /** PUT of a JSON body. */
        public Answer put(String path, Object body) {
            return send("PUT", path, body, Map.of());
        }

        /** PATCH of a JSON body. */
        public Answer patch(String path, Object body) {
            return send("PATCH", path, body, Map.of());
        }

        /** DELETE. */
        public Answer delete(String path) {
            return send("DELETE", path, null, Map.of());
        }

        /** Any method with any body (a String is sent as it is) and further headers. */
        public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
            var request = HttpRequest.newBuilder(URI.create(base + path));
            var text = body == null || body instanceof String ? (String) body : JSON.writeValueAsString(body);
            request.method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
            if (text != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            return exchange(request, headers);
        }

        /** The job, when it has ended. */
        public Answer ended(String job) {
            for (int i = 0; i < 1_200; i++) {
                var answer = get("/api/jobs/" + job);
                if (answer.json().has("finishedAt")) {
                    return answer;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            throw new AssertionError("job " + job + " has not ended");
        }

        /** POST of a file as multipart field {@code file}. */
        public Answer upload(String path, String fileName, byte[] content) {
            return upload(path, fileName, content, Map.of());
        }

        /** The same with further headers. */
        public Answer upload(String path, String fileName, byte[] content, Map<String, String> headers) {
            var boundary = "guildhall-test-boundary";
            var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            var tail = "\r\n--" + boundary + "--\r\n";
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofByteArray(content),
                            BodyPublishers.ofString(tail)));
            return exchange(request, headers);
        }

        private Answer exchange(HttpRequest.Builder request, Map<String, String> headers) {
            headers.forEach(request::setHeader);
            if (key != null) {
                request.setHeader("Authorization", "Bearer " + key);
            }
            for (var cookie : cookies.getCookieStore().getCookies()) {
                if (cookie.getName().equals("XSRF-TOKEN") && !headers.containsKey("X-XSRF-TOKEN")) {
                    request.setHeader("X-XSRF-TOKEN", cookie.getValue());
                }
            }
            try {
                var response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body(), response);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
