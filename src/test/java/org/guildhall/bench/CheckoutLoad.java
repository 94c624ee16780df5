package org.guildhall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The other process of {@link CheckoutBench}: asks what a basket costs and pays just that. Two lines; every second buyer pays a
 * part with points.
 */
public final class CheckoutLoad {

    private static final int ATTEMPTS = 3;

    private CheckoutLoad() {}

    /** Arguments of {@link Load}, the file of member ids, and the store. */
    public static void main(String[] args) throws Exception {
        var members = Files.readAllLines(Path.of(args[5]));
        Load.put(args, (connection, key) -> sell(connection, key, basket(members, args[6])));
    }

    /** As a till does: when something changed since the quote, which stored nothing, it asks again. */
    private static void sell(LoadConnection connection, String key, String basket) throws IOException {
        for (int again = 0; ; again++) {
            try {
                once(connection, key, basket);
                return;
            } catch (LoadConnection.Refused refused) {
                if (again == ATTEMPTS || !refused.says("checkout.quote-outdated")) {
                    throw refused;
                }
            }
        }
    }

    private static void once(LoadConnection connection, String key, String basket) throws IOException {
        var quote = connection.post("/api/checkouts/quote", null, basket);
        connection.post("/api/checkouts", key, sale(basket, quote));
    }

    /** The sale of what was quoted, paid in cash. */
    static String sale(String basket, String quote) {
        var expected = object(quote, "\"expected\":");
        var due = object(expected, "\"due\":");
        return "{\"basket\":" + basket + ",\"expected\":" + expected + ",\"payments\":[{\"method\":\"cash\",\"amount\":"
                + due + "}]}";
    }

    static String basket(List<String> members, String store) {
        var random = ThreadLocalRandom.current();
        int first = random.nextInt(2_000, 20_000);
        int second = random.nextInt(2_000, 20_000);
        return "{\"member\":\"" + members.get(random.nextInt(members.size())) + "\",\"store\":\"" + store
                + "\",\"lines\":[" + line("tea", first) + "," + line("cup", second) + "]"
                + (random.nextBoolean() ? ",\"points\":" + CheckoutBench.POINTS : "") + "}";
    }

    private static String line(String product, int minor) {
        return "{\"product\":\"" + product + "\",\"category\":\"" + product
                + "\",\"quantityMilli\":1000,\"amount\":{\"minor\":" + minor + ",\"currency\":\"CNY\"}}";
    }

    /** The object after a name, by counting braces: no text in it has any. */
    private static String object(String json, String name) {
        int start = json.indexOf('{', json.indexOf(name));
        int open = 0;
        for (int i = start; i < json.length(); i++) {
            char c = json.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return json.substring(start, i + 1);
            }
        }
        throw new IllegalStateException("no " + name + " in " + json);
    }
}
