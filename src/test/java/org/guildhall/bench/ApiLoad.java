package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/** The other process of {@link ApiBench}. */
public final class ApiLoad {

    private ApiLoad() {}

    /** Arguments of {@link Load}, and the file of member ids. */
    public static void main(String[] args) throws Exception {
        var members = Files.readAllLines(Path.of(args[5]));
        var year = LocalDate.now(Clock.systemUTC()).getYear() + 2;
        Load.put(args, (connection, key) -> {
            var member = members.get(ThreadLocalRandom.current().nextInt(members.size()));
            connection.post("/api/members/" + member + "/points", key, grant(year));
        });
    }

    /** A few points by hand that lapse on the first of a month of this year. */
    static String grant(int year) {
        var random = ThreadLocalRandom.current();
        return "{\"amount\":" + random.nextInt(1, 100)
                + ",\"kind\":\"grant\",\"reason\":\"bench\",\"expiresOn\":\"" + year + "-0" + random.nextInt(1, 10)
                + "-01\"}";
    }
}
