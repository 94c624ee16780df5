package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** The other process of {@link ApiBench}. */
public final class ApiLoad {

    private ApiLoad() {}

    /** Arguments of {@link Load}, and the file of member ids. */
    public static void main(String[] args) throws Exception {
        var members = Files.readAllLines(Path.of(args[4]));
        Load.put(args, (connection, key) -> {
            var random = ThreadLocalRandom.current();
            var body = "{\"amount\":" + random.nextInt(1, 100)
                    + ",\"kind\":\"grant\",\"reason\":\"bench\",\"expiresOn\":\"2099-0" + random.nextInt(1, 10)
                    + "-01\"}";
            connection.post("/api/members/" + members.get(random.nextInt(members.size())) + "/points", key, body);
        });
    }
}
